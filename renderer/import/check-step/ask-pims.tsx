import { Button, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { partKey } from '../../../shared/parts/part.ts';
import { callDesk } from '../../bridge/call.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import { confirm } from '../../ui/confirm.tsx';
import { messageOf } from '../../ui/error-notice.tsx';
import { notify } from '../../ui/notify.tsx';
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

/** Has PIMS asked for the parts of the rows, in batches, after saying how many requests that costs. */
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
  const requests = counts?.partRequests ?? 0;
  const codes = counts?.parts ?? 0;
  const ask = async (): Promise<void> => {
    const question = {
      title: `Ask PIMS for ${codes.toLocaleString('en')} ${codes === 1 ? 'part' : 'parts'}?`,
      text: `That takes at most ${requests.toLocaleString('en')} ${requests === 1 ? 'request' : 'requests'}; parts read within the last hour are not asked for again. Rows are checked without it too, but for whether PIMS has their parts.`,
      confirm: 'Ask PIMS',
    };
    if (!(await confirm(question))) return;
    try {
      session.working('asking', 0);
      const { parts: batches } = await session.questions();
      if (session.snapshot().busy === null) return;
      for (const [index, batch] of batches.entries()) {
        session.working('asking', index / batches.length);
        const { parts, unknown } = await callDesk('parts.read', { codes: [...batch], maxAgeMs: FRESH_MS });
        const answers = new Map([
          ...unknown.map((code) => [partKey(code), null] as const),
          ...parts.map((part) => [partKey(part.code), part] as const),
        ]);
        await session.answer({ parts: answers, customers: new Map() });
        if (session.snapshot().busy === null) return;
      }
    } catch (cause) {
      notify('problem', cause instanceof Error ? messageOf(cause) : 'PIMS could not be asked.');
    } finally {
      if (session.snapshot().busy !== null) session.cancel();
    }
  };
  const words = isOffline
    ? 'PIMS can’t be reached now: the rows are checked without it'
    : requests === 0
      ? 'All parts of these rows have been asked for'
      : `Checks whether PIMS has the parts: ${requests === 1 ? '1 request' : `${requests} requests`}`;
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
