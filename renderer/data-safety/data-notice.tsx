import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';

const FindingsDialog = lazy(async () => ({
  default: (await import('./findings-dialog.tsx')).FindingsDialog,
}));

/** After the data was restored, says at each start what is missing, until a person has read it. */
export function DataNotice() {
  const client = useQueryClient();
  const findings = useDeskQuery('data.findings', {}).data ?? null;
  const acknowledge = useDeskMutation('data.acknowledge', {
    onSuccess: () => client.invalidateQueries({ queryKey: ['data.findings'] }),
    onError: (error) => notify('problem', messageOf(error)),
  });
  if (findings === null || findings.acknowledgedAt !== null) return null;
  return (
    <Suspense fallback={null}>
      <FindingsDialog
        findings={findings}
        done="I have read it"
        isWorking={acknowledge.isPending}
        onDone={() => acknowledge.mutate({})}
        canClose={false}
      />
    </Suspense>
  );
}
