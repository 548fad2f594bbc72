import { Button } from '@mantine/core';
import { Pause } from 'lucide-react';
import type { Connection } from '../../../shared/connections/connection.ts';
import classes from './paused-note.module.css';
import { pausedConnections, pausedWords } from './pausing.ts';
import { usePauseConnection } from './use-pause-connection.ts';

/** Says for as long as a connection is paused that it is, and lets it go on. */
export function PausedNote({ connections }: { readonly connections: readonly Connection[] }) {
  const pause = usePauseConnection();
  const paused = pausedConnections(connections);
  if (paused.length === 0) return null;
  return (
    <div className={classes.note} role="status">
      <Pause size={14} aria-hidden />
      <span>
        <strong>{pausedWords(paused, connections.length)}.</strong> What is submitted waits here, also after a
        restart.
      </span>
      {paused.map((connection) => (
        <Button
          key={connection.id}
          variant="default"
          size="compact-xs"
          loading={pause.isPending}
          onClick={() => pause.run(connection, false)}
        >
          {paused.length === 1 ? 'Go on' : `Go on with ${connection.name}`}
        </Button>
      ))}
    </div>
  );
}
