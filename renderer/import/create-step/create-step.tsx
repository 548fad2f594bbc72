import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { usePrices } from '../../app/preferences.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import { confirm } from '../../ui/confirm.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { When } from '../../ui/when.tsx';
import type { ImportSession } from '../session/import-session.ts';
import type { ImportSnapshot } from '../session/import-snapshot.ts';
import { accountWords, counted, creationWords } from './creation-words.ts';
import { DraftList } from './draft-list.tsx';
import { Made } from './made.tsx';
import { saveReturned } from './save-returned.ts';

interface CreateStepProps {
  readonly session: ImportSession;
  readonly snapshot: ImportSnapshot;
}

/** The last step: what will be made, and what was. */
export function CreateStep({ session, snapshot }: CreateStepProps) {
  const { creation, created, into, name, table, busy } = snapshot;
  const requests = useDeskQuery('status.read', {}).data?.usage.requests ?? 0;
  const prices = usePrices();
  const before = useDeskQuery(
    'imports.ofContent',
    table === null || created !== null ? null : { contentHash: table.contentHash },
    { staleTime: 0 },
  ).data;
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    if (creation === null) session.planCreation(requests, prices).catch((cause: Error) => setError(cause));
  }, [session, creation, requests, prices]);
  if (creation === null && error !== null) return <ErrorNotice error={error} />;
  if (creation === null) return <LoadingRows label="Working out what will be made" rows={3} />;
  if (created !== null) return <Made {...{ session, snapshot, record: created }} />;
  const { rows } = creation;
  const [last] = before ?? [];
  const create = async (): Promise<void> => {
    const question = {
      title: 'Import this file once more?',
      text: `It was imported before, as ${last?.file.name ?? ''}. What it makes is made a second time.`,
      confirm: 'Import it once more',
      cautious: true,
    };
    if (last !== undefined && !(await confirm(question))) return;
    setError(null);
    await session.create().catch((cause: Error) => setError(cause));
  };
  return (
    <Stack gap="sm" mih={0} flex={1}>
      {error !== null && <ErrorNotice error={error} onRetry={() => void create()} />}
      {last !== undefined && (
        <Alert
          color="yellow"
          variant="light"
          icon={<TriangleAlert aria-hidden />}
          title="This file was imported before"
        >
          As {last.file.name}, <When iso={last.at} />: {accountWords(last.file.rows)}. Import it again only if
          that is meant.
        </Alert>
      )}
      <Text role="status">{creationWords(creation, into)}</Text>
      <Group gap="sm">
        <Text size="sm" c="dimmed">
          {accountWords(rows)}
        </Text>
        {rows.rejected + rows.leftOut > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => void saveReturned(session, name)}>
            Save what is not imported…
          </Button>
        )}
      </Group>
      {into === null && <DraftList creation={creation} />}
      <Group gap="xs">
        <Button
          leftSection={<CircleCheck size={14} aria-hidden />}
          disabled={creation.lines === 0}
          loading={busy === 'creating'}
          onClick={() => void create()}
        >
          {into === null
            ? `Create ${counted(creation.draftCount, 'draft', 'drafts')}`
            : `Add ${counted(creation.lines, 'line', 'lines')} to the draft`}
        </Button>
        <Text size="sm" c="dimmed">
          Nothing is sent by this: drafts can be looked at, changed and undone first.
        </Text>
      </Group>
    </Stack>
  );
}
