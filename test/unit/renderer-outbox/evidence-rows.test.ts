import { describe, expect, it } from 'vitest';
import { comparisonRows, fieldsNamed, likestFirst } from '../../../renderer/outbox/decision/evidence-rows.ts';
import type { Candidate } from '../../../shared/outbox/evidence.ts';

const sent = { REFERENCE_NUMBER: 'R-1', BNAME: 'Acme' };
const same: Candidate = { id: '1', fields: { ...sent, ORDER_DATE: '11/21/2026' }, differences: [] };
const other: Candidate = {
  id: '2',
  fields: { REFERENCE_NUMBER: 'R-1', BNAME: 'Other' },
  differences: [{ field: 'BNAME', sent: 'Acme', has: 'Other' }],
};
const step = { ordinal: 0, kind: 'create-order' } as const;

describe('comparisonRows', () => {
  it('puts what differs first and what tells the candidates apart last', () => {
    const rows = comparisonRows({ sent, step }, [same, other]);
    expect(rows.map(({ field }) => field)).toEqual(['BNAME', 'REFERENCE_NUMBER', 'ORDER_DATE']);
    expect(rows[0]).toEqual({
      field: 'BNAME',
      sent: 'Acme',
      has: [
        { value: 'Acme', differs: false },
        { value: 'Other', differs: true },
      ],
    });
    expect(rows[2]).toMatchObject({ sent: null, has: [{ value: '11/21/2026' }, { value: null }] });
  });

  it('shows what was sent when PIMS has nothing to compare', () => {
    expect(comparisonRows({ sent, step }, []).map(({ field }) => field)).toEqual(Object.keys(sent));
  });
});

it('the candidates most like what was sent come first, the others in the order of PIMS', () => {
  const another = { ...other, id: '3' };
  expect(likestFirst([other, another, same]).map(({ id }) => id)).toEqual(['1', '2', '3']);
});

it('a refusal names a field by its whole name', () => {
  const line = { sent: { PART_CODE: 'A', QUANTITY: '2' } };
  expect([...fieldsNamed('PIMS refused it: quantity is too much.', line)]).toEqual(['QUANTITY']);
  expect([...fieldsNamed('OLD_PART_CODE is unknown.', line)]).toEqual([]);
});

it('beside a change of a line stands how much of it is shipped, since that limits what it can be', () => {
  const change = { ordinal: -1, kind: 'update-line' } as const;
  const line: Candidate = { id: '3', fields: { QUANTITY: '5', NUMBER_SHIPPED: '2' }, differences: [] };
  const rows = comparisonRows({ sent: { QUANTITY: '5' }, step: change }, [line]);
  expect(rows.map(({ field }) => field)).toEqual(['QUANTITY', 'NUMBER_SHIPPED']);
});
