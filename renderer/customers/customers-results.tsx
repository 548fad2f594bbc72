import { Button } from '@mantine/core';
import { SearchX, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SearchStanding } from '../look-up/record-search.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';

interface NoCustomersProps {
  readonly text: string;
  readonly isFiltered: boolean;
  readonly standing: SearchStanding;
  /** Asks PIMS for its first customers. */
  readonly onShowFirst: () => void;
  readonly onClear: () => void;
}

/** What is shown when there is no customer to list, with a way on. */
export function NoCustomers({ text, isFiltered, standing, onShowFirst, onClear }: NoCustomersProps) {
  const clear = (
    <Button variant="default" onClick={onClear}>
      Customers seen last
    </Button>
  );
  if (isFiltered) {
    return notice(
      'No customer matches these filters',
      clear,
      'Take a filter away, or change “is exactly” to “contains”.',
    );
  }
  if (text === '') {
    return (
      <EmptyNotice
        icon={<Users aria-hidden />}
        title="No customers seen yet"
        actions={<Button onClick={onShowFirst}>Show the first 100 of PIMS</Button>}
      >
        Search by code, name, e-mail or phone. Whoever PIMS shows is kept on this computer, so that they are
        here offline too.
      </EmptyNotice>
    );
  }
  if (standing.kind === 'answered') {
    return notice(
      `No customer fits “${text}”`,
      clear,
      'Code, names, e-mail and phone were looked through. Try less of it, or another spelling.',
    );
  }
  return notice(
    `No customer seen before fits “${text}”`,
    clear,
    standing.kind === 'unreachable'
      ? 'PIMS can’t be reached; once it is, search again.'
      : 'PIMS is asked from the second letter on.',
  );
}

function notice(title: string, actions: ReactNode, text: string): ReactNode {
  return (
    <EmptyNotice icon={<SearchX aria-hidden />} title={title} actions={actions}>
      {text}
    </EmptyNotice>
  );
}
