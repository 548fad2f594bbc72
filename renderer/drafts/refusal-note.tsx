import { Alert, Anchor, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import type { Refusal } from '../../shared/drafts/draft.ts';

interface RefusalNoteProps {
  readonly refusal: Refusal;
  readonly onGoTo: (place: Refusal['place']) => void;
}

/** Of a draft that came back: what PIMS said when it refused it. It stays until the draft is submitted again. */
export function RefusalNote({ refusal: { words, place }, onGoTo }: RefusalNoteProps) {
  return (
    <Alert
      color="red"
      variant="light"
      mb="xs"
      icon={<CircleAlert aria-hidden />}
      title="PIMS refused this when it was submitted"
      style={{ flex: 'none' }}
    >
      <Text size="sm">
        {words} What you typed is kept.{' '}
        {place.kind !== 'order' && (
          <Anchor component="button" type="button" size="sm" onClick={() => onGoTo(place)}>
            {place.kind === 'change' ? `Go to line ${place.lineNumber} of the order` : 'Go to the line'}
          </Anchor>
        )}
      </Text>
    </Alert>
  );
}
