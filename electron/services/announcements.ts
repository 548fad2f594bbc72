import type { ConnectionId, SubmissionId } from '../../shared/ids.ts';
import type { Submission, SubmissionState } from '../../shared/outbox/submission.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { type Announcement, announcementOf } from './announcement-words.ts';

/** Decides what a person is told about the outbox while they look at something else. */
export interface Announcements {
  /** Something about this submission has changed. */
  changed(id: SubmissionId): void;
  close(): void;
}

export interface AnnouncementsOptions {
  readonly list: () => Promise<readonly Submission[]>;
  /** Whether the person has the window before them, which tells everything by itself. */
  readonly isSeen: () => boolean;
  /** Whether the person wants announcements at all. */
  readonly areWanted: () => Promise<boolean>;
  readonly announce: (announcement: Announcement) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Each step of an order is a change: the outbox is read once for several. */
const LOOK_MS = 500;
/** Orders that were submitted together arrive together: one announcement for all. */
const GATHER_MS = 1_500;
/** A queue that empties for minutes is no reason to be told every moment. */
const BETWEEN_MS = 20_000;

const atWork: readonly SubmissionState[] = ['queued', 'sending', 'checking', 'accepted'];

export function createAnnouncements(options: AnnouncementsOptions): Announcements {
  const { clock, log } = options;
  /** What has changed since the last look, and whether the window was seen when it did. */
  let changes = new Map<SubmissionId, { readonly seen: boolean }>();
  /** The last state of a submission that counted as told, also because the window was seen. */
  const told = new Map<SubmissionId, SubmissionState>();
  const heldTold = new Set<ConnectionId>();
  /** What is to be announced next, if it is still true then. */
  let news = new Map<SubmissionId, SubmissionState>();
  let quietUntil = 0;
  let isClosed = false;
  const lookSoon = oneAtATime(clock, () => attempt(look()));
  const tellSoon = oneAtATime(clock, () => attempt(tell()));

  function attempt(work: Promise<void>): void {
    work.catch((error: unknown) => log.error('What the outbox did could not be announced', { error }));
  }

  async function look(): Promise<void> {
    const changed = changes;
    changes = new Map();
    for (const submission of await options.list()) {
      const change = changed.get(submission.id);
      if (change === undefined || !isNew(submission) || change.seen) continue;
      news.set(submission.id, submission.state);
    }
    if (news.size > 0 && !isClosed) tellSoon.in(Math.max(GATHER_MS, quietUntil - clock.monotonic()));
  }

  async function tell(): Promise<void> {
    const gathered = news;
    news = new Map();
    if (options.isSeen() || !(await options.areWanted())) return;
    const stillTrue = (await options.list()).filter(({ id, state }) => gathered.get(id) === state);
    const inState = (wanted: SubmissionState) => stillTrue.filter(({ state }) => state === wanted);
    const announcement = announcementOf({
      sent: inState('sent'),
      needAttention: inState('needs-attention'),
      held: inState('held'),
    });
    if (announcement === null || isClosed) return;
    quietUntil = clock.monotonic() + BETWEEN_MS;
    options.announce(announcement);
  }

  /** Whether its state is worth telling and was not told before. It counts as told from now on. */
  function isNew({ id, state, connectionId }: Submission): boolean {
    // Only a person's decision leads from `needs-attention` back to work: what comes of it is news again.
    if (atWork.includes(state)) told.delete(id);
    if (state === 'held') {
      if (heldTold.has(connectionId)) return false;
      heldTold.add(connectionId);
      return true;
    }
    if (state !== 'sent' && state !== 'needs-attention') return false;
    // PIMS has answered, so the connection works.
    heldTold.delete(connectionId);
    if (told.get(id) === state) return false;
    told.set(id, state);
    return true;
  }

  return {
    changed(id) {
      if (isClosed) return;
      changes.set(id, { seen: options.isSeen() });
      lookSoon.in(LOOK_MS);
    },
    close() {
      isClosed = true;
      lookSoon.callOff();
      tellSoon.callOff();
    },
  };
}

/** Something that is done once, however often it is asked for meanwhile. */
function oneAtATime(clock: Clock, work: () => void) {
  let callOff: (() => void) | undefined;
  return {
    in(delayMs: number): void {
      callOff ??= clock.schedule(delayMs, () => {
        callOff = undefined;
        work();
      });
    },
    callOff: () => callOff?.(),
  };
}
