import { expect, it } from 'vitest';
import { inPimsWords, isOpenTo } from '../../../renderer/drafts/in-pims.ts';
import type { DraftEdit } from '../../../shared/drafts/draft.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import { lineId } from './arbitrary-edits.ts';

const inPims = { orderNumber: orderNumberSchema.parse('54321'), lineIds: [lineId('l1')] };
const header: DraftEdit = { kind: 'set-header', field: 'BNAME', value: 'A' };
const line = (id: string): DraftEdit => ({
  kind: 'set-line',
  lineId: lineId(id),
  field: 'QUANTITY',
  value: '1',
});

it('what PIMS has is not edited in the draft; what it lacks is, and lines can be added', () => {
  const added: DraftEdit = { kind: 'insert-line', lineId: lineId('l9'), after: lineId('l1'), fields: {} };
  const removed: DraftEdit = { kind: 'delete-line', lineId: lineId('l1') };
  expect([header, line('l1'), removed].map((edit) => isOpenTo({ target: null, inPims }, edit))).toEqual([
    false,
    false,
    false,
  ]);
  expect([line('l2'), added].map((edit) => isOpenTo({ target: null, inPims }, edit))).toEqual([true, true]);
  expect([header, line('l1')].map((edit) => isOpenTo({ target: null, inPims: null }, edit))).toEqual([
    true,
    true,
  ]);
});

it('in a draft for an order, its lines can be changed and its header can’t', () => {
  const change: DraftEdit = { kind: 'change-line', lineNumber: '3', base: {}, field: 'QUANTITY', value: '1' };
  const open = (target: typeof inPims.orderNumber | null) =>
    [header, line('l2'), change].map((edit) => isOpenTo({ target, inPims: null }, edit));
  expect(open(inPims.orderNumber)).toEqual([false, true, true]);
  expect(open(null)).toEqual([true, true, false]);
});

it('says how much of the draft is in PIMS', () => {
  expect(inPimsWords(inPims)).toBe(
    'Order 54321 is in PIMS already with 1 of these lines; submitting goes on with it.',
  );
  expect(inPimsWords({ ...inPims, lineIds: [] })).toContain('without any of these lines');
});
