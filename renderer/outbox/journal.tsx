import type { SubmissionId } from '../../shared/ids.ts';
import { journalWords } from '../../shared/outbox/journal-words.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { absoluteTime, timeOfDay } from '../ui/time.ts';
import classes from './journal.module.css';

/** What was done for a submission and what came of it, in plain words, oldest first. */
export function Journal({ id }: { readonly id: SubmissionId }) {
  const journal = useDeskQuery('outbox.journal', { id });
  if (journal.isPending) return <LoadingRows label="Reading the journal" rows={3} />;
  if (journal.error !== null) {
    return <ErrorNotice error={journal.error} onRetry={() => void journal.refetch()} />;
  }
  return (
    <ol className={classes.journal} aria-label="Journal">
      {journal.data.map((entry) => {
        const { text, tone } = journalWords(entry);
        return (
          <li key={`${entry.at} ${entry.kind} ${entry.step?.ordinal ?? ''}`} className={classes.entry}>
            <time className={classes.time} dateTime={entry.at} title={absoluteTime(entry.at)}>
              {timeOfDay(entry.at)}
            </time>
            <span className={classes.text} data-tone={tone}>
              {text}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
