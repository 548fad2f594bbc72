import { Button, DataList, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DataSafety } from '../../shared/data-safety/findings.ts';
import { deskKey } from '../bridge/query-client.ts';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { FindingsDialog } from '../data-safety/findings-dialog.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { When } from '../ui/when.tsx';
import { SettingsSection } from './settings-section.tsx';

/** Backups and checks of the data, and what was found the last time something was wrong with it. */
export function DataSafetySection() {
  const client = useQueryClient();
  const safety = useDeskQuery('data.safety', {}, { refetchOnMount: 'always' });
  const findings = useDeskQuery('data.findings', {}).data ?? null;
  const backUp = useDeskMutation('data.backUp', {
    onSuccess: (now) => client.setQueryData(deskKey('data.safety', {}), now),
    onError: () => void safety.refetch(),
  });
  const [isOpen, setOpen] = useState(false);
  return (
    <SettingsSection
      title="Data safety"
      about="Drafts, the outbox and its journals are checked at each start and backed up each day; the last seven backups are kept."
      actions={
        <Group gap="xs" wrap="nowrap">
          {findings !== null && (
            <Button variant="default" onClick={() => setOpen(true)}>
              What was missing
            </Button>
          )}
          <Button variant="default" loading={backUp.isPending} onClick={() => backUp.mutate({})}>
            Back up now
          </Button>
        </Group>
      }
    >
      {safety.isPending && <LoadingRows label="Reading how safe the data is" rows={3} />}
      {safety.error !== null && <ErrorNotice error={safety.error} onRetry={() => void safety.refetch()} />}
      {backUp.error !== null && <ErrorNotice error={backUp.error} settingsHere />}
      {safety.data !== undefined && <SafetyFacts safety={safety.data} failed={backUp.error !== null} />}
      {isOpen && findings !== null && (
        <FindingsDialog
          findings={findings}
          done="Close"
          isWorking={false}
          onDone={() => setOpen(false)}
          canClose
        />
      )}
    </SettingsSection>
  );
}

function SafetyFacts({ safety, failed }: { readonly safety: DataSafety; readonly failed: boolean }) {
  const { lastBackupAt, backupCount, backupFolder, checkedAt, problem } = safety;
  return (
    <DataList size="sm" labelWidth={110}>
      <DataList.Item>
        <DataList.ItemLabel>Last backup</DataList.ItemLabel>
        <DataList.ItemValue>
          {lastBackupAt === null ? (
            'None yet: the first follows soon after the start.'
          ) : (
            <When iso={lastBackupAt} />
          )}
          {problem !== null && !failed && (
            <Text size="sm" c="var(--mantine-color-error)">
              The newest try failed, and is repeated later. {problem}
            </Text>
          )}
        </DataList.ItemValue>
      </DataList.Item>
      <DataList.Item>
        <DataList.ItemLabel>Last check</DataList.ItemLabel>
        <DataList.ItemValue>
          <When iso={checkedAt} />
        </DataList.ItemValue>
      </DataList.Item>
      <DataList.Item>
        <DataList.ItemLabel>Backups</DataList.ItemLabel>
        <DataList.ItemValue>
          <Group gap={4} wrap="nowrap">
            <span style={{ overflowWrap: 'anywhere' }}>
              {backupCount} in {backupFolder}
            </span>
            <CopyButton value={backupFolder} what="the path of the backups" />
          </Group>
        </DataList.ItemValue>
      </DataList.Item>
    </DataList>
  );
}
