import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraftRepository } from '../../../electron/storage/drafts/drafts.ts';
import type { Draft, DraftEdit } from '../../../shared/drafts/draft.ts';
import { draftIdSchema, draftLineIdSchema } from '../../../shared/ids.ts';
import { blankDraft, openTestDatabase, someTime } from './open-test-database.ts';

const lineIdOf = (number: number) => draftLineIdSchema.parse(`line-${number}`);

function makeDraft(id = 'draft') {
  const { db, connectionId } = openTestDatabase();
  const drafts = createDraftRepository(db);
  const draftId = draftIdSchema.parse(id);
  drafts.create(draftId, connectionId, someTime, blankDraft);
  return { db, connectionId, drafts, draftId };
}

type Content = Pick<Draft, 'header' | 'lines'>;

/** The simplest thing that can be called a draft; null when the edit is impossible. */
function applyToModel({ header, lines }: Content, edit: DraftEdit): Content | null {
  const set = (fields: Content['header'], field: string, value: string) =>
    Object.fromEntries(Object.entries({ ...fields, [field]: value }).filter(([, one]) => one !== ''));
  const at = 'lineId' in edit ? lines.findIndex(({ id }) => id === edit.lineId) : -1;
  switch (edit.kind) {
    case 'set-header':
      return { header: set(header, edit.field, edit.value), lines };
    case 'set-line':
      if (at < 0) return null;
      return {
        header,
        lines: lines.map((line) =>
          line.id === edit.lineId ? { id: line.id, fields: set(line.fields, edit.field, edit.value) } : line,
        ),
      };
    case 'insert-line': {
      const after = edit.after === null ? -1 : lines.findIndex(({ id }) => id === edit.after);
      if (at >= 0 || (edit.after !== null && after < 0)) return null;
      const line = { id: edit.lineId, fields: set(edit.fields, 'X', '') };
      return { header, lines: lines.toSpliced(after + 1, 0, line) };
    }
    case 'delete-line':
      return at < 0 ? null : { header, lines: lines.toSpliced(at, 1) };
    case 'change-line':
      return null;
  }
}

const lineId = fc.integer({ min: 0, max: 12 }).map(lineIdOf);
const field = fc.constantFrom('PART_CODE', 'QUANTITY', 'DESCRIPTION');
const value = fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme' }), fc.string());
const fields = fc.dictionary(field, value, { noNullPrototype: true });
const edit: fc.Arbitrary<DraftEdit> = fc.oneof(
  fc.record({ kind: fc.constant('set-header' as const), field, value }),
  fc.record({ kind: fc.constant('set-line' as const), lineId, field, value }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('insert-line' as const),
      lineId,
      after: fc.option(lineId),
      fields,
    }),
  },
  fc.record({ kind: fc.constant('delete-line' as const), lineId }),
);

describe('the edits of a draft', () => {
  it('do what the simplest draft does, each batch whole or not at all', () => {
    const { drafts, connectionId } = makeDraft();
    let number = 0;
    fc.assert(
      fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (batches) => {
        number += 1;
        const id = draftIdSchema.parse(`draft-${number}`);
        drafts.create(id, connectionId, someTime, blankDraft);
        let model: Content = { header: {}, lines: [] };
        for (const batch of batches) {
          const after = batch.reduce<Content | null>(
            (now, one) => (now === null ? null : applyToModel(now, one)),
            model,
          );
          if (after === null) expect(() => drafts.edit(id, batch, someTime)).toThrow();
          else {
            drafts.edit(id, batch, someTime);
            model = after;
          }
        }
        expect(drafts.open(id)).toMatchObject({ header: model.header });
        expect(drafts.open(id).lines).toEqual(model.lines);
      }),
      { numRuns: 200 },
    );
  });

  it('keep the order however often lines are put at one place', () => {
    const { drafts, draftId } = makeDraft();
    const insert = (number: number, after: number | null): DraftEdit => ({
      kind: 'insert-line',
      lineId: lineIdOf(number),
      after: after === null ? null : lineIdOf(after),
      fields: {},
    });
    drafts.edit(draftId, [insert(0, null), insert(1, 0)], someTime);
    // Each behind the first line: the gaps run out again and again.
    const count = 400;
    drafts.edit(
      draftId,
      Array.from({ length: count }, (_, index) => insert(index + 2, 0)),
      someTime,
    );
    const expected = [0, ...Array.from({ length: count }, (_, index) => count + 1 - index), 1].map(lineIdOf);
    expect(drafts.open(draftId).lines.map(({ id }) => id)).toEqual(expected);
  });

  it.each([
    [{ kind: 'set-line', lineId: lineIdOf(9), field: 'QUANTITY', value: '1' } as const, 'not-found'],
    [{ kind: 'delete-line', lineId: lineIdOf(9) } as const, 'not-found'],
    [{ kind: 'insert-line', lineId: lineIdOf(2), after: lineIdOf(9), fields: {} } as const, 'not-found'],
    [{ kind: 'insert-line', lineId: lineIdOf(1), after: null, fields: {} } as const, 'conflict'],
  ])('are refused when they don’t fit: %j', (wrong, code) => {
    const { drafts, draftId } = makeDraft();
    drafts.edit(draftId, [{ kind: 'insert-line', lineId: lineIdOf(1), after: null, fields: {} }], someTime);
    const batch = [{ kind: 'set-header', field: 'BNAME', value: 'x' } as const, wrong];
    expect(() => drafts.edit(draftId, batch, someTime)).toThrow(expect.objectContaining({ code }));
    expect(drafts.open(draftId).header).toEqual({});
  });

  it('touch one line, whatever the draft’s length', () => {
    const { db, drafts, draftId } = makeDraft();
    const count = 10_000;
    drafts.edit(
      draftId,
      Array.from({ length: count }, (_, index) => ({
        kind: 'insert-line' as const,
        lineId: lineIdOf(index),
        after: index === 0 ? null : lineIdOf(index - 1),
        fields: { PART_CODE: `P-${index}`, QUANTITY: '1' },
      })),
      someTime,
    );
    const changesOf = (edits: DraftEdit[]) => {
      const before = totalChanges();
      drafts.edit(draftId, edits, someTime);
      return totalChanges() - before;
    };
    const total = db.prepare('SELECT total_changes() AS changes');
    const totalChanges = () => (total.get() as { changes: number }).changes;
    // One row for the line, one for the draft's time.
    expect(changesOf([{ kind: 'set-line', lineId: lineIdOf(5_000), field: 'QUANTITY', value: '2' }])).toBe(2);
    expect(
      changesOf([{ kind: 'insert-line', lineId: lineIdOf(count), after: lineIdOf(10), fields: {} }]),
    ).toBe(2);
    expect(changesOf([{ kind: 'insert-line', lineId: lineIdOf(count + 1), after: null, fields: {} }])).toBe(
      2,
    );
    expect(changesOf([{ kind: 'delete-line', lineId: lineIdOf(77) }])).toBe(2);
    const { lines } = drafts.open(draftId);
    expect(lines).toHaveLength(count + 1);
    expect(lines[0]?.id).toBe(lineIdOf(count + 1));
    expect(lines[12]?.id).toBe(lineIdOf(count));
  });
});
