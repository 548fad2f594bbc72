import { keepPreviousData } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SubmissionId } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { leavesOlderOut, withOlder } from './older.ts';

/**
 * The submissions that the outbox shows: those that it lists, and of the older ones, which it has only when they are asked
 * for, what a person searches for and what another screen leads to.
 */
export function useListed(
  listed: readonly Submission[] | undefined,
  text: string,
  ledTo: SubmissionId | null,
): { readonly all: readonly Submission[]; readonly leavesOut: boolean } {
  const leavesOut = listed !== undefined && leavesOlderOut(listed);
  const isThere = ledTo === null || listed?.some(({ id }) => id === ledTo) === true;
  const input = { text: text.trim().slice(0, 200), id: isThere ? null : ledTo };
  const isWanted = leavesOut && (input.text !== '' || input.id !== null);
  // What was found stays in sight while more is typed.
  const options = { enabled: isWanted, placeholderData: keepPreviousData };
  const older = useDeskQuery('outbox.older', input, options).data;
  const all = useMemo(
    () => withOlder(listed ?? [], isWanted ? (older ?? []) : []),
    [listed, isWanted, older],
  );
  return { all, leavesOut };
}
