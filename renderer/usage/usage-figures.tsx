import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { monthOf } from '../../shared/usage/month.ts';
import { monthlyCost, type PriceList } from '../../shared/usage/pricing.ts';
import { projectedRequests } from '../../shared/usage/projection.ts';
import type { UsageMonth } from '../../shared/usage/usage-month.ts';
import { percentOfIncluded, warningLevel } from '../../shared/usage/warnings.ts';
import classes from './usage.module.css';
import { dollarWords, figures, shareWords } from './usage-words.ts';

interface UsageFiguresProps {
  readonly usage: UsageMonth;
  /** Null on the practice server, whose requests cost nothing. */
  readonly prices: PriceList | null;
}

/** The month in a few figures: requests, where they lead, and what they cost. */
export function UsageFigures({ usage, prices }: UsageFiguresProps) {
  const { requests, month, readAt, countedFrom } = usage;
  const projected = projectedRequests({ month, requests, countedFrom, now: readAt });
  const isOver = month < monthOf(readAt);
  return (
    <dl className={classes.figures}>
      <Requests requests={requests} prices={prices} isOver={isOver} />
      {!isOver && (
        <Figure
          name="Projected for the month"
          value={projected === null ? '–' : figures.format(projected)}
          note={
            projected === null
              ? 'Known once a whole day has been counted.'
              : 'If it goes on at the pace so far.'
          }
        />
      )}
      {prices !== null && (
        <Figure
          name={isOver ? 'Estimated bill' : 'Estimated bill so far'}
          value={dollarWords(monthlyCost(requests, prices))}
          note={furtherWords(requests, prices)}
        />
      )}
      {prices !== null && projected !== null && (
        <Figure
          name="Projected bill"
          value={dollarWords(monthlyCost(projected, prices))}
          note={furtherWords(projected, prices)}
        />
      )}
    </dl>
  );
}

interface RequestsProps {
  readonly requests: number;
  readonly prices: PriceList | null;
  readonly isOver: boolean;
}

function Requests({ requests, prices, isOver }: RequestsProps) {
  const name = isOver ? 'Requests' : 'Requests so far';
  if (prices === null) {
    return <Figure name={name} value={figures.format(requests)} note="Practice requests cost nothing." />;
  }
  const included = prices.includedRequests;
  const percent = percentOfIncluded(requests, included);
  const level = warningLevel(requests, included);
  return (
    <Figure
      name={name}
      value={figures.format(requests)}
      note={
        <>
          <Progress
            value={Math.min(100, percent)}
            size="sm"
            color={level === null ? 'blue' : 'yellow.7'}
            aria-label="Share of the included requests"
            className={classes.progress}
          />
          <span className={classes.share} data-level={level ?? undefined}>
            {shareWords(percent / 100)} of the {figures.format(included)} included
          </span>
        </>
      }
    />
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly note: ReactNode;
}

function Figure({ name, value, note }: FigureProps) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd className={classes.value}>{value}</dd>
      <dd className={classes.note}>{note}</dd>
    </div>
  );
}

function furtherWords(requests: number, prices: PriceList): string {
  const further = Math.max(0, requests - prices.includedRequests);
  const monthly = dollarWords(prices.monthly);
  return further === 0 ? `${monthly} a month` : `${monthly} a month and ${figures.format(further)} further`;
}
