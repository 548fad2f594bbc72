import { describe, expect, it } from 'vitest';
import type { OrderDesk } from '../../../electron/order-desk.ts';
import { type ImportId, importIdSchema } from '../../../shared/ids.ts';
import type { ImportMapping } from '../../../shared/import/columns/import-mapping.ts';
import { canUndo, type ImportedFile, type ImportTarget } from '../../../shared/import/import-record.ts';
import {
  fieldOfLines,
  makeSetting,
  orderOfOthers,
  pauseSending,
  until,
  untilState,
} from './desk-under-test.ts';

const idOf = (number: number): ImportId =>
  importIdSchema.parse(`11111111-1111-4111-8111-${String(number).padStart(12, '0')}`);
const id = idOf(1);
const contentHash = 'a'.repeat(64);
const newDrafts: ImportTarget = { kind: 'new-drafts' };
const fileOf = (created: number, rest: Partial<ImportedFile['rows']> = {}): ImportedFile => {
  const { rejected = 0, leftOut = 0 } = rest;
  const rows = { read: created + rejected + leftOut, created, rejected, leftOut };
  return { name: 'orders.csv', contentHash, rows };
};
const line = (quantity: string) => ({ DESCRIPTION: 'Screen protector', QUANTITY: quantity });
const quantitiesOf = async (desk: OrderDesk, draftId: Parameters<OrderDesk['drafts']['open']>[0]['id']) =>
  (await desk.drafts.open({ id: draftId })).lines.map(({ fields }) => fields.QUANTITY);

describe('an import into new drafts', () => {
  it('makes them all of pieces, in the order of the file, and says where the rows went', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    await desk.imports.stage({
      id,
      pieces: [
        { ordinal: 1, header: { CUSTOMER_CODE: 'C-2' }, lines: [line('3')] },
        { ordinal: 0, header: { CUSTOMER_CODE: 'C-1' }, lines: [line('1')] },
      ],
    });
    await desk.imports.stage({
      id,
      pieces: [{ ordinal: 0, header: {}, lines: [line('2'), { QUANTITY: '' }] }],
    });
    expect(await desk.drafts.list()).toEqual([]);
    const record = await desk.imports.create({ id, target: newDrafts, source: fileOf(4, { rejected: 2 }) });
    expect(record).toMatchObject({
      file: { name: 'orders.csv', rows: { read: 6, created: 4, rejected: 2, leftOut: 0 } },
      drafts: { open: 2, queued: 0, sent: 0, removed: 0 },
      isEdited: false,
      undoneAt: null,
    });
    const made = await desk.imports.openDrafts({ id });
    const drafts = await Promise.all(made.map((draftId) => desk.drafts.open({ id: draftId })));
    expect(drafts.map(({ header }) => header.CUSTOMER_CODE)).toEqual(['C-1', 'C-2']);
    expect(drafts[0]?.lines.map(({ fields }) => fields)).toEqual([line('1'), line('2'), {}]);
    expect(drafts[0]?.ownReference).not.toBe(drafts[1]?.ownReference);
    expect(record.firstDraft).toBe(made[0]);
    // Created once: what was handed over is used up.
    await expect(desk.imports.create({ id, target: newDrafts, source: fileOf(4) })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('makes none when one of them can’t be made', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    await desk.imports.stage({ id, pieces: [{ ordinal: 0, header: {}, lines: [line('1')] }] });
    await desk.imports.create({ id, target: newDrafts, source: fileOf(1) });
    // The same import once more: its lines' ids are new in new drafts, but the import itself is there already.
    await desk.imports.stage({ id, pieces: [{ ordinal: 0, header: {}, lines: [line('2')] }] });
    await expect(desk.imports.create({ id, target: newDrafts, source: fileOf(1) })).rejects.toThrow();
    expect(await desk.drafts.list()).toHaveLength(1);
  });

  it('forgets what was handed over when it is discarded, or another one begins', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    const pieces = [{ ordinal: 0, header: {}, lines: [line('1')] }];
    await desk.imports.stage({ id, pieces });
    await desk.imports.discard({ id });
    await expect(desk.imports.create({ id, target: newDrafts, source: fileOf(1) })).rejects.toThrow();
    await desk.imports.stage({ id, pieces });
    await desk.imports.stage({ id: idOf(2), pieces });
    await expect(desk.imports.create({ id, target: newDrafts, source: fileOf(1) })).rejects.toThrow();
    expect(await desk.drafts.list()).toEqual([]);
  });

  it('is submitted draft by draft, and can’t be undone from then on', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const [customer] = practice.orders().map(({ fields }) => fields.CUSTOMER_CODE ?? '');
    const header = { CUSTOMER_CODE: customer ?? '' };
    const pieces = [0, 1].map((ordinal) => ({ ordinal, header, lines: [line('1'), line('2')] }));
    await desk.imports.stage({ id, pieces });
    await desk.imports.create({ id, target: newDrafts, source: fileOf(4) });
    const [first] = await desk.imports.openDrafts({ id });
    if (first === undefined) throw new Error('The import made no draft.');
    const { id: submissionId } = await desk.drafts.submit({ id: first });
    await untilState(desk, submissionId, 'sent');
    const [record] = await desk.imports.list();
    expect(record?.drafts).toEqual({ open: 1, queued: 0, sent: 1, removed: 0 });
    expect(record !== undefined && canUndo(record)).toBe(false);
    expect(await desk.imports.openDrafts({ id })).toHaveLength(1);
    await expect(desk.imports.undo({ id })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('One of its drafts was submitted'),
    });
  });
});

