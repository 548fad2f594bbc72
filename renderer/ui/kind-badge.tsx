import type { ConnectionKind } from '../../shared/connections/connection.ts';
import classes from './kind-badge.module.css';

const names: Readonly<Record<ConnectionKind, string>> = { practice: 'Practice', test: 'Test', live: 'Live' };

/** Whether a connection is for practice (grey), test (blue) or live (red): a word on its colour. */
export function KindBadge({ kind }: { readonly kind: ConnectionKind }) {
  return (
    <span className={classes.badge} data-kind={kind}>
      {names[kind]}
    </span>
  );
}
