import { describe, expect, it, vi } from 'vitest';
import { applyEdits } from '../../../renderer/drafts/draft-model.ts';
import { type LineCommand, planCommand } from '../../../renderer/drafts/scanning/scan-commands.ts';
import { ScanDesk, type ScanDone } from '../../../renderer/drafts/scanning/scan-desk.ts';
import { type FoundPart, scanEdits, scanWords } from '../../../renderer/drafts/scanning/scan-edits.ts';
import { orderNumberSchema } from '../../../shared/ids.ts';
import type { Pack } from '../../../shared/parts/pack.ts';
import type { Part } from '../../../shared/parts/part.ts';
import type { ScannedPart } from '../../../shared/parts/scanned-part.ts';
import type { ScanCommand } from '../../../shared/scanning/command-codes.ts';
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

describe('planCommand', () => {
  const lines = [
    { id: lineId('l1'), fields: { PART_CODE: 'A', QUANTITY: '1' } },
    { id: lineId('l2'), fields: { PART_CODE: 'B' } },
  ];
  const plan = (command: LineCommand, change: Partial<Parameters<typeof planCommand>[1]> = {}) =>
    planCommand(command, { lines, inPims: null, lineId: lineId('l2'), ...change });

  it('changes the line that was scanned last', () => {
    expect(plan({ kind: 'quantity', quantity: '20' })).toEqual({
      ok: true,
      edit: { kind: 'set-line', lineId: 'l2', field: 'QUANTITY', value: '20' },
      words: 'B: 20',
    });
    expect(plan({ kind: 'delete-line' })).toMatchObject({
      edit: { kind: 'delete-line', lineId: 'l2' },
      words: expect.stringContaining('Line 2, B, was deleted'),
    });
  });

  it('changes no other, and none that PIMS has', () => {
    const inPims = { orderNumber: orderNumberSchema.parse('54321'), lineIds: [lineId('l2')] };
    expect(plan({ kind: 'delete-line' }, { lineId: null })).toEqual({
      ok: false,
      problem: expect.stringContaining('Scan a part first'),
    });
    expect(plan({ kind: 'delete-line' }, { lineId: lineId('gone') }).ok).toBe(false);
    expect(plan({ kind: 'quantity', quantity: '20' }, { inPims }).ok).toBe(false);
  });
});

describe('ScanDesk', () => {
  const unknown: ScannedPart = { kind: 'unknown', code: 'u', problem: null };

  /** `disk` is what an earlier desk left there; it is changed as a database would be. */
  function scanDesk(answers: Record<string, ScannedPart | Error>, disk: OpenScan[] = []) {
    const take = vi.fn((one: FoundPart, times: number, _ownLine: boolean): ScanDone | null => ({
      ...{ words: `${one.partCode} ${times}`, lineId: lineId(one.partCode) },
    }));
    const command = vi.fn((_command: ScanCommand, _lineId: string | null) => ({
      words: 'Done.',
      isDone: true,
    }));
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
      ...{ take, command, sound, remember, store },
      ask: async (code) => {
        const answer = answers[code];
        if (answer === undefined || answer instanceof Error) throw answer ?? new Error('no answer');
        return answer;
      },
    });
    return { desk, take, command, sound, remember, store, answers, disk, open: () => desk.snapshot().open };
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
    expect(take).toHaveBeenCalledExactlyOnceWith(found(), 2, false);
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

  describe('told what to do by a code', () => {
    const quantity = { kind: 'quantity', quantity: '20' };

    it('does it to the line that was scanned last, after the scans before it', async () => {
      const { desk, command, sound } = scanDesk({ a: found({ partCode: 'A' }) });
      void desk.scan('a');
      await desk.scan('od-qty-20');
      expect(command).toHaveBeenCalledExactlyOnceWith(quantity, 'A');
      expect(sound.mock.calls.flat()).toEqual(['taken', 'taken']);
      expect(desk.snapshot()).toMatchObject({ words: 'Done.', open: [] });
    });

    it('never takes an earlier line for one whose code nobody knew', async () => {
      const { desk, command, sound } = scanDesk({ a: found(), u: unknown });
      await desk.scan('a');
      await desk.scan('u');
      command.mockReturnValueOnce({ words: 'Scan a part first.', isDone: false });
      await desk.scan('OD-QTY-20');
      expect(command).toHaveBeenCalledExactlyOnceWith(quantity, null);
      expect(sound.mock.calls.flat()).toEqual(['taken', 'unknown', 'unknown']);
      expect(desk.snapshot().words).toBe('Scan a part first.');
    });

    it('begins a line of its own with the next scan, and no other', async () => {
      const { desk, take } = scanDesk({ a: found(), u: unknown });
      await desk.scan('OD-NEXT');
      await desk.scan('u');
      await desk.scan('a');
      await desk.scan('a');
      expect(take.mock.calls.map(([, , ownLine]) => ownLine)).toEqual([true, false]);
    });

    it('does nothing once the draft was left', async () => {
      const { desk, command } = scanDesk({});
      desk.close();
      await desk.scan('OD-UNDO');
      expect(command).not.toHaveBeenCalled();
    });
  });

  describe('told what a code stands for', () => {
    const means = { part: 'mdvq', pieces: '6', remember: false };

    it('takes so many pieces for each scan', async () => {
      const { desk, take, open, remember } = scanDesk({ u: unknown, mdvq: found({ packQuantity: '20' }) });
      await desk.scan('u');
      await desk.scan('u');
      expect(await desk.settle('u', means)).toBeNull();
      expect(take).toHaveBeenCalledExactlyOnceWith(found({ packQuantity: '6', pieces: '6' }), 2, false);
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
      expect(take).toHaveBeenCalledExactlyOnceWith(six, 1, false);
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
