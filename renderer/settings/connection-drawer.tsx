import { Drawer } from '@mantine/core';
import type { Connection } from '../../shared/connections/connection.ts';
import { ConnectionForm } from './connection-form.tsx';

/** What the drawer shows: nothing, an empty form, or one connection. */
export type Editing = 'nothing' | 'new' | Connection;

interface ConnectionDrawerProps {
  readonly editing: Editing;
  readonly onClose: () => void;
}

/** The drawer in which a connection is added or changed. A click beside it does not throw away what was typed. */
export function ConnectionDrawer({ editing, onClose }: ConnectionDrawerProps) {
  const connection = typeof editing === 'object' ? editing : null;
  return (
    <Drawer
      opened={editing !== 'nothing'}
      onClose={onClose}
      position="right"
      size={480}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
      title={connection === null ? 'Add a connection' : `Edit ${connection.name}`}
    >
      <ConnectionForm key={connection?.id ?? 'new'} connection={connection} onDone={onClose} />
    </Drawer>
  );
}
