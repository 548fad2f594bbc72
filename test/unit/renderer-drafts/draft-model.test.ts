import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTyping } from '../../../renderer/drafts/draft-history.ts';
import {
  applyEdit,
  applyEdits,
  type DraftContent,
  inverseOf,
  takeBackEdits,
} from '../../../renderer/drafts/draft-model.ts';
import type { DraftEdit } from '../../../shared/drafts/draft.ts';
import { anyContent, anyEdit, lineId } from './arbitrary-edits.ts';

const content: DraftContent = {
  header: { CUSTOMER_CODE: 'M-1000' },
  lines: [
    { id: lineId('l1'), fields: { PART_CODE: 'A', QUANTITY: '1' } },
    { id: lineId('l2'), fields: { PART_CODE: 'B' } },
  ],
  changes: [],
};

describe('applyEdit', () => {
  it('takes a field away when its value is empty', () => {
    const edit = { kind: 'set-header', field: 'CUSTOMER_CODE', value: '' } as const;
    expect(applyEdit(content, edit).header).toEqual({});
  });

  it('puts a line behind another, or first', () => {
    const edit = { kind: 'insert-line', lineId: lineId('n'), fields: {} } as const;
    const idsAfter = (after: ReturnType<typeof lineId> | null) =>
      applyEdit(content, { ...edit, after }).lines.map((line) => line.id);
    expect(idsAfter(null)).toEqual(['n', 'l1', 'l2']);
    expect(idsAfter(lineId('l1'))).toEqual(['l1', 'n', 'l2']);
  });

  it('leaves other lines as the very objects they were, so that they are not drawn again', () => {
    const edit = { kind: 'set-line', lineId: lineId('l1'), field: 'QUANTITY', value: '2' } as const;
    expect(applyEdit(content, edit).lines[1]).toBe(content.lines[1]);
  });

  it('knows no line twice and none behind a line that is not there', () => {
    const edit = { kind: 'insert-line', after: null, fields: {} } as const;
    expect(applyEdit(content, { ...edit, lineId: lineId('l1') })).toBe(content);
    expect(applyEdit(content, { ...edit, lineId: lineId('n'), after: lineId('gone') })).toBe(content);
  });
});

describe('changes of lines that PIMS has', () => {
  const base = { QUANTITY: '5' };
  const change = (lineNumber: string, field: string, value: string) =>
    ({ kind: 'change-line', lineNumber, base, field, value }) as const;
  const after = (...edits: DraftEdit[]) => applyEdits(content, edits).content.changes;

  it('are in the order of the lines, and go with the value that was there', () => {
    expect(
      after(change('10', 'QUANTITY', '6'), change('9', 'NOTE', 'x')).map((one) => one.lineNumber),
    ).toEqual(['9', '10']);
    expect(after(change('9', 'QUANTITY', '6'), change('9', 'QUANTITY', '5'))).toEqual([]);
  });

  it('keep what an emptied field means: nothing there', () => {
    expect(after(change('9', 'QUANTITY', ''))).toEqual([{ lineNumber: '9', base, fields: { QUANTITY: '' } }]);
  });

  it('are taken back line by line', () => {
    const done = applyEdits(content, [change('9', 'QUANTITY', '6'), change('9', 'NOTE', 'x')]).content;
    const [first] = done.changes;
    expect(first === undefined ? done : applyEdits(done, takeBackEdits(first)).content).toEqual(content);
  });
});

describe('inverse edits', () => {
  it('take any edit back, on any content', () => {
    fc.assert(
      fc.property(anyContent, anyEdit, (before, edit) => {
        const after = applyEdit(before, edit);
        expect(applyEdits(after, inverseOf(before, edit)).content).toEqual(before);
      }),
    );
  });

  it('take any run of edits back, and the inverse of the inverse brings it again', () => {
    fc.assert(
      fc.property(anyContent, fc.array(anyEdit, { maxLength: 30 }), (before, edits) => {
        const done = applyEdits(before, edits);
        const undone = applyEdits(done.content, done.inverse);
        expect(undone.content).toEqual(before);
        expect(applyEdits(undone.content, undone.inverse).content).toEqual(done.content);
      }),
    );
  });
});

describe('mergeTyping', () => {
  it('makes one edit of a word that is typed', () => {
    const type = (value: string) => ({ kind: 'set-header', field: 'BNAME', value }) as const;
    expect(mergeTyping([type('A')], [type('Ac'), type('Acme')])).toEqual([type('Acme')]);
  });

  it('never changes what the edits come to', () => {
    fc.assert(
      fc.property(
        anyContent,
        fc.array(anyEdit, { maxLength: 20 }),
        fc.array(anyEdit, { maxLength: 20 }),
        (before, waiting, added) => {
          const merged = mergeTyping(mergeTyping([], waiting), added);
          expect(applyEdits(before, merged).content).toEqual(
            applyEdits(before, [...waiting, ...added]).content,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
