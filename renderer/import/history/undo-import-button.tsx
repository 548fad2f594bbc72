import { Button } from '@mantine/core';
import { canUndo, type ImportRecord } from '../../../shared/import/import-record.ts';
import { useDeskMutation } from '../../bridge/use-desk-query.ts';
import { confirm } from '../../ui/confirm.tsx';
import { messageOf } from '../../ui/error-notice.tsx';
import { notify } from '../../ui/notify.tsx';

interface UndoImportButtonProps {
  readonly record: ImportRecord;
  /** Where it stands in a row of a table. */
  readonly compact?: boolean;
  readonly onUndone?: () => void;
}

/** Takes an import back for as long as nothing of it was submitted. */
export function UndoImportButton({ record, compact = false, onUndone }: UndoImportButtonProps) {
  const undo = useDeskMutation('imports.undo', {
    onSuccess: ({ file }) => {
      notify('done', `The import of ${file.name} is undone.`);
      onUndone?.();
    },
    onError: (error) => notify('problem', messageOf(error)),
  });
  if (!canUndo(record)) return null;
  const ask = async (): Promise<void> => {
    const what =
      record.target === 'new-drafts'
        ? `${record.drafts.open === 1 ? 'Its draft is' : `Its ${record.drafts.open} drafts are`} deleted`
        : 'Its lines are taken out of the draft';
    const edited = record.isEdited ? ' What was changed in them since goes too.' : '';
    const question = {
      title: `Undo the import of ${record.file.name}?`,
      text: `${what}.${edited}`,
      confirm: 'Undo the import',
      destructive: true,
    };
    if (await confirm(question)) undo.mutate({ id: record.id });
  };
  return (
    <Button
      variant="default"
      {...(compact ? { size: 'compact-sm' } : {})}
      loading={undo.isPending}
      onClick={() => void ask()}
    >
      Undo the import
    </Button>
  );
}
