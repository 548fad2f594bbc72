import { useCallback, useEffect, useState } from 'react';
import type { DraftId } from '../../shared/ids.ts';
import { callDesk } from '../bridge/call.ts';
import { useDeskEvent } from '../bridge/use-desk-event.ts';
import type { DraftSession } from './draft-session.ts';
import { openSession, releaseSession } from './draft-sessions.ts';

interface Opened {
  readonly session: DraftSession | null;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Opens a draft for as long as the component is there. */
export function useDraftSession(id: DraftId): Opened {
  const [session, setSession] = useState<DraftSession | null>(null);
  const [error, setError] = useState<Error | null>(null);

  useEffect(() => {
    if (error !== null) return;
    let left = false;
    let opened: DraftSession | null = null;
    openSession(id).then(
      (one) => {
        if (left) return releaseSession(one);
        opened = one;
        setSession(one);
      },
      (failure: Error) => {
        if (!left) setError(failure);
      },
    );
    return () => {
      left = true;
      if (opened !== null) releaseSession(opened);
      setSession(null);
    };
  }, [id, error]);

  useDeskEvent('outbox.changed', () => {
    if (session !== null) void readStanding(session);
  });

  return { session, error, retry: useCallback(() => setError(null), []) };
}

/** Asks where the draft stands: the outbox takes it, sends it, or hands it back. What was typed is left alone. */
export async function readStanding(session: DraftSession): Promise<void> {
  try {
    session.takeOver(await callDesk('drafts.standing', { id: session.id }));
  } catch {
    // The screen keeps what it knows; the next event asks again, and every save is checked by the main process.
  }
}
