import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type DraftContent } from '../../../renderer/drafts/draft-model.ts';
import { lineColumns } from '../../../renderer/drafts/lines/line-columns.ts';
import {
  editsOf,
  oneLine,
  putBackEdits,
  removedWords,
  whyRefused,
} from '../../../renderer/drafts/lines/line-commands.ts';
import { usualLayout } from '../../../renderer/line-grid/columns/column-layout.ts';
import { anyContent, lineId } from './arbitrary-edits.ts';

const content: DraftContent = {
  header: {},
  lines: ['l1', 'l2', 'l3', 'l4'].map((id) => ({ id: lineId(id), fields: { PART_CODE: id } })),
  changes: [],
};
const parts = ({ lines }: DraftContent) => lines.map(({ fields }) => fields.PART_CODE).join(' ');
const after = (command: Parameters<typeof editsOf>[1]) =>
  applyEdits(content, editsOf(content.lines, command)).content;

describe('editsOf', () => {
  it('writes cells and adds rows behind the last line, in order', () => {
    const written = after({
      kind: 'write',
      cells: [{ rowId: 'l2', column: 'PART_CODE', value: 'X' }],
      added: [{ PART_CODE: 'n1' }, { PART_CODE: 'n2' }],
      typing: false,
    });
    expect(parts(written)).toBe('l1 X l3 l4 n1 n2');
  });

  it('works quantities out, in lines that are there and in added ones', () => {
    const written = after({
      kind: 'write',
      cells: [
        { rowId: 'l1', column: 'QUANTITY', value: '2*12' },
        { rowId: 'l2', column: 'QUANTITY', value: '2*' },
        { rowId: 'l3', column: 'DESCRIPTION', value: '3 x 6' },
      ],
      added: [{ QUANTITY: '3 x 6' }],
      typing: false,
    });
    const [first, second, third, , added] = written.lines.map(({ fields }) => fields);
    expect([first?.QUANTITY, second?.QUANTITY, added?.QUANTITY]).toEqual(['24', '2*', '18']);
    expect(third?.DESCRIPTION).toBe('3 x 6');
  });

  it('inserts, removes and moves lines', () => {
    expect(parts(after({ kind: 'insert', after: 'l1', rows: [{ PART_CODE: 'n' }] }))).toBe('l1 n l2 l3 l4');
    expect(parts(after({ kind: 'insert', after: null, rows: [{ PART_CODE: 'n' }] }))).toBe('n l1 l2 l3 l4');
    expect(parts(after({ kind: 'remove', rowIds: ['l2', 'l3'] }))).toBe('l1 l4');
    expect(parts(after({ kind: 'move', rowIds: ['l2', 'l3'], after: null }))).toBe('l2 l3 l1 l4');
    expect(parts(after({ kind: 'move', rowIds: ['l1', 'l2'], after: 'l3' }))).toBe('l3 l1 l2 l4');
  });

  it('puts removed lines back where they were, and none twice', () => {
    const removed = after({ kind: 'remove', rowIds: ['l2', 'l4'] });
    const back = (now: DraftContent) =>
      applyEdits(now, putBackEdits(content.lines, new Set(['l2', 'l4']), now.lines)).content;
    expect(back(removed)).toEqual(content);
    expect(back(content)).toEqual(content);
  });

  it('says which lines were removed, also when they stood together in a sorted view alone', () => {
    const words = (...ids: string[]) => removedWords(content.lines, new Set(ids));
    expect(words('l3')).toBe('Line 3 was deleted.');
    expect(words('l3', 'l2')).toBe('2 lines were deleted, from line 2 on.');
    expect(words('l4', 'l1')).toBe('2 lines were deleted.');
  });
});

it('many edits at once come to the same as one by one, and undo leads back', () => {
  fc.assert(
    fc.property(anyContent, fc.array(fc.nat(3), { minLength: 14, maxLength: 40 }), (start, picks) => {
      const edits = picks.flatMap((pick, index) => {
        const id = start.lines[pick]?.id ?? `new${index % 5}`;
        const last = start.lines.at(-1)?.id ?? null;
        return (
          [
            editsOf(start.lines, {
              kind: 'write',
              cells: [{ rowId: id, column: 'QUANTITY', value: `${index}` }],
              added: [],
              typing: false,
            }),
            editsOf(start.lines, { kind: 'remove', rowIds: [id] }),
            editsOf(start.lines, {
              kind: 'insert',
              after: index % 2 === 0 ? null : last,
              rows: [{ PART_CODE: `${index}` }],
            }),
            editsOf(start.lines, { kind: 'move', rowIds: [id], after: null }),
          ][index % 4] ?? []
        );
      });
      const { content: end, inverse } = applyEdits(start, edits);
      let oneByOne = start;
      for (const edit of edits) oneByOne = applyEdits(oneByOne, [edit]).content;
      expect(end).toEqual(oneByOne);
      expect(applyEdits(end, inverse).content).toEqual(start);
    }),
  );
});

describe('lineColumns', () => {
  const ids = (...all: Parameters<typeof lineColumns>) => lineColumns(...all).map(({ id }) => id);
  const first = ['PART_CODE', 'QUANTITY'];

  it('shows what people look for where the connection has it, then what the lines hold, then what was added', () => {
    const known = ['EXTENDED_PRICE', 'COLOR', 'QTY_ON_HAND', 'UNIT_PRICE', 'NUMBER_SHIPPED'];
    const layout = { ...usualLayout, order: ['QUANTITY', 'ADDED'] };
    expect(ids(first, known, ['NOTE'], layout, ['NUMBER_SHIPPED'])).toEqual([
      'PART_CODE',
      'QUANTITY',
      'QTY_ON_HAND',
      'UNIT_PRICE',
      'EXTENDED_PRICE',
      'NOTE',
      'ADDED',
    ]);
  });

  it('leaves out what is none of a person’s business, unless a line holds it: nothing is sent unseen', () => {
    expect(ids(first, [], ['FUNCTION'], usualLayout, ['FUNCTION', 'LINE_NUMBER'])).toEqual([
      'PART_CODE',
      'QUANTITY',
      'FUNCTION',
    ]);
  });
});

it('a pasted text becomes one line', () => {
  expect(oneLine('two\r\nlines\u00a0 x ')).toBe('two lines x');
});

it('a text that would keep the draft from being saved is refused', () => {
  expect(whyRefused('x'.repeat(32_768))).toBeNull();
  expect(whyRefused('x'.repeat(32_769))).toBe('No field takes more than 32768 characters.');
});
