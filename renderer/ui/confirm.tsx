import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';

interface Question {
  readonly title: string;
  /** What will happen, and what can't be taken back. */
  readonly text: string;
  /** The verb of the button that goes ahead. */
  readonly confirm: string;
  /** Red, for what destroys something; it is cautious too. */
  readonly destructive?: boolean;
  /** Cancel has the focus: a key held down on the button that asks must not answer as well. */
  readonly cautious?: boolean;
}

/** Mantine's mark of what takes the focus when a dialog opens; else it is the button that closes it. */
const autofocused = { 'data-autofocus': true };

/** Asks before something that can't be undone. True when the person goes ahead. */
export function confirm({
  title,
  text,
  confirm: verb,
  destructive = false,
  cautious = destructive,
}: Question): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: <Text size="sm">{text}</Text>,
      labels: { confirm: verb, cancel: 'Cancel' },
      confirmProps: { ...(destructive ? { color: 'red' } : {}), ...(cautious ? {} : autofocused) },
      cancelProps: cautious ? autofocused : {},
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    });
  });
}
