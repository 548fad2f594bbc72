import { Button, Group, List, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { deskKey } from '../bridge/query-client.ts';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { SettingsSection } from './settings-section.tsx';

/** The extra certificate file that some companies' networks need. */
export function NetworkSection() {
  const client = useQueryClient();
  const network = useDeskQuery('network.read', {});
  const keep = {
    onSuccess: (now: typeof network.data) => client.setQueryData(deskKey('network.read', {}), now),
  };
  const choose = useDeskMutation('network.chooseCaFile', keep);
  const clear = useDeskMutation('network.clearCaFile', keep);
  const failure = choose.error ?? clear.error;
  const { caFile = null, caSubjects = [] } = network.data ?? {};

  return (
    <SettingsSection
      title="Network"
      about="Order Desk uses the system’s proxy and certificates. If your company’s network inspects traffic and its certificate is not in the system, choose its CA file (PEM) here."
    >
      {network.isPending && <LoadingRows label="Reading the network settings" rows={2} />}
      {network.error !== null && <ErrorNotice error={network.error} onRetry={() => void network.refetch()} />}
      {network.data !== undefined && (
        <Group align={caSubjects.length > 0 ? 'start' : 'center'} gap="md">
          <div>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {caFile === null ? 'No extra CA file.' : caFile}
            </Text>
            {caSubjects.length > 0 && (
              <List size="sm" c="dimmed" aria-label="Certificates in this file">
                {caSubjects.map((subject) => (
                  <List.Item key={subject}>{subject}</List.Item>
                ))}
              </List>
            )}
          </div>
          <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate({})}>
            {caFile === null ? 'Choose a CA file…' : 'Choose another…'}
          </Button>
          {caFile !== null && (
            <Button variant="default" loading={clear.isPending} onClick={() => clear.mutate({})}>
              Don’t use it any more
            </Button>
          )}
        </Group>
      )}
      {failure !== null && <ErrorNotice error={failure} />}
    </SettingsSection>
  );
}
