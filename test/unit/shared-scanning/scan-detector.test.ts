import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isScanUnderWay,
  noScan,
  type PressedKey,
  passTime,
  pressKey,
  type Scan,
  silenceAt,
} from '../../../shared/scanning/scan-detector.ts';
import { type ScanSettings, usualScanSettings } from '../../../shared/scanning/scan-settings.ts';

type Key = string | Omit<PressedKey, 'timeMs'>;

/** Presses keys that follow each other by these pauses, and waits at the end. Answers what was scanned. */
function press(
  keys: readonly (readonly [Key, number])[],
  settings: ScanSettings = usualScanSettings,
): Scan[] {
  const scans: Scan[] = [];
  let state = noScan;
  let timeMs = 1_000;
  for (const [key, pauseMs] of keys) {
    timeMs += pauseMs;
    const pressed = typeof key === 'string' ? { key, timeMs } : { ...key, timeMs };
    const step = pressKey(state, pressed, settings);
    state = step.state;
    if (step.scan !== null) scans.push(step.scan);
  }
  const last = passTime(state, timeMs + 10_000, settings);
  if (last.scan !== null) scans.push(last.scan);
  return scans;
}

const all = (keys: readonly Key[], pauseMs: number) => keys.map((key) => [key, pauseMs] as const);
const codes = (scans: readonly Scan[]) => scans.map(({ code }) => code);

describe('a scanner', () => {
  it('that ends with Enter gives its code', () => {
    expect(press(all([...'0194253', 'Enter'], 8))).toEqual([
      { code: '0194253', raw: '0194253', endedBy: 'key', startedMs: 1_008, typed: 7 },
    ]);
    expect(codes(press(all([...'0194253', 'Tab'], 8)))).toEqual(['0194253']);
  });

  it('that sends no Enter gives it after a silence', () => {
    expect(press(all([...'0194253'], 8))).toMatchObject([{ code: '0194253', endedBy: 'silence' }]);
    expect(press(all([...'0194253'], 8), { ...usualScanSettings, needsEndKey: true })).toEqual([]);
  });

  it('may send the next code before anybody has looked at the clock', () => {
    const one = all([...'111111'], 5);
    const other = all([...'222222'], 5);
    const [[first] = ['2', 5], ...rest] = other;
    expect(codes(press([...one, [first, 300], ...rest]))).toEqual(['111111', '222222']);
  });

  it('is told from what was typed just before', () => {
    const typed = all(['5', '0'], 150);
    expect(press([...typed, ['7', 60], ...all([...'123', 'Enter'], 5)])).toMatchObject([
      { code: '7123', typed: 4 },
    ]);
  });

  it('may press Shift, and send separators with Ctrl', () => {
    const keys: Key[] = [
      ...'[)>',
      'Control',
      { key: '^', ctrlKey: true },
      ...'06',
      { key: ']', ctrlKey: true },
      'Shift',
      'P',
      ...'ab1',
      '\u001d',
      ...'Q5',
      { key: 'D', ctrlKey: true },
      'Enter',
    ];
    expect(press(all(keys, 5))).toMatchObject([{ code: '[)>\u001e06\u001dPab1\u001dQ5\u0004', typed: 11 }]);
  });

  it('has its prefix and suffix taken off where they are', () => {
    const settings = { ...usualScanSettings, prefix: '*#', suffix: '!' };
    expect(press(all([...'*#12345!', 'Enter'], 5), settings)).toMatchObject([
      { code: '12345', raw: '*#12345!', typed: 8 },
    ]);
    expect(codes(press(all([...'12345', 'Enter'], 5), settings))).toEqual(['12345']);
    expect(codes(press(all([...'*#12345', 'Enter'], 5), settings))).toEqual(['12345']);
    expect(codes(press(all([...'*#*!', 'Enter'], 5), settings))).toEqual(['*']);
  });
});

describe('nothing is scanned', () => {
  it.each([
    [
      'when a key is held down',
      [['a', 0], ...all(Array(20).fill({ key: 'a', repeat: true }), 30), ['Enter', 30]],
    ],
    ['when it is short', all([...'abc', 'Enter'], 5)],
    ['when fingers roll over five keys', all([...'asdfg'], 20)],
    ['when a cursor key comes between', all([...'123', 'ArrowLeft', ...'45', 'Enter'], 5)],
    ['when it is a paste', all([{ key: 'v', ctrlKey: true }, 'Enter'], 5)],
    ['when Enter comes late after five keys', [...all([...'12345'], 5), ['Enter', 500]]],
    ['when Enter is held down', [...all([...'12345'], 5), [{ key: 'Enter', repeat: true }, 30]]],
    ['when keys come slowly, Enter at once', [...all([...'12345678'], 90), ['Enter', 1]]],
  ] satisfies [string, (readonly [Key, number])[]][])('%s', (_what, keys) => {
    expect(press(keys)).toEqual([]);
  });
});

describe('while keys come in', () => {
  it('it shows early that they can’t be typed, and when silence will have ended them', () => {
    let state = noScan;
    for (const [index, key] of [...'123456'].entries()) {
      expect(isScanUnderWay(state, usualScanSettings)).toBe(index >= 4);
      expect(silenceAt(state, usualScanSettings)).toBeNull();
      state = pressKey(state, { key, timeMs: index * 10 }, usualScanSettings).state;
    }
    expect(silenceAt(state, usualScanSettings)).toBe(150);
    expect(passTime(state, 149, usualScanSettings)).toEqual({ state, scan: null });
    expect(passTime(state, 150, usualScanSettings)).toMatchObject({
      state: noScan,
      scan: { code: '123456' },
    });
  });
});

describe('whatever the keys', () => {
  const letter = fc.stringMatching(/^[ -~]$/);
  const pauses = (min: number, max: number, length: number) =>
    fc.array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length });

  it('a scanner’s pace gives the whole code, after whatever was typed before', () => {
    const scan = fc
      .array(letter, { minLength: 6, maxLength: 40 })
      .chain((letters) => fc.tuple(fc.constant(letters), pauses(0, 30, letters.length + 1)));
    const before = fc.array(letter, { maxLength: 5 });
    fc.assert(
      fc.property(before, scan, fc.boolean(), (typed, [letters, gaps], sendsEnter) => {
        const keys = [...letters, ...(sendsEnter ? ['Enter'] : [])];
        const scanned = keys.map((key, index) => [key, index === 0 ? 60 : (gaps[index] ?? 0)] as const);
        const found = press([...all(typed, 90), ...scanned]);
        expect(found).toMatchObject([{ raw: letters.join(''), typed: letters.length }]);
      }),
    );
  });

  it('a person’s pace is never taken for a scan', () => {
    const key = fc.oneof(letter, fc.constantFrom('Enter', 'Tab', 'Shift', 'Backspace', 'Dead'));
    const typing = fc
      .array(key, { maxLength: 60 })
      .chain((keys) => fc.tuple(fc.constant(keys), pauses(36, 400, keys.length)));
    fc.assert(
      fc.property(typing, ([keys, gaps]) => {
        expect(press(keys.map((one, index) => [one, gaps[index] ?? 40] as const))).toEqual([]);
      }),
    );
  });

  it('no more letters are to be taken back than were typed', () => {
    const key = fc.oneof(letter, fc.constantFrom('Enter', 'Shift', 'F5'));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.nat(150))), (keys) => {
        const typed = press(keys).reduce((sum, scan) => sum + scan.typed, 0);
        expect(typed).toBeLessThanOrEqual(keys.filter(([one]) => one.length === 1).length);
      }),
    );
  });
});
