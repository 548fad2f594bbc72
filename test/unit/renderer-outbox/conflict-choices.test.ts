import { describe, expect, it } from 'vitest';
import {
  conflictRows,
  fieldsToChoose,
  plainChoices,
  valuesToSend,
} from '../../../renderer/outbox/decision/conflict-choices.ts';
import type { FieldChoice, FieldChoices } from '../../../shared/outbox/field-choice.ts';

const base = {
  QUANTITY: '5',
  DESCRIPTION: 'Screen',
  PRICE: '10',
  NUMBER_SHIPPED: '0',
  LINE_REF_LOCK_CODE: 'A',
};
const sent = { DESCRIPTION: 'Screen, black', PRICE: '12', QUANTITY: '7' };
const has = {
  QUANTITY: '6',
  DESCRIPTION: 'Screen',
  PRICE: '12.00',
  NUMBER_SHIPPED: '2',
  LINE_REF_LOCK_CODE: 'B',
};
const rows = conflictRows({ base, sent }, has);
const plain = plainChoices(rows);
const withQuantity = (choice: FieldChoice): FieldChoices => ({ ...plain, QUANTITY: choice });

describe('conflictRows', () => {
  it('puts clashes first, then what was typed, then what else changed in PIMS', () => {
    expect(rows.map(({ field, isClash }) => [field, isClash])).toEqual([
      ['QUANTITY', true],
      ['DESCRIPTION', false],
      ['PRICE', false],
      ['NUMBER_SHIPPED', false],
    ]);
    expect(rows[0]).toEqual({ field: 'QUANTITY', base: '5', mine: '7', theirs: '6', isClash: true });
    expect(rows[3]).toMatchObject({ mine: null, theirs: '2' });
  });

  it('is no clash when the other one typed the same', () => {
    expect(conflictRows({ base, sent: { QUANTITY: '7' } }, { ...has, QUANTITY: '7.0' })[0]?.isClash).toBe(
      false,
    );
  });

  it('calls a field that is not shown any more a clash', () => {
    const { QUANTITY: _gone, ...without } = has;
    expect(conflictRows({ base, sent }, without)[0]).toMatchObject({
      field: 'QUANTITY',
      theirs: null,
      isClash: true,
    });
  });
});

describe('the choices', () => {
  it('leave nothing but the clashes to choose', () => {
    expect(plain).toEqual({ DESCRIPTION: { kind: 'mine' }, PRICE: { kind: 'theirs' } });
    expect(fieldsToChoose(rows, plain)).toEqual(['QUANTITY']);
    expect(fieldsToChoose(rows, withQuantity({ kind: 'mine' }))).toEqual([]);
    expect(fieldsToChoose(rows, withQuantity({ kind: 'other', value: ' ' }))).toEqual(['QUANTITY']);
  });

  it('send only what PIMS does not have already', () => {
    const description = { DESCRIPTION: 'Screen, black' };
    expect(valuesToSend(rows, withQuantity({ kind: 'mine' }))).toEqual({ QUANTITY: '7', ...description });
    expect(valuesToSend(rows, withQuantity({ kind: 'theirs' }))).toEqual(description);
    expect(valuesToSend(rows, withQuantity({ kind: 'other', value: ' 9 ' }))).toEqual({
      QUANTITY: '9',
      ...description,
    });
    expect(valuesToSend(rows, withQuantity({ kind: 'other', value: '6.0' }))).toEqual(description);
  });

  it('send nothing when everything is left as PIMS has it', () => {
    const theirs = Object.fromEntries(rows.map(({ field }) => [field, { kind: 'theirs' } as const]));
    expect(valuesToSend(rows, theirs)).toEqual({});
  });
});
