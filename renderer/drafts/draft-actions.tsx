import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  Copy,
  Download,
  Ellipsis,
  FileSpreadsheet,
  LayoutTemplate,
  Redo2,
  Trash2,
  Undo2,
} from 'lucide-react';
import { linesToSend } from '../../shared/drafts/validate-draft.ts';
import { useScreenAction } from '../app/commands.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { saveLines } from '../import/save-lines.ts';
import type { DraftSession } from './draft-session.ts';
import type { InPims } from './in-pims.ts';
import { removeDraft } from './remove-draft.ts';
import { showTemplates } from './template-list.tsx';
import { duplicateDraft, saveAsTemplate } from './template-store.ts';

interface DraftActionsProps {
  readonly session: DraftSession;
  readonly inPims: InPims;
  /** Nothing was typed yet: it may be begun from a template. */
  readonly isBlank: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly submitting: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly submit: () => void;
}

/** The buttons of an open draft. */
export function DraftActions(props: DraftActionsProps) {
  const { session, inPims, isBlank, canUndo, canRedo, submitting, undo, redo, submit } = props;
  const goTo = useGoTo();
  const remove = async (): Promise<void> => {
    if (await removeDraft(session.id, () => session.flush())) goTo(paths.drafts());
  };
  const icons = [
    { label: 'Undo', keys: 'Ctrl+Z', Icon: Undo2, run: undo, disabled: !canUndo || submitting },
    { label: 'Redo', keys: 'Ctrl+Shift+Z', Icon: Redo2, run: redo, disabled: !canRedo || submitting },
    { label: 'Delete draft', keys: '', Icon: Trash2, run: remove, disabled: submitting },
  ];
  const { words, tells } = submitWords(session.target, inPims);
  return (
    <>
      {isBlank && (
        <Button
          variant="default"
          leftSection={<LayoutTemplate size={14} aria-hidden />}
          aria-haspopup="dialog"
          onClick={showTemplates}
        >
          From a template
        </Button>
      )}
      {icons.map(({ label, keys, Icon, run, disabled }) => (
        <Tooltip key={label} label={keys === '' ? label : `${label} (${keys})`}>
          <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={disabled} onClick={run}>
            <Icon size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <MoreMenu session={session} submitting={submitting} />
      <Tooltip label={`${tells} (Ctrl+Enter)`}>
        <Button onClick={submit} loading={submitting}>
          {words}
        </Button>
      </Tooltip>
    </>
  );
}

interface MoreMenuProps {
  readonly session: DraftSession;
  readonly submitting: boolean;
}

function MoreMenu({ session, submitting }: MoreMenuProps) {
  const goTo = useGoTo();
  const flush = () => session.flush();
  const isForOrder = session.target !== null;
  const duplicate = async (): Promise<void> => {
    const copy = await duplicateDraft(session.id, flush);
    if (copy !== undefined) goTo(paths.draft(copy.id));
  };
  const exportLines = (): void => {
    session.takeTyped();
    const { content } = session.snapshot();
    const name = content.header.REFERENCE_NUMBER || session.ownReference || `Order ${session.target ?? ''}`;
    void saveLines(
      linesToSend(content.lines).map(({ fields }) => fields),
      `${name.replace(/[/\\]/g, '-')} lines`,
    );
  };
  const save = (): void => void saveAsTemplate(session.id, flush);
  useScreenAction('draft-duplicate', 'Duplicate this draft', () => void duplicate(), {
    enabled: !submitting && !isForOrder,
  });
  useScreenAction('draft-template', 'Save this draft as a template', save, { enabled: !submitting });
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <Tooltip label="More to do with this draft">
          <ActionIcon variant="subtle" color="gray" aria-label="More" disabled={submitting}>
            <Ellipsis size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {!isForOrder && (
          <Menu.Item leftSection={<Copy size={14} aria-hidden />} onClick={() => void duplicate()}>
            Duplicate draft
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<FileSpreadsheet size={14} aria-hidden />}
          onClick={() => goTo(paths.importInto(session.id))}
        >
          Import lines from a file…
        </Menu.Item>
        <Menu.Item leftSection={<Download size={14} aria-hidden />} onClick={exportLines}>
          Export lines as CSV…
        </Menu.Item>
        <Menu.Item leftSection={<LayoutTemplate size={14} aria-hidden />} onClick={save}>
          Save as template
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function submitWords(target: DraftSession['target'], inPims: InPims): { words: string; tells: string } {
  if (target !== null) {
    return {
      words: 'Review and save',
      tells: `Shows what order ${target} would get before it is sent to PIMS`,
    };
  }
  if (inPims === null) return { words: 'Submit order', tells: 'Sends the order to PIMS' };
  return { words: `Go on with order ${inPims.orderNumber}`, tells: 'Sends what is missing to PIMS' };
}
