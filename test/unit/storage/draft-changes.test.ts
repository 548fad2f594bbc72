import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraftChangeRepository } from '../../../electron/storage/drafts/draft-changes.ts';
import { createDraftRepository } from '../../../electron/storage/drafts/drafts.ts';
import type { DraftEdit } from '../../../shared/drafts/draft.ts';
import { draftIdSchema, draftLineIdSchema, orderNumberSchema } from '../../../shared/ids.ts';
import { blankDraft, openTestDatabase, someTime } from './open-test-database.ts';

const target = orderNumberSchema.parse('54321');
const id = draftIdSchema.parse('draft');

function makeDraft(forOrder: typeof target | null = target) {
  const { db, connectionId } = openTestDatabase();
  const drafts = createDraftRepository(db);
  drafts.create(id, connectionId, someTime, {
    ...blankDraft,
    target: forOrder,
    header: { CUSTOMER_CODE: 'ACME' },
  });
  const edit = (...edits: DraftEdit[]) => drafts.edit(id, edits, someTime);
  return { db, drafts, edit, connectionId, changes: () => drafts.open(id).changes };
}

const base = { LINE_NUMBER: '3', QUANTITY: '5', DESCRIPTION: 'Bolt' };
const change = (field: string, value: string, lineNumber = '3'): DraftEdit => ({
  kind: 'change-line',
  lineNumber,
  base: { ...base, LINE_NUMBER: lineNumber },
  field,
  value,
});

describe('changes of lines that PIMS has', () => {
  it('keep the line as it was first seen, and go away with the last change of it', () => {
    const { edit, changes } = makeDraft();
    edit(change('QUANTITY', '6'));
    const seenLater = { ...base, QUANTITY: '99' };
    edit({ kind: 'change-line', lineNumber: '3', base: seenLater, field: 'DESCRIPTION', value: '' });
    expect(changes()).toEqual([{ lineNumber: '3', base, fields: { QUANTITY: '6', DESCRIPTION: '' } }]);
    edit(change('DESCRIPTION', 'Bolt'));
    expect(changes()).toEqual([{ lineNumber: '3', base, fields: { QUANTITY: '6' } }]);
    edit(change('QUANTITY', '5'));
    expect(changes()).toEqual([]);
  });

  it('take a field that the line lacks, and let it go again', () => {
    const { edit, changes } = makeDraft();
    edit(change('NOTE', 'fragile'));
    expect(changes()).toMatchObject([{ fields: { NOTE: 'fragile' } }]);
    edit(change('NOTE', ''));
    expect(changes()).toEqual([]);
  });

  it('give way to one that was decided on, together with what was seen then', () => {
    const { db, edit, changes } = makeDraft();
    edit(change('QUANTITY', '6'), change('DESCRIPTION', 'Nut'));
    const decided = { lineNumber: '3', base: { ...base, QUANTITY: '99' }, fields: { QUANTITY: '7' } };
    createDraftChangeRepository(db).replace(id, decided);
    expect(changes()).toEqual([decided]);
  });

  it('stand in the order of the line numbers, and are taken away by them', () => {
    const { db, edit, changes } = makeDraft();
    edit(...['10', '9', '2'].map((line) => change('QUANTITY', '6', line)));
    expect(changes().map(({ lineNumber }) => lineNumber)).toEqual(['2', '9', '10']);
    createDraftChangeRepository(db).removeLines(id, ['10', '2', '77']);
    expect(changes().map(({ lineNumber }) => lineNumber)).toEqual(['9']);
  });

  it('do what the simplest record of changes does', () => {
    const { edit, changes } = makeDraft();
    const lineNumber = fc.constantFrom('1', '2');
    const field = fc.constantFrom('QUANTITY', 'DESCRIPTION', 'NOTE');
    const value = fc.constantFrom('', '5', 'Bolt', 'x');
    fc.assert(
      fc.property(fc.array(fc.tuple(lineNumber, field, value)), (steps) => {
        const model = new Map<string, string>();
        for (const [line, name, text] of steps) {
          edit(change(name, text, line));
          model.set(`${line} ${name}`, text);
        }
        const expected = [...model].filter(([key, text]) => {
          const name = key.slice(2);
          return text !== ((base as Record<string, string>)[name] ?? '');
        });
        const actual = changes().flatMap((one) =>
          Object.entries(one.fields).map(([name, text]) => [`${one.lineNumber} ${name}`, text] as const),
        );
        expect(new Map(actual)).toEqual(new Map(expected));
        for (const { lineNumber: line, fields } of changes()) {
          edit(
            ...Object.keys(fields).map((name) =>
              change(name, (base as Record<string, string>)[name] ?? '', line),
            ),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('have no place in a draft of a new order', () => {
    const { edit } = makeDraft(null);
    expect(() => edit(change('QUANTITY', '6'))).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('stand in a draft whose header is not to be edited', () => {
    const { edit, drafts } = makeDraft();
    expect(() => edit({ kind: 'set-header', field: 'BNAME', value: 'x' })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
    expect(drafts.open(id)).toMatchObject({ target, header: { CUSTOMER_CODE: 'ACME' }, inPims: null });
  });

  it('are counted in the list, where a draft without any is not shown', () => {
    const { drafts, edit, connectionId } = makeDraft();
    expect(drafts.list(connectionId)).toEqual([]);
    expect(drafts.findForTarget(connectionId, target)).toBe(id);
    expect(drafts.findEmpty(connectionId)).toBeUndefined();
    edit(change('QUANTITY', '6'), {
      kind: 'insert-line',
      lineId: draftLineIdSchema.parse('a'),
      after: null,
      fields: { PART_CODE: 'P-1' },
    });
    expect(drafts.list(connectionId)).toMatchObject([
      { target, lineCount: 1, changeCount: 1, customerCode: 'ACME' },
    ]);
    drafts.move(id, 'open', 'queued', someTime);
    expect(drafts.findForTarget(connectionId, target)).toBeUndefined();
  });
});
