import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';

interface Question {
  readonly title: string;
  /** What will happen, and what can't be taken back. */
  readonly text: string;
  /** The verb of the button that goes ahead. */
  readonly confirm: string;
  /** Red, for what destroys something. */
  readonly destructive?: boolean;
}

/** Asks before something that can't be undone. True when the person goes ahead. */
export function confirm({ title, text, confirm: verb, destructive = false }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: <Text size="sm">{text}</Text>,
      labels: { confirm: verb, cancel: 'Cancel' },
      confirmProps: destructive ? { color: 'red' } : {},
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    });
  });
}
