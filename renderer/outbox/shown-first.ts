import type { SubmissionId } from '../../shared/ids.ts';

/* What another screen leads to is picked when the outbox is drawn next. */
let wanted: SubmissionId | null = null;

/** Has the outbox show this submission when the person comes to it. */
export function showFirst(id: SubmissionId): void {
  wanted = id;
}

/** The submission that is to be shown first; null when no other screen led here. */
export function takeShownFirst(): SubmissionId | null {
  const id = wanted;
  wanted = null;
  return id;
}
