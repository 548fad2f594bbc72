import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { Redo2, Trash2, Undo2 } from 'lucide-react';
import { paths, useGoTo } from '../app/routes.ts';
import type { DraftSession } from './draft-session.ts';
import type { InPims } from './in-pims.ts';
import { removeDraft } from './remove-draft.ts';

interface DraftActionsProps {
  readonly session: DraftSession;
  readonly inPims: InPims;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly submitting: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly submit: () => void;
}

/** The buttons of an open draft. */
export function DraftActions({
  session,
  inPims,
  canUndo,
  canRedo,
  submitting,
  undo,
  redo,
  submit,
}: DraftActionsProps) {
  const goTo = useGoTo();
  const remove = async (): Promise<void> => {
    if (await removeDraft(session.id, () => session.flush())) goTo(paths.drafts());
  };
  const icons = [
    { label: 'Undo', keys: 'Ctrl+Z', Icon: Undo2, run: undo, disabled: !canUndo || submitting },
    { label: 'Redo', keys: 'Ctrl+Shift+Z', Icon: Redo2, run: redo, disabled: !canRedo || submitting },
    { label: 'Delete draft', keys: '', Icon: Trash2, run: remove, disabled: submitting },
  ];
  return (
    <>
      {icons.map(({ label, keys, Icon, run, disabled }) => (
        <Tooltip key={label} label={keys === '' ? label : `${label} (${keys})`}>
          <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={disabled} onClick={run}>
            <Icon size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <Tooltip
        label={`${inPims === null ? 'Sends the order' : 'Sends what is missing'} to PIMS (Ctrl+Enter)`}
      >
        <Button onClick={submit} loading={submitting}>
          {inPims === null ? 'Submit order' : `Go on with order ${inPims.orderNumber}`}
        </Button>
      </Tooltip>
    </>
  );
}
