import { Button, Menu, Text } from '@mantine/core';
import { ChevronDown, Pause, Play } from 'lucide-react';
import type { Connection } from '../../../shared/connections/connection.ts';
import { chosenFirst } from './pausing.ts';
import { usePauseConnection } from './use-pause-connection.ts';

/** Pauses the sending of a connection, or lets it go on: a button for the only one, a menu for several. */
export function SendingMenu({ connections }: { readonly connections: readonly Connection[] }) {
  const pause = usePauseConnection();
  const [only, ...more] = connections;
  if (only === undefined) return null;
  if (more.length === 0) {
    const isPaused = only.pausedAt !== null;
    return (
      <Button
        variant="default"
        leftSection={<PauseIcon isPaused={isPaused} />}
        loading={pause.isPending}
        onClick={() => pause.run(only, !isPaused)}
      >
        {isPaused ? 'Go on' : 'Pause sending'}
      </Button>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={pause.isPending}
          leftSection={<Pause size={14} aria-hidden />}
          rightSection={<ChevronDown size={14} aria-hidden />}
        >
          Pause sending
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {chosenFirst(connections).map((connection) => {
          const isPaused = connection.pausedAt !== null;
          return (
            <Menu.Item
              key={connection.id}
              leftSection={<PauseIcon isPaused={isPaused} />}
              rightSection={
                connection.chosen && (
                  <Text size="xs" c="dimmed">
                    in use
                  </Text>
                )
              }
              onClick={() => pause.run(connection, !isPaused)}
            >
              {isPaused ? 'Go on with' : 'Pause'} {connection.name}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function PauseIcon({ isPaused }: { readonly isPaused: boolean }) {
  const Icon = isPaused ? Play : Pause;
  return <Icon size={14} aria-hidden />;
}
