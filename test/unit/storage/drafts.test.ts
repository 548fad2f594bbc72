import { describe, expect, it } from 'vitest';
import { createDraftRepository } from '../../../electron/storage/drafts/drafts.ts';
import { createTemplateRepository } from '../../../electron/storage/drafts/templates.ts';
import { type DraftId, draftIdSchema, draftLineIdSchema } from '../../../shared/ids.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { addConnection, blankDraft, openTestDatabase, someTime } from './open-test-database.ts';

function makeStore() {
  const { db, connectionId } = openTestDatabase();
  const drafts = createDraftRepository(db);
  const make = (name: string, header: PimsFields = {}, lines: readonly PimsFields[] = []): DraftId => {
    const id = draftIdSchema.parse(name);
    drafts.create(id, connectionId, someTime, { ...blankDraft, header });
    if (lines.length > 0) {
      const lineIds = lines.map((_, index) => draftLineIdSchema.parse(`${name}-${index}`));
      drafts.edit(
        id,
        lines.map((fields, index) => ({
          kind: 'insert-line' as const,
          lineId: lineIds[index] ?? draftLineIdSchema.parse('none'),
          after: lineIds[index - 1] ?? null,
          fields,
        })),
        someTime,
      );
    }
    return id;
  };
  return { db, connectionId, drafts, templates: createTemplateRepository(db), make };
}

describe('the search of drafts', () => {
  it('looks into every value of header and lines, whatever the case', () => {
    const { drafts, make, connectionId } = makeStore();
    const one = make('one', { CUSTOMER_CODE: 'ACME', BNAME: 'MÜLLER “& Söhne”' }, [{ PART_CODE: 'P-100%' }]);
    const two = make('two', { CUSTOMER_CODE: 'BOLT' }, [{ DESCRIPTION: 'Left\\right 100' }]);
    const found = (text: string) => drafts.list(connectionId, text).map(({ id }) => id);
    expect(found('acme')).toEqual([one]);
    expect(found(' müller “&')).toEqual([one]);
    expect(found('100%')).toEqual([one]);
    expect(found('100')).toEqual([two, one]);
    expect(found('left\\r')).toEqual([two]);
    expect(found('')).toEqual([two, one]);
    // Names of fields are no values.
    expect(found('CUSTOMER_CODE')).toEqual([]);
    expect(found('"')).toEqual([]);
  });

  it('knows the reference that a draft was given by Order Desk, and shows that of the connection’s field', () => {
    const { db, drafts, connectionId } = makeStore();
    const id = draftIdSchema.parse('draft');
    db.prepare("UPDATE connections SET reference_field = 'PO_NUMBER'").run();
    const header = { PO_NUMBER: 'PO-7', REFERENCE_NUMBER: 'R-1' };
    drafts.create(id, connectionId, someTime, { ...blankDraft, header, ownReference: 'K7-3MXD-94RT' });
    expect(drafts.list(connectionId, 'k7-3mxd')).toMatchObject([{ id, reference: 'PO-7' }]);
  });
});

describe('references', () => {
  it('are counted in the connection’s field, and not in templates', () => {
    const { drafts, templates, make, connectionId } = makeStore();
    const one = make('one', { PO_NUMBER: ' po-7 ' });
    make('two', { REFERENCE_NUMBER: 'PO-7' });
    templates.create(draftIdSchema.parse('t'), connectionId, 'T', { PO_NUMBER: 'PO-7' }, someTime);
    const count = (field: string, except: string) =>
      drafts.countWithReference(connectionId, field, 'PO-7', draftIdSchema.parse(except));
    expect(count('PO_NUMBER', 'x')).toBe(1);
    expect(count('PO_NUMBER', one)).toBe(0);
    expect(count('REFERENCE_NUMBER', one)).toBe(1);
  });

  it('are new only in the run that drew them, and taken for good', () => {
    const { drafts, connectionId, make } = makeStore();
    const id = draftIdSchema.parse('draft');
    drafts.create(id, connectionId, someTime, { ...blankDraft, ownReference: 'K7-1', run: 'first' });
    expect(drafts.isOfThisRun(id, 'first')).toBe(true);
    expect(drafts.isOfThisRun(id, 'second')).toBe(false);
    expect(drafts.isReferenceTaken('K7-1')).toBe(true);
    expect(drafts.isReferenceTaken('K7-2')).toBe(false);
    make('other', { PO_NUMBER: 'K7-2' });
    expect(drafts.isReferenceTaken('K7-2')).toBe(true);
    expect(drafts.open(id).ownReference).toBe('K7-1');
  });

  it('are drawn for what older versions left without, and kept where they were sent', () => {
    const { db, drafts, connectionId, make } = makeStore();
    const [plain, sentBefore] = [make('plain'), make('before')];
    db.prepare(
      `INSERT INTO submissions (id, draft_id, connection_id, state, reference, customer_code, steps_done, steps_total,
         queued_at, own_reference)
       VALUES ('s', ?, ?, 'withdrawn', 'K7-OLD', '', 0, 1, ?, 1)`,
    ).run(sentBefore, connectionId, someTime);
    let drawn = 0;
    const draw = () => `K7-NEW-${++drawn}`;
    drafts.giveReferences('run', draw);
    drafts.giveReferences('later', draw);
    expect(drafts.open(plain).ownReference).toBe('K7-NEW-1');
    expect(drafts.isOfThisRun(plain, 'run')).toBe(true);
    expect(drafts.open(sentBefore).ownReference).toBe('K7-OLD');
    expect(drafts.isOfThisRun(sentBefore, 'run')).toBe(false);
    expect(drawn).toBe(1);
  });
});

