import type { Draft } from '../../shared/drafts/draft.ts';
import type { DraftId } from '../../shared/ids.ts';
import { CallError, callDesk } from '../bridge/call.ts';
import { DraftSession } from './draft-session.ts';

/*
 * The sessions of drafts outlive their screen until everything typed is on disk: leaving the screen while a save
 * fails loses nothing, and coming back shows what was typed, not what the database has.
 */
const sessions = new Map<DraftId, KeptSession>();

interface KeptSession {
  readonly session: DraftSession;
  /** Screens that show it. */
  users: number;
}

/** Failures that trying again may mend. A draft that is queued, gone or refused stays so. */
function canRetry(error: Error): boolean {
  if (!(error instanceof CallError)) return true;
  return error.code !== 'conflict' && error.code !== 'not-found' && error.code !== 'invalid-input';
}

/**
 * The session of a draft: the one that still has unsaved work, or a new one read from the database. Throws the
 * CallError of reading. Every call is paired with one of `releaseSession`.
 */
export async function openSession(id: DraftId): Promise<DraftSession> {
  let kept = sessions.get(id);
  if (kept === undefined) {
    const draft = await callDesk('drafts.open', { id });
    kept = sessions.get(id) ?? keep(draft);
  }
  kept.users += 1;
  return kept.session;
}

function keep(draft: Draft): KeptSession {
  const session = new DraftSession(draft, {
    save: (id, edits) => callDesk('drafts.edit', { id, edits }),
    canRetry,
  });
  const kept = { session, users: 0 };
  sessions.set(draft.id, kept);
  return kept;
}

/** The screen does not need the session any more. It is forgotten as soon as its work is on disk. */
export function releaseSession(session: DraftSession): void {
  const kept = sessions.get(session.id);
  if (kept === undefined) return;
  kept.users -= 1;
  if (kept.users > 0) return;
  const forget = (): void => {
    if (kept.users === 0 && session.isClean && sessions.get(session.id) === kept) sessions.delete(session.id);
  };
  session.flush().then(forget, () => {
    const stop = session.subscribe(() => {
      if (kept.users > 0 || session.isClean) {
        stop();
        forget();
      }
    });
  });
}

/** Writes what waits in every draft, when the window goes out of sight or closes. */
function flushAllSessions(): void {
  for (const { session } of sessions.values()) {
    // A failure shows on the draft's screen; the next try comes by itself.
    session.flush().catch(() => undefined);
  }
}

document.addEventListener('visibilitychange', flushAllSessions);
window.addEventListener('pagehide', flushAllSessions);
