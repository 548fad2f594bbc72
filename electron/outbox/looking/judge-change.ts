import { isSame } from '../../../shared/outbox/differences.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';

/** How a line of PIMS stands to a change of it. */
export type ChangeJudgement =
  /** PIMS has every value that the change brings. */
  | 'is-there'
  /** PIMS has what the person saw: the change can be sent. */
  | 'unchanged'
  /** Somebody else changed the same field to something else. */
  | 'conflict'
  /** The order has no such line any more. */
  | 'gone';

interface Change {
  /** What the change brings. */
  readonly request: PimsFields;
  /** The line as the person saw it. */
  readonly base: PimsFields;
  /** What this machine itself has put into the line: moved by our own step, a field is no conflict (design section 6). */
  readonly own: PimsFields;
}

/**
 * Compares a change with the line as PIMS has it now; undefined when the order has no such line. Fields that PIMS does not
 * show say nothing, and those that the change leaves alone may be anything. Pure.
 */
export function judgeChange({ request, base, own }: Change, now: PimsFields | undefined): ChangeJudgement {
  if (now === undefined) return 'gone';
  const shown = Object.entries(request).flatMap(([field, mine]) => {
    const value = now[field];
    return value === undefined ? [] : [{ field, mine, value }];
  });
  if (shown.length > 0 && shown.every(({ field, mine, value }) => isSame(field, mine, value)))
    return 'is-there';
  const moved = shown.some(
    ({ field, mine, value }) =>
      !isSame(field, mine, value) &&
      !isSame(field, base[field] ?? '', value) &&
      !(own[field] !== undefined && isSame(field, own[field], value)),
  );
  return moved ? 'conflict' : 'unchanged';
}

/** The line with that number. */
export function lineNumbered(lines: readonly PimsFields[], number: string): PimsFields | undefined {
  return lines.find((line) => line.LINE_NUMBER === number);
}
