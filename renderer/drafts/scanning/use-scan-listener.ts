import { useEffect, useEffectEvent } from 'react';
import {
  noScan,
  passTime,
  pressKey,
  type Scan,
  type ScanStep,
  silenceAt,
} from '../../../shared/scanning/scan-detector.ts';
import type { ScanSettings } from '../../../shared/scanning/scan-settings.ts';

interface ScanListenerOptions {
  readonly enabled: boolean;
  readonly settings: ScanSettings;
  /** For the dialog that is open; any other listener is deaf then, since a dialog asks for something of its own. */
  readonly inDialog?: boolean;
  /** Remembers what the focus is in, before a key that may begin a scan; answers how to put that back. */
  readonly mark: () => () => void;
  readonly onScan: (scan: Scan) => void;
}

/** A timer that comes so much later than asked for tells of a busy page. */
const LATE_MS = 20;

/**
 * Hears every key of the page and tells scans from typing. Keys reach whatever has the focus as ever, and what a scan has put
 * there is taken out again; only the Enter or Tab that ends a scan means nothing else: it would press a button.
 */
export function useScanListener({
  enabled,
  settings,
  inDialog = false,
  mark,
  onScan,
}: ScanListenerOptions): void {
  const begin = useEffectEvent(() => mark());
  const end = useEffectEvent((scan: Scan) => onScan(scan));

  useEffect(() => {
    if (!enabled) return;
    let state = noScan;
    let putBack: () => void = () => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (step: ScanStep): void => {
      state = step.state;
      if (step.scan === null) return;
      putBack();
      end(step.scan);
    };
    const waitForSilence = (): void => {
      clearTimeout(timer);
      if (silenceAt(state, settings) === null) return;
      const due = performance.now() + settings.endAfterMs;
      timer = setTimeout(() => {
        const now = performance.now();
        // Where the page was busy, the rest of the scan may still be waiting to be heard.
        if (now - due > LATE_MS) waitForSilence();
        else take(passTime(state, now, settings));
      }, settings.endAfterMs);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isSecret(event.target) || (!inDialog && isDialogOpen())) {
        state = noScan;
        clearTimeout(timer);
        return;
      }
      const { key, timeStamp: timeMs, ctrlKey, repeat } = event;
      const step = pressKey(state, { key, timeMs, ctrlKey, repeat }, settings);
      if (step.scan?.endedBy === 'key') {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      take(step);
      if (state.text.length === 1 && state.lastMs === timeMs) putBack = begin();
      waitForSilence();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [enabled, settings, inDialog]);
}

function isSecret(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'password';
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}
