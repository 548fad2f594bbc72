import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldNameSchema, isFieldName, pimsFieldsSchema, toFieldName } from '../../../shared/pims/fields.ts';

describe('a PIMS field name', () => {
  it.each(['REFERENCE_NUMBER', 'BADDRESS1', 'x', 'Custom_Field_7'])('can be %s', (name) => {
    expect(isFieldName(name)).toBe(true);
    expect(fieldNameSchema.safeParse(name).success).toBe(true);
  });

  it.each(['', '1ST', '_X', 'A B', 'A-B', 'A.B', 'Ä', '__proto__', 'A'.repeat(65)])('can’t be %j', (name) => {
    expect(isFieldName(name)).toBe(false);
  });

  it.each([
    [' reference number ', 'REFERENCE_NUMBER'],
    ['Part-Code', 'PART_CODE'],
    ['billing - name', 'BILLING_NAME'],
  ])('typed as %j means %s', (typed, name) => {
    expect(toFieldName(typed)).toBe(name);
  });

  it('stays as it is once it is spelt as PIMS does', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(toFieldName(toFieldName(typed))).toBe(toFieldName(typed));
      }),
    );
  });
});

describe('a record', () => {
  it('holds text alone', () => {
    expect(pimsFieldsSchema.safeParse({ QUANTITY: '5' }).success).toBe(true);
    expect(pimsFieldsSchema.safeParse({ QUANTITY: 5 }).success).toBe(false);
  });
});
