import { ActionIcon, Tooltip } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import type { RefObject } from 'react';
import { lockWords } from '../../../shared/orders/lock-words.ts';
import type { LineGridHandle } from '../../line-grid/line-grid-props.ts';
import { Padlock } from '../../ui/padlock.tsx';
import { takeBackEdits } from '../draft-model.ts';
import type { DraftSession } from '../draft-session.ts';
import type { PresentLine } from './present-lines.ts';

interface PresentLineHeadProps {
  readonly session: DraftSession;
  readonly line: PresentLine;
  readonly readOnly: boolean;
  readonly handle: RefObject<LineGridHandle | null>;
}

/** Beside the number of a line: its padlock, and a way to take its changes back. */
export function PresentLineHead({ session, line, readOnly, handle }: PresentLineHeadProps) {
  const { lineNumber, lock, change } = line;
  return (
    <>
      {!readOnly && change !== null && (
        <Tooltip label="Take the change back" position="right">
          <ActionIcon
            size="xs"
            variant="subtle"
            color="gray"
            tabIndex={-1}
            aria-label={`Take the change of line ${lineNumber} back`}
            onClick={() => {
              session.edit(takeBackEdits(change));
              const column = Object.keys(change.fields)[0] ?? 'QUANTITY';
              handle.current?.goTo({ rowId: lineNumber, column });
            }}
          >
            <Undo2 size={13} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {!readOnly && <Padlock state={lock.state} words={lockWords(lock)} inTabOrder={false} />}
    </>
  );
}
