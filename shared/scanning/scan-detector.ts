import type { ScanSettings } from './scan-settings.ts';

/** A key as the page hears of it (`KeyboardEvent`); `timeMs` is when it was pressed, from any start (`timeStamp`). */
export interface PressedKey {
  readonly key: string;
  readonly timeMs: number;
  readonly ctrlKey?: boolean;
  /** A key held down repeats as fast as a scanner types. */
  readonly repeat?: boolean;
}

/** The keys that may belong to a scan so far. */
export interface ScanState {
  /** Empty when none is under way. */
  readonly text: string;
  readonly startedMs: number;
  readonly lastMs: number;
  /** Keys that put a letter into whatever has the focus; separators do not. */
  readonly typed: number;
}

/** A code that came from a scanner. */
export interface Scan {
  /** Without prefix and suffix; group separators (\u001d) are kept. */
  readonly code: string;
  /** As it came. */
  readonly raw: string;
  readonly endedBy: 'key' | 'silence';
  readonly startedMs: number;
  /** So many letters it has put into whatever had the focus. */
  readonly typed: number;
}

export interface ScanStep {
  readonly state: ScanState;
  /** What ended with this step, if anything. With `endedBy: 'key'` it is this very key, which then means nothing else. */
  readonly scan: Scan | null;
}

export const noScan: ScanState = { text: '', startedMs: 0, lastMs: 0, typed: 0 };

/** They change what the next key means, and are nothing by themselves. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'CapsLock', 'Meta']);

/** Fingers that roll over neighbouring keys reach a scanner's pace for four or five of them. */
const LEAST_WITHOUT_KEY = 6;

/** How keyboards, and scanners that pose as one, send the separators of 2D codes: with Ctrl. */
const CONTROL_CHARACTERS: Readonly<Record<string, string>> = {
  '\\': '\u001c',
  ']': '\u001d',
  '^': '\u001e',
  _: '\u001f',
  d: '\u0004',
};

/**
 * Takes a key to a scan, or finds that somebody types. Every key goes through here, and none is ever held back: what a
 * scan has put into a field is taken out of it afterwards (`Scan.typed`). A scan is told by its timing alone.
 */
export function pressKey(state: ScanState, pressed: PressedKey, settings: ScanSettings): ScanStep {
  if (MODIFIERS.has(pressed.key)) return { state, scan: null };
  const { timeMs } = pressed;
  if (pressed.key === 'Enter' || pressed.key === 'Tab') return endByKey(state, pressed, settings);
  const before = passTime(state, timeMs, settings);
  const character = characterOf(pressed);
  if (character === null) return { state: noScan, scan: before.scan };
  const goesOn = before.state.text !== '' && timeMs - before.state.lastMs <= settings.maxGapMs;
  const isTyped = pressed.ctrlKey !== true && character >= ' ';
  const next = goesOn ? before.state : { ...noScan, startedMs: timeMs };
  return {
    state: {
      text: next.text + character,
      startedMs: next.startedMs,
      lastMs: timeMs,
      typed: next.typed + (isTyped ? 1 : 0),
    },
    scan: before.scan,
  };
}

/** To be called at `silenceAt`, or at any other time: ends a scan whose scanner sends no Enter. */
export function passTime(state: ScanState, nowMs: number, settings: ScanSettings): ScanStep {
  const at = silenceAt(state, settings);
  if (at === null || nowMs < at) return { state, scan: null };
  return { state: noScan, scan: scanOf(state, 'silence', settings) };
}

/** When silence will have ended what may be a scan; null when there is none, or only a key ends it. */
export function silenceAt(state: ScanState, settings: ScanSettings): number | null {
  if (settings.needsEndKey || state.text.length < Math.max(settings.minLength, LEAST_WITHOUT_KEY))
    return null;
  return state.lastMs + settings.endAfterMs;
}

/** Whether what came so far is too fast and too long to be typed. */
export function isScanUnderWay(state: ScanState, { minLength }: ScanSettings): boolean {
  return state.text.length >= minLength;
}

function endByKey(state: ScanState, { timeMs, repeat }: PressedKey, settings: ScanSettings): ScanStep {
  const isScan =
    repeat !== true && isScanUnderWay(state, settings) && timeMs - state.lastMs <= settings.endAfterMs;
  if (isScan) return { state: noScan, scan: scanOf(state, 'key', settings) };
  return { state: noScan, scan: passTime(state, timeMs, settings).scan };
}

function scanOf(state: ScanState, endedBy: Scan['endedBy'], { prefix, suffix }: ScanSettings): Scan {
  const { text, startedMs, typed } = state;
  const isFramed = text.length > prefix.length + suffix.length;
  const start = isFramed && text.startsWith(prefix) ? prefix.length : 0;
  const end = isFramed && text.endsWith(suffix) ? text.length - suffix.length : text.length;
  return { code: text.slice(start, end), raw: text, endedBy, startedMs, typed };
}

/** What the key adds to a code; null when no scanner sends it. */
function characterOf({ key, ctrlKey, repeat }: PressedKey): string | null {
  if (repeat === true) return null;
  if (ctrlKey === true) return CONTROL_CHARACTERS[key.toLowerCase()] ?? null;
  return [...key].length === 1 ? key : null;
}
