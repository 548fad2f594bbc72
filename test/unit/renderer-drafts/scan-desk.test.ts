import { describe, expect, it, vi } from 'vitest';
import { applyEdits } from '../../../renderer/drafts/draft-model.ts';
import { ScanDesk } from '../../../renderer/drafts/scanning/scan-desk.ts';
import { type FoundPart, scanEdits, scanWords } from '../../../renderer/drafts/scanning/scan-edits.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import type { Pack } from '../../../shared/parts/pack.ts';
import type { Part } from '../../../shared/parts/part.ts';
import type { ScannedPart } from '../../../shared/parts/scanned-part.ts';
import type { OpenScan } from '../../../shared/scanning/open-scan.ts';
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
  const unknown: ScannedPart = { kind: 'unknown', code: 'u', problem: null };

  /** `disk` is what an earlier desk left there; it is changed as a database would be. */
  function scanDesk(answers: Record<string, ScannedPart | Error>, disk: OpenScan[] = []) {
    const take = vi.fn((one: FoundPart, times: number): string | null => `${one.partCode} ${times}`);
    const sound = vi.fn();
    const remember = vi.fn(async (_pack: Pack) => undefined);
    const store = {
      list: vi.fn(async () => [...disk]),
      keep: vi.fn(async (scan: OpenScan) => {
        const at = disk.findIndex(({ code }) => code === scan.code);
        disk.splice(at === -1 ? disk.length : at, 1, scan);
      }),
      drop: vi.fn(async (code: string) => {
        const at = disk.findIndex((one) => one.code === code);
        if (at !== -1) disk.splice(at, 1);
      }),
    };
    const desk = new ScanDesk({
      ...{ take, sound, remember, store },
      ask: async (code) => {
        const answer = answers[code];
        if (answer === undefined || answer instanceof Error) throw answer ?? new Error('no answer');
        return answer;
      },
    });
    return { desk, take, sound, remember, store, answers, disk, open: () => desk.snapshot().open };
  }

  it('takes scans in their order and keeps what it can’t tell in a list, with a sound of its own', async () => {
    const { desk, take, sound, open, disk } = scanDesk({
      a: found({ partCode: 'A' }),
      b: found({ partCode: 'B' }),
      u: unknown,
    });
    void desk.scan('a');
    void desk.scan('u');
    void desk.scan('b');
    await desk.scan('u');
    expect(take.mock.calls.map(([one]) => one.partCode)).toEqual(['A', 'B']);
    expect(sound.mock.calls.flat()).toEqual(['taken', 'unknown', 'taken', 'unknown']);
    expect(desk.snapshot().words).toBe('B 1');
    expect(open()).toMatchObject([{ code: 'u', times: 2, parts: [] }]);
    expect(disk).toEqual(open());
    await desk.dismiss('u');
    expect(open()).toEqual([]);
    expect(disk).toEqual([]);
  });

  it('goes on with what is on disk, and counts on', async () => {
    const left: OpenScan = { code: 'u', times: 2, problem: 'Nobody knows it.', parts: [] };
    const { desk, open, disk } = scanDesk({ u: unknown }, [left]);
    await desk.scan('u');
    expect(open()).toMatchObject([{ code: 'u', times: 3 }]);
    expect(disk).toEqual(open());
  });

  it('puts a code that was dismissed back, with what was scanned of it since', async () => {
    const { desk, open } = scanDesk({ u: unknown });
    await desk.scan('u');
    const [dismissed] = open();
    await desk.dismiss('u');
    await desk.scan('u');
    if (dismissed !== undefined) await desk.putBack(dismissed);
    expect(open()).toMatchObject([{ code: 'u', times: 2 }]);
  });

  it('tries again as often as it was scanned', async () => {
    const { desk, take, answers, open, disk } = scanDesk({ a: new Error('PIMS can’t be reached.') });
    await desk.scan('a');
    await desk.scan('a');
    expect(open()).toMatchObject([{ times: 2, problem: 'PIMS can’t be reached.' }]);
    await desk.retry('a');
    expect(open()).toMatchObject([{ times: 2 }]);
    answers.a = found();
    await desk.retry('a');
    expect(take).toHaveBeenCalledExactlyOnceWith(found(), 2);
    expect(open()).toEqual([]);
    expect(disk).toEqual([]);
  });

  it('lets a person choose among parts of the same barcode, as many as the label says', async () => {
    const label = '[)>\u001e06\u001dPX-1\u001dQ25\u001e\u0004';
    const several: ScannedPart = { kind: 'several', parts: [part, { ...part, code: 'B' }] };
    const { desk, take, open } = scanDesk({ a: several, [label]: several });
    await desk.scan('a');
    await desk.scan(label);
    expect(open()[0]?.parts).toHaveLength(2);
    await desk.choose('a', { ...part, code: 'B' });
    expect(take.mock.calls[0]?.[0]).toMatchObject({ partCode: 'B', pieces: '1' });
    await desk.choose(label, part);
    expect(take.mock.calls[1]?.[0]).toMatchObject({ partCode: 'MDVQ4LL/A', pieces: '25' });
    expect(open()).toEqual([]);
  });

  it('keeps a code that the draft could not take, and one that comes back when the draft was left', async () => {
    const { desk, take, disk } = scanDesk({ a: found(), b: found() });
    take.mockReturnValueOnce(null);
    await desk.scan('a');
    expect(disk).toMatchObject([{ code: 'a', times: 1 }]);
    const late = desk.scan('b');
    desk.close();
    await late;
    expect(take).toHaveBeenCalledOnce();
    expect(disk).toMatchObject([{ code: 'a' }, { code: 'b', problem: expect.stringContaining('was left') }]);
    desk.open();
    await desk.retry('b');
    expect(disk).toMatchObject([{ code: 'a' }]);
  });

  it('says when the list could not be written, until it could', async () => {
    const { desk, open, store } = scanDesk({ u: unknown });
    store.keep.mockRejectedValueOnce(new Error('The disk is full.'));
    await desk.scan('u');
    expect(desk.snapshot()).toMatchObject({ unkept: 'The disk is full.' });
    expect(open()).toHaveLength(1);
    await desk.scan('u');
    expect(desk.snapshot().unkept).toBeNull();
  });

  describe('told what a code stands for', () => {
    const means = { part: 'mdvq', pieces: '6', remember: false };

    it('takes so many pieces for each scan', async () => {
      const { desk, take, open, remember } = scanDesk({ u: unknown, mdvq: found({ packQuantity: '20' }) });
      await desk.scan('u');
      await desk.scan('u');
      expect(await desk.settle('u', means)).toBeNull();
      expect(take).toHaveBeenCalledExactlyOnceWith(found({ packQuantity: '6', pieces: '6' }), 2);
      expect(remember).not.toHaveBeenCalled();
      expect(open()).toEqual([]);
    });

    it('remembers it, and then takes what the table says', async () => {
      const six = found({ packQuantity: '6', pieces: '6' });
      const { desk, take, answers, remember, open } = scanDesk({ ']E0u': unknown, mdvq: found() });
      await desk.scan(']E0u');
      remember.mockImplementationOnce(async () => {
        answers[']E0u'] = six;
        return undefined;
      });
      expect(await desk.settle(']E0u', { ...means, remember: true })).toBeNull();
      // Without what the scanner says of the kind of code.
      expect(remember).toHaveBeenCalledExactlyOnceWith({
        barcode: 'u',
        partCode: 'MDVQ4LL/A',
        quantity: '6',
      });
      expect(take).toHaveBeenCalledExactlyOnceWith(six, 1);
      expect(open()).toEqual([]);
    });

    it('says why that can’t be, and leaves the code in the list', async () => {
      const several: ScannedPart = { kind: 'several', parts: [part, part] };
      const { desk, open } = scanDesk({ u: unknown, none: unknown, two: several });
      await desk.scan('u');
      expect(await desk.settle('u', { ...means, part: 'none' })).toBe('PIMS has no part “none”.');
      expect(await desk.settle('u', { ...means, part: 'two' })).toContain('Several parts');
      expect(await desk.settle('u', { ...means, part: 'away' })).toBe('no answer');
      expect(open()).toHaveLength(1);
    });
  });
});
