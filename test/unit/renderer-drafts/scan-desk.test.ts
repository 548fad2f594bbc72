import { describe, expect, it, vi } from 'vitest';
import { applyEdits } from '../../../renderer/drafts/draft-model.ts';
import { ScanDesk } from '../../../renderer/drafts/scanning/scan-desk.ts';
import { type FoundPart, scanEdits, scanWords } from '../../../renderer/drafts/scanning/scan-edits.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import type { Part } from '../../../shared/parts/part.ts';
import type { ScannedPart } from '../../../shared/parts/scanned-part.ts';
import { lineId } from './arbitrary-edits.ts';

const part: Part = {
  ...{ code: 'MDVQ4LL/A', description: 'iPhone 14 Pro', barcode: '194253' },
  ...{ onHand: null, available: null, readAt: '2026-11-25T09:00:00.000Z' },
};
const found = (change: Partial<FoundPart> = {}): FoundPart => ({
  ...{ kind: 'found', partCode: 'MDVQ4LL/A', part, packQuantity: '1', pieces: '1' },
  ...change,
});

describe('scanEdits', () => {
  function scanned(
    rows: readonly Record<string, string>[],
    one = found(),
    change: Partial<Parameters<typeof scanEdits>[1]> = {},
  ) {
    const lines = rows.map((fields, index) => ({ id: lineId(`l${index}`), fields }));
    const into = { lines, inPims: null, hasBarcode: false, again: 'raise', ...change } as const;
    const { edits, lineId: touched } = scanEdits(one, into);
    const after = applyEdits({ header: {}, lines, changes: [] }, edits).content.lines;
    const line = after.find(({ id }) => id === touched);
    return {
      quantities: after.map(({ fields }) => fields.QUANTITY ?? ''),
      line: line?.fields,
      words: line === undefined ? '' : scanWords(one, line),
    };
  }
  const phone = { PART_CODE: 'mdvq4ll/a', QUANTITY: '12' };

  it('raises the line of the part, whichever code was scanned, and says what the line has then', () => {
    const six = found({ packQuantity: '6', pieces: '6' });
    const { quantities, words } = scanned([phone, { PART_CODE: 'X', QUANTITY: '1' }], six);
    expect(quantities).toEqual(['18', '1']);
    expect(words).toBe('+6 mdvq4ll/a: 18');
    expect(scanned([phone], found({ packQuantity: '6', pieces: '12' })).words).toBe(
      '+12 (2 × 6) mdvq4ll/a: 24',
    );
    expect(scanned([{ PART_CODE: 'MDVQ4LL/A' }]).quantities).toEqual(['1']);
  });

  it('adds a line where none is to be raised', () => {
    expect(scanned([phone], found(), { again: 'new-line' }).quantities).toEqual(['12', '1']);
    expect(scanned([{ ...phone, NUMBER_SHIPPED: '3' }]).quantities).toEqual(['12', '1']);
    expect(scanned([{ ...phone, NUMBER_SHIPPED: '0' }]).quantities).toEqual(['13']);
    expect(scanned([{ ...phone, QUANTITY: '2*' }]).quantities).toEqual(['2*', '1']);
    expect(scanned([{ ...phone, QUANTITY: '999999999999' }]).quantities).toEqual(['999999999999', '1']);
    const inPims = { orderNumber: orderNumberSchema.parse('54321'), lineIds: [lineId('l0')] };
    expect(scanned([phone], found(), { inPims }).quantities).toEqual(['12', '1']);
  });

  it('fills a new line, or the blank one at the end', () => {
    const fields = { PART_CODE: 'MDVQ4LL/A', DESCRIPTION: 'iPhone 14 Pro', QUANTITY: '1' };
    expect(scanned([]).line).toEqual(fields);
    expect(scanned([{ PART_CODE: 'X', QUANTITY: '1' }, {}]).line).toEqual(fields);
    expect(scanned([{}]).quantities).toEqual(['1']);
    expect(scanned([], found(), { hasBarcode: true }).line).toEqual({ ...fields, BARCODE: '194253' });
    expect(scanned([], found({ part: null })).line).toEqual({ PART_CODE: 'MDVQ4LL/A', QUANTITY: '1' });
  });
});

describe('ScanDesk', () => {
  function scanDesk(answers: Record<string, ScannedPart | Error>) {
    const take = vi.fn((one: FoundPart, times: number): string | null => `${one.partCode} ${times}`);
    const sound = vi.fn();
    const desk = new ScanDesk({
      take,
      sound,
      ask: async (code) => {
        const answer = answers[code];
        if (answer === undefined || answer instanceof Error) throw answer ?? new Error('no answer');
        return answer;
      },
    });
    return { desk, take, sound, answers, open: () => desk.snapshot().open };
  }

  it('takes scans in their order and keeps what it can’t tell in a list, with a sound of its own', async () => {
    const { desk, take, sound, open } = scanDesk({
      a: found({ partCode: 'A' }),
      b: found({ partCode: 'B' }),
      u: { kind: 'unknown', code: 'u', problem: null },
    });
    void desk.scan('a');
    void desk.scan('u');
    void desk.scan('b');
    await desk.scan('u');
    expect(take.mock.calls.map(([one]) => one.partCode)).toEqual(['A', 'B']);
    expect(sound.mock.calls.flat()).toEqual(['taken', 'unknown', 'taken', 'unknown']);
    expect(desk.snapshot().words).toBe('B 1');
    expect(open()).toMatchObject([{ code: 'u', times: 2, parts: [] }]);
    desk.remove('u');
    expect(open()).toEqual([]);
  });

  it('tries again as often as it was scanned', async () => {
    const { desk, take, answers, open } = scanDesk({ a: new Error('PIMS can’t be reached.') });
    await desk.scan('a');
    await desk.scan('a');
    expect(open()).toMatchObject([{ times: 2, problem: 'PIMS can’t be reached.' }]);
    await desk.retry('a');
    expect(open()).toMatchObject([{ times: 2 }]);
    answers.a = found();
    await desk.retry('a');
    expect(take).toHaveBeenCalledExactlyOnceWith(found(), 2);
    expect(open()).toEqual([]);
  });

  it('lets a person choose among parts of the same barcode', async () => {
    const { desk, take, open } = scanDesk({ a: { kind: 'several', parts: [part, { ...part, code: 'B' }] } });
    await desk.scan('a');
    expect(open()[0]?.parts).toHaveLength(2);
    await desk.choose('a', { ...part, code: 'B' });
    expect(take.mock.calls[0]?.[0]).toMatchObject({ partCode: 'B', pieces: '1' });
    expect(open()).toEqual([]);
  });

  it('keeps a code that the draft could not take', async () => {
    const { desk, take, open } = scanDesk({ a: found() });
    take.mockReturnValueOnce(null);
    await desk.scan('a');
    expect(open()).toMatchObject([{ code: 'a', times: 1 }]);
  });
});
