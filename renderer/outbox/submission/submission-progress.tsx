import { Progress } from '@mantine/core';
import type { Submission } from '../../../shared/outbox/submission.ts';
import classes from './submission-progress.module.css';

type Counted = Pick<Submission, 'state' | 'stepsDone' | 'stepsTotal'>;

/** "2 of 4": the steps of a submission that are in PIMS, as words and as a bar. */
export function SubmissionProgress({ submission }: { readonly submission: Counted }) {
  const { stepsDone, stepsTotal, state } = submission;
  const words = `${stepsDone} of ${stepsTotal}`;
  return (
    <span className={classes.progress}>
      <span className={classes.words}>{words}</span>
      {state !== 'sent' && state !== 'withdrawn' && (
        <Progress
          value={stepsTotal === 0 ? 0 : (stepsDone / stepsTotal) * 100}
          size={6}
          className={classes.bar}
          aria-label={`${words} steps are in PIMS`}
          transitionDuration={0}
        />
      )}
    </span>
  );
}
