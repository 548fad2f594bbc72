import { CircleCheck, CircleDashed, CircleX, ClockFading, EqualNot, type LucideIcon } from 'lucide-react';
import type { DayVerdict } from '../../shared/outbox/day-check.ts';
import { verdictWords } from '../../shared/outbox/day-check-words.ts';
import classes from './day-check.module.css';

const looks: Readonly<Record<DayVerdict, { readonly tone: string; readonly Icon: LucideIcon }>> = {
  missing: { tone: 'bad', Icon: CircleX },
  differs: { tone: 'bad', Icon: EqualNot },
  'not-in-pims-yet': { tone: 'warn', Icon: ClockFading },
  'not-checked': { tone: 'calm', Icon: CircleDashed },
  same: { tone: 'good', Icon: CircleCheck },
};

/** How an order stands to what was submitted, as icon and words; colour only says it once more. */
export function VerdictLabel({ verdict }: { readonly verdict: DayVerdict }) {
  const { tone, Icon } = looks[verdict];
  return (
    <span className={classes.verdict} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {verdictWords(verdict)}
    </span>
  );
}
