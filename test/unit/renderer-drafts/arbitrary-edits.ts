import fc from 'fast-check';
import type { DraftContent } from '../../../renderer/drafts/draft-model.ts';
import type { DraftEdit } from '../../../shared/drafts/draft.ts';
import { type DraftLineId, draftLineIdSchema } from '../../../shared/ids.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';

/** A line id out of few, so that edits meet each other. */
export const lineId = (name: string): DraftLineId => draftLineIdSchema.parse(name);

const id = fc.constantFrom('l1', 'l2', 'l3', 'l4', 'new1', 'new2').map(lineId);
const field = fc.constantFrom('PART_CODE', 'QUANTITY', 'DESCRIPTION');
const value = fc.constantFrom('', 'a', 'ab', '5');

const lineNumber = fc.constantFrom('1', '2', '10');
const baseOf = (number: string): PimsFields => ({ LINE_NUMBER: number, QUANTITY: '5', DESCRIPTION: 'ab' });

/** Edits that may or may not fit a content: some name lines that are not there, or that are there already. */
export const anyEdit: fc.Arbitrary<DraftEdit> = fc.oneof(
  fc.record({ kind: fc.constant('set-header' as const), field, value }),
  fc.record({ kind: fc.constant('set-line' as const), lineId: id, field, value }),
  fc.record({
    kind: fc.constant('insert-line' as const),
    lineId: id,
    after: fc.option(id),
    fields: fc.dictionary(field, value),
  }),
  fc.record({ kind: fc.constant('delete-line' as const), lineId: id }),
  // A line has one base: what is seen later does not count (shared/drafts/draft.ts).
  fc
    .record({ lineNumber, field, value })
    .map((change) => ({ kind: 'change-line' as const, base: baseOf(change.lineNumber), ...change })),
);

const filled = fc.dictionary(field, fc.constantFrom('x', 'y', '7'));

/** A content as the database can have it: no empty values, no id twice. */
export const anyContent: fc.Arbitrary<DraftContent> = fc.record({
  header: filled,
  lines: fc.uniqueArray(
    fc.record({ id: fc.constantFrom('l1', 'l2', 'l3', 'l4').map(lineId), fields: filled }),
    {
      selector: (line) => line.id,
      maxLength: 4,
    },
  ),
  changes: fc
    .uniqueArray(fc.record({ lineNumber, field, value: fc.constantFrom('x', '7') }), {
      selector: (change) => change.lineNumber,
    })
    .map((changes) =>
      ['1', '2', '10'].flatMap((number) =>
        changes
          .filter((change) => change.lineNumber === number)
          .map((change) => ({
            lineNumber: number,
            base: baseOf(number),
            fields: { [change.field]: change.value },
          })),
      ),
    ),
});
