import { describe, expect, it } from 'vitest';
import { differences } from '../../../shared/outbox/differences.ts';

describe('what PIMS has, beside what was sent', () => {
  it.each([
    ['QUANTITY', '5', '5.00'],
    ['UNIT_PRICE', '12.50', '12.5'],
    ['PART_CODE', 'mdvq4ll/a', 'MDVQ4LL/A'],
    ['ORDER_DATE', '5/1/2026', '05/01/2026'],
    ['BNAME', 'Acme  Repair ', 'Acme Repair'],
  ])('%s: “%s” is the same as “%s”', (field, sent, has) => {
    expect(differences({ [field]: sent }, { [field]: has })).toEqual([]);
  });

  it.each([
    ['QUANTITY', '5', '1'],
    ['PART_CODE', '007', '7'],
    ['REFERENCE_NUMBER', '0001', '1'],
    ['BZIPCODE', '01234', '1234'],
    ['DESCRIPTION', '10', '10.0'],
    ['BNAME', 'Acme', ''],
  ])('%s: “%s” is not “%s”', (field, sent, has) => {
    expect(differences({ [field]: sent }, { [field]: has })).toEqual([{ field, sent, has }]);
  });

  it('says nothing of fields that PIMS does not show', () => {
    expect(differences({ QUANTITY: '5' }, {})).toEqual([]);
  });
});
