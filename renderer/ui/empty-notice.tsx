import { EmptyState } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyNoticeProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** The way on: one or two buttons. */
  readonly actions?: ReactNode;
}

/** What stands where a list would be when there is nothing to list. */
export function EmptyNotice({ icon, title, children, actions }: EmptyNoticeProps) {
  return (
    <EmptyState icon={icon} title={title} description={children} size="sm" py="xl" role="status">
      {actions !== undefined && <EmptyState.Actions>{actions}</EmptyState.Actions>}
    </EmptyState>
  );
}