describe('where a draft stands', () => {
  it('is read as the whole draft has it, and no line is', () => {
    const { db, drafts, make } = makeStore();
    const id = make('draft', {}, [{ PART_CODE: 'A' }]);
    const { state, inPims, changes, refusal } = drafts.open(id);
    // Lines that can't be read are not in the way of what does not read them.
    db.prepare("UPDATE draft_lines SET fields = 'no fields'").run();
    expect(() => drafts.open(id)).toThrow();
    expect(drafts.standing(id)).toEqual({ state, inPims, changes, refusal });
  });

  it('can no more be asked of a removed draft than the draft can be opened', () => {
    const { drafts, make } = makeStore();
    const id = make('draft');
    drafts.remove(id, someTime);
    expect(() => drafts.standing(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => drafts.open(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('copies', () => {
  it('have the lines in order, each with an id of its own', () => {
    const { drafts, make } = makeStore();
    const from = make('from', {}, [{ PART_CODE: 'A' }, { PART_CODE: 'B' }]);
    const to = make('to');
    drafts.copyLines(from, to);
    const [before, after] = [drafts.open(from).lines, drafts.open(to).lines];
    expect(after.map(({ fields }) => fields)).toEqual(before.map(({ fields }) => fields));
    expect(new Set([...before, ...after].map(({ id }) => id)).size).toBe(4);
  });
});

describe('templates', () => {
  const id = (name: string) => draftIdSchema.parse(name);

  it('are listed by name for one connection, and are no drafts', () => {
    const { db, drafts, templates, connectionId } = makeStore();
    templates.create(id('b'), connectionId, 'weekly', { CUSTOMER_CODE: 'ACME' }, someTime);
    templates.create(id('a'), connectionId, 'Acme', {}, someTime);
    templates.create(id('c'), addConnection(db, 'other'), 'Elsewhere', {}, someTime);
    expect(templates.list(connectionId)).toMatchObject([
      { name: 'Acme' },
      { name: 'weekly', customerCode: 'ACME' },
    ]);
    expect(drafts.list(connectionId)).toEqual([]);
    expect(drafts.findEmpty(connectionId)).toBeUndefined();
    expect(() => templates.find(connectionId, id('c'))).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });

  it('replace one of the same name, whatever the case', () => {
    const { templates, connectionId } = makeStore();
    templates.create(id('one'), connectionId, 'Weekly', {}, someTime);
    templates.create(id('two'), connectionId, 'weekly', {}, someTime);
    expect(templates.list(connectionId)).toMatchObject([{ id: 'two', name: 'weekly' }]);
  });

  it('are renamed, removed and had back, never two of one name', () => {
    const { templates, connectionId } = makeStore();
    const conflict = expect.objectContaining({ code: 'conflict' });
    templates.create(id('one'), connectionId, 'One', {}, someTime);
    templates.create(id('two'), connectionId, 'Two', {}, someTime);
    expect(() => templates.rename(connectionId, id('two'), 'ONE', someTime)).toThrow(conflict);
    templates.rename(connectionId, id('two'), 'TWO', someTime);
    templates.remove(connectionId, id('one'), someTime);
    templates.rename(connectionId, id('two'), 'One', someTime);
    expect(() => templates.restore(connectionId, id('one'))).toThrow(conflict);
    templates.rename(connectionId, id('two'), 'Two', someTime);
    templates.restore(connectionId, id('one'));
    expect(templates.list(connectionId).map(({ name }) => name)).toEqual(['One', 'Two']);
    expect(() => templates.rename(connectionId, id('gone'), 'x', someTime)).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});
