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
import { stateWords } from '../../../shared/outbox/state-words.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';
import { outcomeUnknown } from './outcome-unknown.ts';
import classes from './submission-state.module.css';

type Standing = Pick<Submission, 'state' | 'problem' | 'isPaused'>;

interface Look {
  readonly words: string;
  readonly tone: 'calm' | 'busy' | 'good' | 'warn' | 'bad';
  readonly Icon: LucideIcon;
}

/** Where a submission stands: its words, and how they look. */
export function stateLook(submission: Standing): Look {
  return { words: stateWords(submission), ...appearance(submission) };
}

function appearance(submission: Standing): Omit<Look, 'words'> {
  switch (submission.state) {
    case 'queued':
      return { tone: 'calm', Icon: Clock };
    case 'sending':
      return { tone: 'busy', Icon: Loader };
    case 'checking':
      return { tone: 'busy', Icon: SearchCheck };
    case 'accepted':
      return { tone: 'busy', Icon: ListChecks };
    case 'waiting':
      return { tone: 'warn', Icon: CloudOff };
    case 'paused':
      return { tone: 'warn', Icon: Pause };
    case 'calling-off':
      return { tone: 'busy', Icon: Undo2 };
    case 'held':
      return { tone: 'warn', Icon: Lock };
    case 'needs-attention':
      return outcomeUnknown(submission)
        ? { tone: 'warn', Icon: CircleHelp }
        : { tone: 'bad', Icon: TriangleAlert };
    case 'sent':
      return { tone: 'good', Icon: CircleCheck };
    case 'withdrawn':
      return { tone: 'calm', Icon: Undo2 };
  }
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
