import Big from 'big.js';
import type { DraftId, DraftLineId } from '../../../shared/ids.ts';
import type { ScanAgain } from '../../../shared/preferences/preferences.ts';
import { callDesk } from '../../bridge/call.ts';
import type { DraftSession } from '../draft-session.ts';
import { planCommand } from './scan-commands.ts';
import { type CommandDone, ScanDesk } from './scan-desk.ts';
import { type FoundPart, scanEdits, scanWords } from './scan-edits.ts';
import { playScanSound } from './scan-sound.ts';

/** What the screen knows, as of now. */
export interface ScanCircumstances {
  readonly again: ScanAgain;
  readonly hasBarcode: boolean;
  /** The line that a scan touched, to be shown. */
  readonly show: (lineId: DraftLineId) => void;
  /** Takes the latest change back and shows it. */
  readonly undo: () => void;
}

/* What the desks of drafts that were left still have under way: it is on disk before the draft's next desk reads that. */
const leaving = new Map<DraftId, Promise<void>>();

const unchanged: CommandDone = { words: 'The draft could not be changed at this moment.', isDone: false };

/** What becomes of the scans in a draft. `circumstances` is asked with each. */
export function createScanDesk(session: DraftSession, circumstances: () => ScanCircumstances): ScanDesk {
  const draftId = session.id;
  return new ScanDesk({
    ask: (code) => callDesk('parts.byBarcode', { code }),
    sound: playScanSound,
    remember: (pack) => callDesk('parts.savePack', pack),
    store: {
      list: async () => {
        await leaving.get(draftId);
        return callDesk('scans.list', { draftId });
      },
      keep: (scan) => callDesk('scans.keep', { draftId, scan }),
      drop: (code) => callDesk('scans.drop', { draftId, code }),
    },
    take: (found, times, ownLine) => {
      const { again, hasBarcode, show } = circumstances();
      // What is being typed stands before the scan, and stays when the scan is undone.
      session.takeTyped();
      const whole: FoundPart = { ...found, pieces: new Big(found.pieces).times(times).toFixed() };
      const { content, inPims } = session.snapshot();
      const { edits, lineId } = scanEdits(whole, {
        ...{ lines: content.lines, inPims, hasBarcode },
        again: ownLine ? 'new-line' : again,
      });
      session.edit(edits);
      const after = session.snapshot().content;
      const line = after.lines.find(({ id }) => id === lineId);
      if (line === undefined || after === content) return null;
      show(lineId);
      return { words: scanWords(whole, line), lineId };
    },
    command: (command, lineId) => {
      session.takeTyped();
      const { content, inPims, canUndo } = session.snapshot();
      if (command.kind === 'undo') {
        if (!canUndo) return { words: 'There is no change to take back.', isDone: false };
        circumstances().undo();
        if (session.snapshot().content === content) return unchanged;
        return { words: 'The latest change was taken back.', isDone: true };
      }
      const plan = planCommand(command, { lines: content.lines, inPims, lineId });
      if (!plan.ok) return { words: plan.problem, isDone: false };
      session.edit([plan.edit]);
      if (session.snapshot().content === content) return unchanged;
      if (plan.edit.kind === 'set-line') circumstances().show(plan.edit.lineId);
      return { words: plan.words, isDone: true };
    },
  });
}

/** The screen of a draft is left. */
export function leaveScanDesk(draftId: DraftId, desk: ScanDesk): void {
  desk.close();
  const left = desk.idle.then(() => {
    if (leaving.get(draftId) === left) leaving.delete(draftId);
  });
  leaving.set(draftId, left);
}
