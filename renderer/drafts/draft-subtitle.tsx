import { Group } from '@mantine/core';
import { linesToSend } from '../../shared/drafts/validate-draft.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import type { DraftSession, DraftSnapshot } from './draft-session.ts';
import { additionWords } from './draft-words.ts';
import { isLineInPims } from './in-pims.ts';
import { SaveIndicator } from './save-indicator.tsx';

interface DraftSubtitleProps extends Pick<DraftSnapshot, 'content' | 'inPims' | 'saving'> {
  readonly session: DraftSession;
  readonly referenceField: string;
}

/** Beside a draft's title: the reference that Order Desk made for it, or what it brings, and whether it is on disk. */
export function DraftSubtitle({ session, referenceField, content, inPims, saving }: DraftSubtitleProps) {
  const { target, ownReference } = session;
  const hasOwn = (content.header[referenceField] ?? '').trim() === '' && ownReference !== '';
  // Said of lines for an order alone, and counted for those alone: of a new order the lines are counted below them.
  const newLines =
    target === null ? [] : linesToSend(content.lines).filter(({ id }) => !isLineInPims(inPims, id));
  return (
    <Group gap="xs" wrap="nowrap">
      {target !== null && <span role="status">{additionWords(newLines.length, content.changes.length)}</span>}
      {target === null && hasOwn && (
        <Group
          gap={4}
          wrap="nowrap"
          title="Made for this order: it carries this reference unless you give one"
        >
          <span>Reference</span>
          <span>{ownReference}</span>
          <CopyButton value={ownReference} what={ownReference} />
        </Group>
      )}
      <SaveIndicator saving={saving} onTryNow={() => session.flush().catch(() => undefined)} />
    </Group>
  );
}