describe('undoing an import', () => {
  it('removes the drafts that it made, which can be taken back, and says whether they were edited', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    await desk.imports.stage({ id, pieces: [{ ordinal: 0, header: {}, lines: [line('1')] }] });
    const { at } = await desk.imports.create({ id, target: newDrafts, source: fileOf(1) });
    const [made] = await desk.imports.openDrafts({ id });
    if (made === undefined) throw new Error('The import made no draft.');
    await until('the clock has moved on', () => new Date().toISOString() > at);
    await desk.drafts.edit({ id: made, edits: [{ kind: 'set-header', field: 'BNAME', value: 'Acme' }] });
    expect(await desk.imports.list()).toMatchObject([{ isEdited: true }]);
    const record = await desk.imports.undo({ id });
    expect(record).toMatchObject({ drafts: { open: 0, removed: 1 }, firstDraft: null });
    expect(record.undoneAt).not.toBeNull();
    expect(await desk.drafts.list()).toEqual([]);
    await expect(desk.imports.undo({ id })).rejects.toMatchObject({
      message: 'This import is undone already.',
    });
    await desk.drafts.restore({ id: made });
    expect(await desk.drafts.list()).toHaveLength(1);
  });

  it('takes only its own lines out of a draft that was there before', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    const draft = await desk.drafts.create();
    await desk.imports.stage({ id: idOf(1), pieces: [{ ordinal: 0, header: {}, lines: [line('1')] }] });
    await desk.imports.create({ id: idOf(1), target: { kind: 'draft', id: draft.id }, source: fileOf(1) });
    await desk.imports.stage({
      id: idOf(2),
      pieces: [{ ordinal: 0, header: {}, lines: [line('2'), line('3')] }],
    });
    await desk.imports.create({ id: idOf(2), target: { kind: 'draft', id: draft.id }, source: fileOf(2) });
    expect(await quantitiesOf(desk, draft.id)).toEqual(['1', '2', '3']);
    await desk.imports.undo({ id: idOf(1) });
    expect(await quantitiesOf(desk, draft.id)).toEqual(['2', '3']);
  });
});

