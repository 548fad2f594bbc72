import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Check, CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';

/** A button in a toast, such as Undo. */
export interface NotifyAction {
  readonly label: string;
  readonly run: () => void;
}

interface Look {
  readonly color: string;
  readonly icon: ReactNode;
  readonly autoClose: number;
}

const looks = {
  done: { color: 'green', icon: <Check size={14} aria-hidden />, autoClose: 6_000 },
  info: { color: 'gray', icon: <Info size={14} aria-hidden />, autoClose: 6_000 },
  problem: { color: 'red', icon: <CircleAlert size={14} aria-hidden />, autoClose: 15_000 },
} as const satisfies Record<string, Look>;

type Kind = keyof typeof looks;

/** Shows a passing note at the bottom right. With an action it stays long enough to be used. */
export function notify(kind: Kind, message: string, action?: NotifyAction): void {
  show(kind, message, action, () => undefined);
}

/* The notes that count something and still show, by what they count. */
const counting = new Map<string, { readonly id: string; readonly count: number }>();

/** As `notify`, of several things at once: as long as a note of the same things shows, the new one counts on in its place. */
export function notifyCount(
  kind: Kind,
  things: string,
  count: number,
  message: (count: number) => string,
  action: NotifyAction,
): void {
  const before = counting.get(things);
  const total = count + (before?.count ?? 0);
  if (before !== undefined) notifications.hide(before.id);
  const id = show(kind, message(total), action, () => counting.delete(things));
  counting.set(things, { id, count: total });
}

function show(kind: Kind, message: string, action: NotifyAction | undefined, onClose: () => void): string {
  const look = looks[kind];
  const id = notifications.show({
    color: look.color,
    icon: look.icon,
    autoClose: action === undefined ? look.autoClose : Math.max(look.autoClose, 12_000),
    closeButtonProps: { 'aria-label': 'Close this note' },
    onClose,
    message: (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm">{message}</Text>
        {action !== undefined && (
          <Button
            variant="default"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </Group>
    ),
  });
  return id;
}
