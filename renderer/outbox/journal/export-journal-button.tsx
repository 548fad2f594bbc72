import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import type { SubmissionId } from '../../../shared/ids.ts';
import { useDeskMutation } from '../../bridge/use-desk-query.ts';
import { messageOf } from '../../ui/error-notice.tsx';
import { notify } from '../../ui/notify.tsx';

/** Saves the journal of a submission, with all that was sent and answered, as a file for whoever looks into it. */
export function ExportJournalButton({ id }: { readonly id: SubmissionId }) {
  const save = useDeskMutation('outbox.exportJournal', {
    onSuccess: ({ savedAs }) => {
      if (savedAs !== null) notify('done', `Saved as ${savedAs}.`);
    },
    onError: (error) => notify('problem', messageOf(error)),
  });
  return (
    <Button
      variant="subtle"
      leftSection={<Download size={14} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate({ id })}
    >
      Export…
    </Button>
  );
}
