import { List, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { KnowinglyWords } from './knowingly-words.ts';

/** Asks once for all that is in doubt about a submission. True when the person goes ahead. */
export function askKnowingly({ title, texts, items, cancel }: KnowinglyWords): Promise<boolean> {
  return new Promise((resolve) => {
    let goesAhead = false;
    modals.openConfirmModal({
      title,
      children: (
        <>
          {texts.map((text, at) => (
            <Text key={text} size="sm" {...(at > 0 && { mt: 'xs' })}>
              {text}
            </Text>
          ))}
          {items.length > 0 && (
            <List size="sm" mt={6}>
              {items.map((item) => (
                <List.Item key={item}>{item}</List.Item>
              ))}
            </List>
          )}
        </>
      ),
      labels: { confirm: 'Submit all the same', cancel },
      // The safe answer has the focus: a held Ctrl+Enter must not pass this too.
      cancelProps: { 'data-autofocus': true },
      returnFocus: false,
      onConfirm: () => {
        goesAhead = true;
      },
      onClose: () => resolve(goesAhead),
    });
  });
}
