import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { applyEdits, type DraftContent } from '../../../renderer/drafts/draft-model.ts';
import { DraftSession } from '../../../renderer/drafts/draft-session.ts';
import type { Draft, DraftEdit } from '../../../shared/drafts/draft.ts';
import { connectionIdSchema, draftIdSchema, orderNumberSchema } from '../../../shared/ids.ts';
import { anyContent, anyEdit, lineId } from './arbitrary-edits.ts';

function open(
  content: DraftContent,
  save?: (edits: DraftEdit[]) => Promise<{ updatedAt: string }>,
  target: Draft['target'] = null,
) {
  const saved: DraftEdit[] = [];
  const session = new DraftSession(
    {
      id: draftIdSchema.parse('d1'),
      connectionId: connectionIdSchema.parse('c1'),
      state: 'open',
      ...content,
      inPims: null,
      refusal: null,
      target,
      templateName: null,
      ownReference: 'K7-3MXD-94RT',
      createdAt: '2026-05-15T10:00:00.000Z',
      updatedAt: '2026-05-15T10:00:00.000Z',
    },
    {
      save: async (_id, edits) => {
        const answer = await (save?.(edits) ?? Promise.resolve({ updatedAt: '2026-05-15T10:01:00.000Z' }));
        saved.push(...edits);
        return answer;
      },
      canRetry: () => true,
    },
  );
  return { session, saved };
}

const empty: DraftContent = { header: {}, lines: [], changes: [] };
const order = orderNumberSchema.parse('54321');
const anyTarget = fc.constantFrom(null, order);
const type = (value: string): DraftEdit => ({ kind: 'set-header', field: 'BNAME', value });

describe('undo and redo', () => {
  it('take a typed word as one step, until the person leaves the input', () => {
    const { session } = open(empty);
    for (const value of ['A', 'Ac', 'Acme']) session.edit([type(value)], 'header BNAME');
    session.endTyping();
    session.edit([type('Acme 2')], 'header BNAME');
    session.undo();
    expect(session.snapshot().content.header).toEqual({ BNAME: 'Acme' });
    session.undo();
    expect(session.snapshot()).toMatchObject({ content: empty, canUndo: false, canRedo: true });
  });

  it('take back the line that came with the first letter', () => {
    const { session } = open(empty);
    const id = lineId('n');
    session.edit([{ kind: 'insert-line', lineId: id, after: null, fields: { PART_CODE: 'A' } }], 'line');
    session.edit([{ kind: 'set-line', lineId: id, field: 'PART_CODE', value: 'AB' }], 'line');
    session.edit([{ kind: 'set-line', lineId: id, field: 'PART_CODE', value: 'ABC' }], 'line');
    session.undo();
    expect(session.snapshot().content).toEqual(empty);
    session.redo();
    expect(session.snapshot().content.lines).toEqual([{ id, fields: { PART_CODE: 'ABC' } }]);
  });

  it('forget what could be redone once something else is done', () => {
    const { session } = open(empty);
    session.edit([type('A')]);
    session.undo();
    session.edit([type('B')]);
    expect(session.redo()).toEqual([]);
    expect(session.snapshot().content.header).toEqual({ BNAME: 'B' });
  });

  it('lead back to the start and forth to the end, whatever was done', () => {
    const step = fc.record({
      edits: fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
      typing: fc.constantFrom(null, 'here', 'there'),
    });
    fc.assert(
      fc.property(anyContent, fc.array(step, { maxLength: 12 }), anyTarget, (content, steps, target) => {
        const { session } = open(content, undefined, target);
        for (const { edits, typing } of steps) session.edit(edits, typing);
        const end = session.snapshot().content;
        while (session.snapshot().canUndo) session.undo();
        expect(session.snapshot().content).toEqual(content);
        while (session.snapshot().canRedo) session.redo();
        expect(session.snapshot().content).toEqual(end);
      }),
    );
  });
});

describe('typing that is handed over with a delay', () => {
  it('is asked for before anything is undone or written', async () => {
    const { session, saved } = open(empty);
    const end = session.addTyper(() => session.edit([type('Acme')], 'header BNAME'));
    session.undo();
    expect(session.snapshot()).toMatchObject({ content: empty, canRedo: true });
    await session.flush();
    expect(applyEdits(empty, saved).content.header).toEqual({ BNAME: 'Acme' });
    end();
    session.undo();
    await session.flush();
    expect(session.snapshot().content).toEqual(empty);
  });

  it('is as if it had never been when it is cancelled, also what is on disk already', async () => {
    const { session, saved } = open(empty);
    session.edit([type('Before')]);
    const id = lineId('n');
    session.edit([{ kind: 'insert-line', lineId: id, after: null, fields: { PART_CODE: 'A' } }], 'cell');
    await session.flush();
    session.edit([{ kind: 'set-line', lineId: id, field: 'PART_CODE', value: 'AB' }], 'cell');
    session.cancelTyping();
    expect(session.snapshot()).toMatchObject({ content: { lines: [] }, canUndo: true, canRedo: false });
    await session.flush();
    expect(applyEdits(empty, saved).content).toEqual(session.snapshot().content);
    session.cancelTyping();
    expect(session.snapshot().content.header).toEqual({ BNAME: 'Before' });
  });
});

