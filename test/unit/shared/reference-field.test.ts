import { describe, expect, it } from 'vitest';
import { usualSending } from '../../../shared/connections/connection.ts';
import { referenceFieldProblem } from '../../../shared/connections/reference-field.ts';

describe('the field that carries a reference', () => {
  it.each([usualSending.referenceField, 'PO_NUMBER', 'USER_FIELD1'])('may be %s', (field) => {
    expect(referenceFieldProblem(field)).toBeNull();
  });

  it.each([
    ['ORDER_NUMBER', 'ORDER_NUMBER has another use'],
    ['CUSTOMER_CODE', 'another use'],
    ['', 'Name the field'],
    ['PO NUMBER', 'not a PIMS field name'],
  ])('can’t be “%s”', (field, problem) => {
    expect(referenceFieldProblem(field)).toContain(problem);
  });
});