describe('an import for an order in PIMS', () => {
  it('adds to the draft for it, behind what stands there, and is sent to that order', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    const order = orderOfOthers(practice, ['5']);
    const draft = await desk.drafts.create({ target: { orderNumber: order, header: {} } });
    const target = { kind: 'draft', id: draft.id } as const;
    for (const number of [1, 2]) {
      const pieces = [{ ordinal: 0, header: {}, lines: [line(String(number))] }];
      await desk.imports.stage({ id: idOf(number), pieces });
      await desk.imports.create({ id: idOf(number), target, source: fileOf(1) });
    }
    const { id: submissionId } = await desk.drafts.submit({ id: draft.id });
    await untilState(desk, submissionId, 'sent');
    expect(fieldOfLines(practice, order)).toEqual(['5', '1', '2']);
  });

  it('is refused for a draft that was submitted meanwhile, and leaves nothing behind', async () => {
    const { open, practice } = await makeSetting();
    const desk = await open();
    await pauseSending(desk, true);
    const order = orderOfOthers(practice, ['5']);
    const draft = await desk.drafts.create({ target: { orderNumber: order, header: {} } });
    const lineId = 'l1' as (typeof draft.lines)[number]['id'];
    await desk.drafts.edit({
      id: draft.id,
      edits: [{ kind: 'insert-line', lineId, after: null, fields: line('1') }],
    });
    await desk.drafts.submit({ id: draft.id });
    await desk.imports.stage({ id, pieces: [{ ordinal: 0, header: {}, lines: [line('2')] }] });
    await expect(
      desk.imports.create({ id, target: { kind: 'draft', id: draft.id }, source: fileOf(1) }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await desk.imports.list()).toEqual([]);
    expect(await quantitiesOf(desk, draft.id)).toEqual(['1']);
  });
});

describe('a file that was imported before', () => {
  it('is known by its content, unless that import was undone', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    await desk.imports.stage({ id, pieces: [{ ordinal: 0, header: {}, lines: [line('1')] }] });
    await desk.imports.create({ id, target: newDrafts, source: fileOf(1) });
    expect(await desk.imports.ofContent({ contentHash })).toMatchObject([{ id }]);
    expect(await desk.imports.ofContent({ contentHash: 'b'.repeat(64) })).toEqual([]);
    await desk.imports.undo({ id });
    expect(await desk.imports.ofContent({ contentHash })).toEqual([]);
  });
});

describe('the mapping of columns', () => {
  const headings = ['SKU', 'Qty'];
  const mapping: ImportMapping = {
    fields: [
      {
        table: 'ORDER_LINEITEMS',
        field: 'PART_CODE',
        source: { kind: 'columns', columns: [0], joiner: ' ' },
        cell: { kind: 'text', upperCase: true },
        trim: true,
        whenBlank: '',
      },
    ],
    groupBy: [],
  };

  it('is remembered for files with the same headings, and by name', async () => {
    const { open } = await makeSetting();
    const desk = await open();
    expect(await desk.imports.mappings({ headings })).toEqual({ named: [], remembered: null });
    await desk.imports.rememberMapping({ headings, mapping: { fields: [], groupBy: [] } });
    await desk.imports.rememberMapping({ headings, mapping });
    await desk.imports.saveMapping({ name: 'Acme', headings, mapping: { fields: [], groupBy: [] } });
    await desk.imports.saveMapping({ name: 'Acme', headings, mapping });
    await desk.close();

    const again = await open();
    const { named, remembered } = await again.imports.mappings({ headings: [' sku ', 'QTY'] });
    expect(remembered).toMatchObject({ headings, mapping });
    expect(named).toMatchObject([{ name: 'Acme', headings, mapping }]);
    expect((await again.imports.mappings({ headings: ['Other'] })).remembered).toBeNull();
    await again.imports.removeMapping({ name: 'Acme' });
    expect((await again.imports.mappings({ headings })).named).toEqual([]);
  });
});
