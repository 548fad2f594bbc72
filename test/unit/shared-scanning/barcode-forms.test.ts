import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../electron/practice-server/sample-data/barcodes.ts';
import { barcodeForms, isGtin } from '../../../shared/scanning/barcode-forms.ts';

describe('an article number', () => {
  it('has the forms of 12, 13 and 14 digits', () => {
    const forms = ['194253715375', '0194253715375', '00194253715375'];
    for (const form of forms) {
      const [first, ...others] = barcodeForms(` ${form} `);
      expect(first).toBe(form);
      expect(new Set([first, ...others])).toEqual(new Set(forms));
    }
  });

  it('keeps its zeros where they are not filling', () => {
    expect(barcodeForms('4006381333931')).toEqual(['4006381333931', '04006381333931']);
    expect(barcodeForms('96385074')).toEqual(['96385074', '000096385074', '0000096385074', '00000096385074']);
  });

  it.each(['194253715376', '12345', 'ABC-1', '000000000000', '1942537153', '', '194253715375X'])(
    '%j is none',
    (code) => {
      expect(isGtin(code)).toBe(false);
      expect(barcodeForms(code)).toEqual([code]);
    },
  );

  it('of any form has the same forms', () => {
    const digits = fc
      .constantFrom(7, 11, 12, 13)
      .chain((length) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`)));
    fc.assert(
      fc.property(digits, (text) => {
        const code = `${text}${checkDigit(text)}`;
        expect(isGtin(code)).toBe(true);
        const forms = barcodeForms(code);
        for (const form of forms) expect(new Set(barcodeForms(form))).toEqual(new Set(forms));
      }),
    );
  });
});
