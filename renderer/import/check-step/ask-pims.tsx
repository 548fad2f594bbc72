import { Button, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PimsAnswers } from '../../../shared/import/check/check-row.ts';
import { partKey } from '../../../shared/parts/part.ts';
import { codeKey } from '../../../shared/pims/code-key.ts';
import { callDesk } from '../../bridge/call.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import { confirm } from '../../ui/confirm.tsx';
import { messageOf } from '../../ui/error-notice.tsx';
import { notify } from '../../ui/notify.tsx';
import { counted } from '../create-step/creation-words.ts';
import type { ImportSession } from '../session/import-session.ts';
import type { ImportSnapshot, QuestionCounts } from '../session/import-snapshot.ts';

interface AskPimsProps {
  readonly session: ImportSession;
  readonly snapshot: ImportSnapshot;
}

/** What was read within this time counts as checked, in ms: a file is mended for a while. */
const FRESH_MS = 60 * 60_000;

/** Between a change of the rows and counting what PIMS could be asked, in ms: longer than between two letters. */
const PAUSE_MS = 300;

/** Has PIMS asked for the parts and customers of the rows, in batches, after saying how many requests that costs. */
export function AskPims({ session, snapshot: { check, busy } }: AskPimsProps) {
  const [counts, setCounts] = useState<QuestionCounts | null>(null);
  const isOffline = useDeskQuery('status.read', {}).data?.reach === 'unreachable';
  const rows = check?.rows;
  useEffect(() => {
    if (rows === undefined) return;
    let isWanted = true;
    // All rows are gone through for it: not before the next change is answered.
    const timer = setTimeout(() => {
      void session.questionCounts().then((found) => isWanted && setCounts(found));
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [session, rows]);
  const requests = counts?.requests ?? 0;
  const ask = async (): Promise<void> => {
    if (counts === null || !(await confirm(questionOf(counts)))) return;
    try {
      await session.during('asking', async (goesOn) => {
        const plan = await session.questions();
        const jobs = [
          ...plan.parts.map((codes) => () => readParts(codes)),
          ...plan.customers.map((codes) => () => readCustomers(codes)),
        ];
        for (const [index, job] of jobs.entries()) {
          // Stopped meanwhile: what was answered is kept.
          if (!goesOn(index / jobs.length)) return;
          await session.answer(await job());
        }
      });
    } catch (cause) {
      notify('problem', cause instanceof Error ? messageOf(cause) : 'PIMS could not be asked.');
    }
  };
  const words = isOffline
    ? 'PIMS can’t be reached now: the rows are checked without it'
    : requests === 0
      ? 'All parts and customers of these rows have been asked for'
      : `Checks whether PIMS has the parts and customers: ${requestWords(requests)}`;
  return (
    <Tooltip label={words}>
      <Button
        variant="default"
        disabled={isOffline || requests === 0 || busy !== null}
        aria-description={words}
        onClick={() => void ask()}
      >
        Ask PIMS…
      </Button>
    </Tooltip>
  );
}

function questionOf({ parts, customers, requests }: QuestionCounts) {
  const codes = [counted(parts, 'part', 'parts'), counted(customers, 'customer', 'customers')].filter(
    (words) => !words.startsWith('0 '),
  );
  return {
    title: `Ask PIMS for ${codes.join(' and ')}?`,
    text: `That takes at most ${requestWords(requests)}; what was read within the last hour is not asked for again. The rows can be imported without it too.`,
    confirm: 'Ask PIMS',
  };
}

function requestWords(requests: number): string {
  return counted(requests, 'request', 'requests');
}

async function readParts(codes: readonly string[]): Promise<PimsAnswers> {
  const { parts, unknown } = await callDesk('parts.read', { codes: [...codes], maxAgeMs: FRESH_MS });
  const answers = new Map([
    ...unknown.map((code) => [partKey(code), null] as const),
    ...parts.map((part) => [partKey(part.code), part] as const),
  ]);
  return { parts: answers, customers: new Map() };
}

async function readCustomers(codes: readonly string[]): Promise<PimsAnswers> {
  const { customers, unknown } = await callDesk('customers.read', { codes: [...codes], maxAgeMs: FRESH_MS });
  const answers = new Map([
    ...unknown.map((code) => [codeKey(code), false] as const),
    ...customers.map(({ code }) => [codeKey(code), true] as const),
  ]);
  return { parts: new Map(), customers: answers };
}
