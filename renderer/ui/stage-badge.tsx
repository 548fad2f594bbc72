import { readStage, type Stage } from '../../shared/pims/stage.ts';
import classes from './stage-badge.module.css';

const names: Readonly<Record<Stage, string>> = {
  worksheet: 'Worksheet',
  quote: 'Quote',
  sales_order: 'Sales order',
  invoice: 'Invoice',
  void: 'Void',
};

interface StageBadgeProps {
  /** What PIMS wrote, such as `sales_order`; a word of the tenant's own is shown as it is. */
  readonly raw: string | undefined;
}

/** An order's stage in the colours of the vendor's order screen: white, green, yellow, blue, red. */
export function StageBadge({ raw }: StageBadgeProps) {
  const stage = readStage(raw);
  const text = stage === undefined ? (raw ?? '').trim() : names[stage];
  if (text === '') return null;
  return (
    <span className={classes.badge} data-stage={stage}>
      {text}
    </span>
  );
}
