import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partKey, partSchema, readPart } from '../../../shared/parts/part.ts';

const at = '2026-05-15T10:00:00.000Z';

describe('a record of the inventory', () => {
  it('is a part with its amounts as PIMS wrote them', () => {
    const fields = {
      PART_CODE: ' MDVQ4LL/A ',
      PART_DESCRIPTION: 'iPhone 14 Pro',
      BARCODE: '0194253',
      QTY_ONHAND: '12.50',
      QTY_AVAILABLE: '-3',
      UNIT_PRICE: '999.00',
    };
    expect(readPart(fields, at)).toEqual({
      code: 'MDVQ4LL/A',
      description: 'iPhone 14 Pro',
      barcode: '0194253',
      onHand: '12.50',
      available: '-3',
      readAt: at,
    });
  });

  it.each(['', '  ', 'n/a', '1,5', '1e3', '.', '-', 'NaN', '٣'])(
    'has no amount where PIMS says %j',
    (text) => {
      expect(readPart({ PART_CODE: 'A', QTY_ONHAND: text }, at)).toEqual({
        code: 'A',
        description: null,
        barcode: null,
        onHand: null,
        available: null,
        readAt: at,
      });
    },
  );

  it.each(['0', '0.0', '.5', '5.', '007'])('keeps %j', (text) => {
    expect(readPart({ PART_CODE: 'A', QTY_AVAILABLE: text }, at)?.available).toBe(text);
  });

  it('is no part without a code', () => {
    expect(readPart({ PART_DESCRIPTION: 'x' }, at)).toBeNull();
    expect(readPart({ PART_CODE: '  ' }, at)).toBeNull();
  });

  it('whatever it holds, is read as the contract says', () => {
    const names = fc.constantFrom('PART_CODE', 'PART_DESCRIPTION', 'BARCODE', 'QTY_ONHAND', 'OTHER');
    fc.assert(
      fc.property(fc.dictionary(names, fc.string()), (fields) => {
        const part = readPart(fields, at);
        if (part !== null) expect(partSchema.parse(part)).toEqual(part);
      }),
    );
  });
});

describe('part codes', () => {
  it('are the same in upper and lower case, with or without blanks around them', () => {
    expect(partKey(' mdvq4ll/a ')).toBe(partKey('MDVQ4LL/A'));
    expect(partKey('0012')).not.toBe(partKey('12'));
  });
});
