import { Button } from '@mantine/core';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { SubmissionId } from '../../../shared/ids.ts';
import { journalWords } from '../../../shared/outbox/journal-words.ts';
import type { JournalEntry } from '../../../shared/outbox/submission.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { absoluteTime, dayOf, timeOfDay } from '../../ui/time.ts';
import classes from './journal.module.css';
import { type JournalPart, journalParts } from './journal-parts.ts';

/** Entries of a run drawn at first and added by each "Show more". */
const PAGE = 100;

/** What was done for a submission and what came of it, in plain words, oldest first. */
export function Journal({ id }: { readonly id: SubmissionId }) {
  const journal = useDeskQuery('outbox.journal', { id });
  const today = dayOf(new Date().toISOString());
  const parts = useMemo(() => journalParts(journal.data ?? [], today, dayOf), [journal.data, today]);
  if (journal.isPending) return <LoadingRows label="Reading the journal" rows={3} />;
  if (journal.error !== null) {
    return <ErrorNotice error={journal.error} onRetry={() => void journal.refetch()} />;
  }
  return (
    <ol className={classes.journal} aria-label="Journal">
      {parts.map((part) => (
        <Part key={part.key} part={part} />
      ))}
    </ol>
  );
}

function Part({ part }: { readonly part: JournalPart }) {
  switch (part.kind) {
    case 'day':
      return <li className={classes.day}>{dayOf(part.at)}</li>;
    case 'entry':
      return <Entry entry={part.entry} />;
    case 'run':
      return <Run part={part} />;
  }
}

const Entry = memo(function Entry({ entry }: { readonly entry: JournalEntry }) {
  const { text, tone } = journalWords(entry);
  return (
    <li className={classes.entry}>
      <Time iso={entry.at} />
      <span className={classes.text} data-tone={tone}>
        {text}
      </span>
    </li>
  );
});

function Time({ iso }: { readonly iso: string }) {
  return (
    <time className={classes.time} dateTime={iso} title={absoluteTime(iso)}>
      {timeOfDay(iso)}
    </time>
  );
}

/** Many steps that went through, in one line that can be opened. */
function Run({ part }: { readonly part: Extract<JournalPart, { kind: 'run' }> }) {
  const [limit, setLimit] = useState(0);
  const { text, entries, from, to } = part;
  const isOpen = limit > 0;
  const left = entries.length - limit;
  const Fold = isOpen ? ChevronDown : ChevronRight;
  return (
    <li>
      <div className={classes.entry}>
        <Time iso={from} />
        <span className={classes.text} data-tone="good">
          {text}
          <span className={classes.until}> Until {timeOfDay(to)}.</span>
        </span>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isOpen}
          leftSection={<Fold size={13} aria-hidden />}
          onClick={() => setLimit(isOpen ? 0 : PAGE)}
        >
          {isOpen ? 'Hide each' : 'Show each'}
        </Button>
      </div>
      {isOpen && (
        <ol className={classes.run} aria-label={text}>
          {entries.slice(0, limit).map((entry) => (
            <Entry key={`${entry.kind} ${entry.step?.ordinal} ${entry.at}`} entry={entry} />
          ))}
        </ol>
      )}
      {isOpen && left > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setLimit(limit + PAGE)}>
          Show {Math.min(PAGE, left)} more of {entries.length}
        </Button>
      )}
    </li>
  );
}
