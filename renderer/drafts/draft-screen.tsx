import { Button } from '@mantine/core';
import type { DraftId } from '../../shared/ids.ts';
import { hrefOf, paths } from '../app/routes.ts';
import { CallError } from '../bridge/call.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { Screen } from '../ui/screen.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { useDraftSession } from './use-draft-session.ts';

/** A draft: its header, its lines, and where it stands once it was submitted. */
export function DraftScreen({ draftId }: { readonly draftId: DraftId }) {
  const { session, error, retry } = useDraftSession(draftId);
  // A draft that belongs to another path is not drawn for the moment in which the new one is read.
  if (session !== null && session.id === draftId) return <DraftEditor key={draftId} session={session} />;
  return (
    <Screen title="Draft">
      {error === null ? (
        <LoadingRows label="Opening the draft" />
      ) : (
        <ErrorNotice
          error={error}
          {...(error instanceof CallError && error.code === 'not-found' ? {} : { onRetry: retry })}
          actions={
            <Button component="a" href={hrefOf(paths.drafts())} variant="default">
              All drafts
            </Button>
          }
        />
      )}
    </Screen>
  );
}