describe('saving', () => {
  it('says of each cell whether it is on disk', async () => {
    const { session } = open(empty);
    const id = lineId('n');
    session.edit([{ kind: 'insert-line', lineId: id, after: null, fields: { PART_CODE: 'A' } }]);
    expect(session.lineProgress.ofCell(id, 'PART_CODE')).toBe('saving');
    expect(session.lineProgress.ofCell(id, 'QUANTITY')).toBeNull();
    await session.flush();
    expect(session.lineProgress.ofCell(id, 'PART_CODE')).toBe('saved');
    session.edit([{ kind: 'set-line', lineId: id, field: 'QUANTITY', value: '1' }]);
    expect(session.lineProgress.ofLine(id)).toBe('saving');
    expect(session.lineProgress.ofCell(id, 'PART_CODE')).toBe('saved');
    await session.flush();
    expect(session.lineProgress.ofLine(id)).toBe('saved');
  });

  it('writes edits that come to what is on screen, undo included', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyContent,
        fc.array(fc.oneof(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), fc.constant('undo' as const)), {
          maxLength: 15,
        }),
        anyTarget,
        async (content, steps, target) => {
          const { session, saved } = open(content, undefined, target);
          for (const step of steps) {
            if (step === 'undo') session.undo();
            else session.edit(step, 'typing');
          }
          await session.flush();
          expect(applyEdits(content, saved).content).toEqual(session.snapshot().content);
          expect(session.isClean).toBe(true);
        },
      ),
    );
  });

  it('keeps what is typed while a save is under way or fails, and says so', async () => {
    const save = vi
      .fn<(edits: DraftEdit[]) => Promise<{ updatedAt: string }>>()
      .mockRejectedValueOnce(new Error('The disk is full.'))
      .mockResolvedValue({ updatedAt: '2026-05-15T10:02:00.000Z' });
    const { session, saved } = open(empty, save);
    session.edit([type('A')]);
    await expect(session.flush()).rejects.toThrow('The disk is full.');
    expect(session.snapshot().saving).toMatchObject({ kind: 'failed', retries: true });
    expect(session.isClean).toBe(false);
    session.edit([type('B')]);
    await session.flush();
    expect(applyEdits(empty, saved).content.header).toEqual({ BNAME: 'B' });
    expect(session.snapshot().saving).toEqual({ kind: 'saved', at: '2026-05-15T10:02:00.000Z' });
  });

  it('takes no edit once the draft is queued', () => {
    const { session } = open(empty);
    session.setQueued();
    session.edit([type('A')]);
    expect(session.snapshot().content).toEqual(empty);
  });

  it('leaves alone what is in PIMS once the draft is handed back, by undo too', async () => {
    const { session, saved } = open({ ...empty, lines: [{ id: lineId('l1'), fields: { QUANTITY: '1' } }] });
    session.edit([type('A')]);
    await session.flush();
    session.setQueued();
    const inPims = { orderNumber: orderNumberSchema.parse('54321'), lineIds: [lineId('l1')] };
    session.takeOver({ state: 'open', inPims, changes: [], refusal: null });
    expect(session.snapshot()).toMatchObject({ state: 'open', inPims, canUndo: false });
    const added: DraftEdit = { kind: 'insert-line', lineId: lineId('l2'), after: lineId('l1'), fields: {} };
    session.edit([type('B'), { kind: 'delete-line', lineId: lineId('l1') }, added]);
    expect(session.undo()).toEqual([{ kind: 'delete-line', lineId: lineId('l2') }]);
    expect(session.undo()).toEqual([]);
    await session.flush();
    expect(saved.slice(1).map(({ kind }) => kind)).toEqual(['insert-line', 'delete-line']);
    expect(session.snapshot().content.header).toEqual({ BNAME: 'A' });
  });

  it('lets go of changes that have arrived when the draft is handed back, and of no others', () => {
    const { session } = open(empty, undefined, order);
    const change = (lineNumber: string): DraftEdit => ({
      kind: 'change-line',
      lineNumber,
      base: { QUANTITY: '5' },
      field: 'QUANTITY',
      value: '6',
    });
    session.edit([change('1'), change('2')]);
    session.takeOver({ state: 'open', inPims: null, changes: [], refusal: null });
    expect(session.snapshot().content.changes).toHaveLength(2);
    session.setQueued();
    const left = session.snapshot().content.changes.slice(1);
    session.takeOver({ state: 'open', inPims: null, changes: left, refusal: null });
    expect(session.snapshot()).toMatchObject({ content: { changes: left }, canUndo: false });
  });

  it('takes over what was decided in the outbox, and why PIMS refused it', () => {
    const { session } = open(empty, undefined, order);
    const base = { QUANTITY: '5' };
    session.edit([{ kind: 'change-line', lineNumber: '1', base, field: 'QUANTITY', value: '6' }]);
    session.setQueued();
    const changes = [{ lineNumber: '1', base: { QUANTITY: '7' }, fields: { QUANTITY: '9' } }];
    const refusal = { words: 'No.', place: { kind: 'change', lineNumber: '1' } } as const;
    session.takeOver({ state: 'open', inPims: null, changes, refusal });
    expect(session.snapshot()).toMatchObject({ content: { changes }, refusal, canUndo: false });
  });

  it('keeps what can be undone when it comes back as it went', () => {
    const { session } = open(empty, undefined, order);
    session.edit([
      { kind: 'change-line', lineNumber: '1', base: { QUANTITY: '5' }, field: 'QUANTITY', value: '6' },
    ]);
    const { changes } = session.snapshot().content;
    session.setQueued();
    session.takeOver({ state: 'open', inPims: null, changes: structuredClone(changes), refusal: null });
    expect(session.snapshot()).toMatchObject({ state: 'open', canUndo: true });
  });
});
