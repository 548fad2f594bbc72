import type { UsageMonth } from '../../shared/usage/usage-month.ts';
import { dateWords, monthWords } from '../ui/time.ts';
import { topOfScale } from './chart-scale.ts';
import classes from './usage.module.css';
import { figures, requestWords } from './usage-words.ts';

/** Requests by day as bars. The table beside it says the same to whoever can't see them. */
export function DayChart({ usage }: { readonly usage: UsageMonth }) {
  const { days, month, readAt } = usage;
  const today = readAt.slice(0, 10);
  const top = topOfScale(days.map(({ requests }) => requests));
  const busiest = days.reduce((one, other) => (other.requests > one.requests ? other : one), {
    day: '',
    requests: 0,
  });
  const label = `Requests by day, ${monthWords(month)}. Most on ${dateWords(busiest.day)}: ${figures.format(busiest.requests)}.`;
  return (
    <div role="img" aria-label={label} className={classes.chart}>
      <div className={classes.scale}>
        {[top, top / 2, 0].map((value) => (
          <span key={value}>{figures.format(value)}</span>
        ))}
      </div>
      <div className={classes.plot}>
        <div className={classes.bars}>
          {days.map(({ day, requests }) => (
            <div key={day} className={classes.slot} title={`${dateWords(day)}: ${requestWords(requests)}`}>
              <div
                className={classes.bar}
                data-today={day === today || undefined}
                data-empty={requests === 0 || undefined}
                style={{ height: `${(requests / top) * 100}%` }}
              />
            </div>
          ))}
        </div>
        <div className={classes.dayLabels}>
          {days.map(({ day }) => (
            <span key={day} data-today={day === today || undefined}>
              {isLabelled(day) ? Number(day.slice(8)) : ''}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** The first day and each fifth. */
function isLabelled(day: string): boolean {
  const number = Number(day.slice(8));
  return number === 1 || number % 5 === 0;
}
