import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { ConnectionDrawer, type Editing } from './connection-drawer.tsx';
import classes from './connections-section.module.css';
import { SettingsSection } from './settings-section.tsx';

/** The PIMS tenants of this desk. */
export function ConnectionsSection() {
  const connections = useDeskQuery('connections.list', {});
  const [editing, setEditing] = useState<Editing>('nothing');
  return (
    <SettingsSection
      title="Connections"
      about="Each connection is one PIMS tenant. Its API secret stays in this computer’s keychain."
      actions={
        <Button leftSection={<Plus size={14} aria-hidden />} onClick={() => setEditing('new')}>
          Add a connection
        </Button>
      }
    >
      {connections.isPending && <LoadingRows label="Reading the connections" rows={3} />}
      {connections.error !== null && (
        <ErrorNotice error={connections.error} onRetry={() => void connections.refetch()} />
      )}
      {connections.data !== undefined && (
        <ul className={classes.list} aria-label="Connections">
          {connections.data.map((connection) => (
            <ConnectionCard
              key={connection.id}
              connection={connection}
              onEdit={() => setEditing(connection)}
            />
          ))}
        </ul>
      )}
      <ConnectionDrawer editing={editing} onClose={() => setEditing('nothing')} />
    </SettingsSection>
  );
}
