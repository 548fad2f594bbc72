import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOrderNumbers } from '../../../shared/fulfilment/order-numbers.ts';

describe('readOrderNumbers', () => {
  it.each([
    ['12345', ['#12345']],
    ['#12345', ['#12345']],
    ['  # 12345 ', ['#12345']],
    ['##12345', ['#12345']],
    ['12345 #12345\t12345', ['#12345']],
    ['12345, 12346;12347\r\n#12348\n\n', ['#12345', '#12346', '#12347', '#12348']],
    ['"12345"\t"12346"', ['#12345', '#12346']],
    ['EN12345 #1001-A', ['EN12345', '#1001-A']],
    ['007', ['#007']],
    ['# , ;', []],
    ['', []],
    ['1'.repeat(65), []],
  ])('reads %j', (text, numbers) => {
    expect(readOrderNumbers(text)).toEqual(numbers);
  });

  it('reads what it made itself as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const numbers = readOrderNumbers(text);
        expect(readOrderNumbers(numbers.join('\n'))).toEqual(numbers);
      }),
    );
  });
});
