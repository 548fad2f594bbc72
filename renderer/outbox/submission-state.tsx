import {
  CircleCheck,
  CircleHelp,
  Clock,
  CloudOff,
  ListChecks,
  Loader,
  Lock,
  type LucideIcon,
  Pause,
  SearchCheck,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import type { Submission } from '../../shared/outbox/submission.ts';
import classes from './submission-state.module.css';

type Standing = Pick<Submission, 'state' | 'problem' | 'isPaused'>;

interface Look {
  readonly words: string;
  readonly tone: 'calm' | 'busy' | 'good' | 'warn' | 'bad';
  readonly Icon: LucideIcon;
}

/** Where a submission stands, in words. Only `needs-attention` tells a refusal from a doubt. */
export function stateLook(submission: Standing): Look {
  switch (submission.state) {
    case 'queued':
      return { words: 'Queued', tone: 'calm', Icon: Clock };
    case 'sending':
      return { words: 'Sending', tone: 'busy', Icon: Loader };
    case 'checking':
      return { words: 'Checking whether it arrived', tone: 'busy', Icon: SearchCheck };
    case 'accepted':
      return { words: 'In PIMS, being checked', tone: 'busy', Icon: ListChecks };
    case 'waiting':
      return { words: 'Waiting for PIMS', tone: 'warn', Icon: CloudOff };
    case 'paused':
      return {
        words: submission.isPaused ? 'Paused' : 'Connection paused',
        tone: 'warn',
        Icon: Pause,
      };
    case 'calling-off':
      return { words: 'Being called off', tone: 'busy', Icon: Undo2 };
    case 'held':
      return { words: 'Held: needs you', tone: 'warn', Icon: Lock };
    case 'needs-attention':
      return outcomeUnknown(submission)
        ? { words: 'Not known if it arrived', tone: 'warn', Icon: CircleHelp }
        : { words: 'Needs attention', tone: 'bad', Icon: TriangleAlert };
    case 'sent':
      return { words: 'In PIMS', tone: 'good', Icon: CircleCheck };
    case 'withdrawn':
      return { words: 'Back in drafts', tone: 'calm', Icon: Undo2 };
  }
}

/** True when a step may or may not have reached PIMS: then nothing may offer to send it again. */
export function outcomeUnknown(submission: Pick<Standing, 'state' | 'problem'>): boolean {
  const code = submission.problem?.code;
  return submission.state === 'needs-attention' && (code === 'unknown-outcome' || code === 'not-pims');
}

/** A submission's state as icon and words; colour only says it once more. */
export function SubmissionStateLabel({ submission }: { readonly submission: Standing }) {
  const { words, tone, Icon } = stateLook(submission);
  return (
    <span className={classes.state} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {words}
    </span>
  );
}
