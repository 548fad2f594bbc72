import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneDigits, phoneForms, phoneWords } from '../../../shared/customers/phone.ts';

const writings = ['812-555-0100', '(812) 555-0100', '812.555.0100', '8125550100', '+1 812 555 0100'];

describe('a phone number', () => {
  it.each(writings)('%j is the same however it is written', (written) => {
    expect(phoneDigits(written)).toBe('8125550100');
    expect(phoneWords(written)).toEqual(['8125550100', '5550100']);
  });

  it.each(['', '555-010', '12345', 'M-1000', '812-555-0100 ext 4', 'acme 5550100'])('%j is none', (text) => {
    expect(phoneDigits(text)).toBeNull();
    expect(phoneWords(text)).toEqual([]);
    expect(phoneForms(text)).toEqual([text]);
  });

  it('is looked for in each of the ways to write it, whichever was typed', () => {
    for (const typed of writings) {
      const forms = phoneForms(typed);
      for (const written of writings.slice(0, 4)) {
        expect(forms.some((form) => written.includes(form))).toBe(true);
      }
    }
    expect(phoneForms('5550100').some((form) => '812-555-0100'.includes(form))).toBe(true);
  });

  it('has each form once, and what was typed first', () => {
    const typed = fc.stringMatching(/^\+?[0-9 ().-]{0,16}$/);
    fc.assert(
      fc.property(typed, (text) => {
        const forms = phoneForms(text);
        expect(forms[0]).toBe(text.trim());
        expect(new Set(forms).size).toBe(forms.length);
      }),
    );
  });
});
