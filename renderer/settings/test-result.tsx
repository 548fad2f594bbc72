import { Alert, DataList, Group, Text } from '@mantine/core';
import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ConnectionTest } from '../../shared/connections/connection.ts';
import { CopyButton } from '../ui/copy-button.tsx';

/** What "Test connection" found: the words, what to do, and the evidence for whoever looks after the network. */
export function TestResult({ result }: { readonly result: ConnectionTest }) {
  const { ok, message, advice, evidence } = result;
  const copied = [message, advice, ...evidence.map(({ label, value }) => `${label}: ${value}`)]
    .filter((line) => line !== '')
    .join('\n');
  return (
    <Alert
      role="status"
      color={ok ? 'green' : 'red'}
      variant="light"
      icon={ok ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
      title={
        <Group justify="space-between" gap="xs" wrap="nowrap">
          {ok ? 'The connection works' : 'The connection does not work yet'}
          <CopyButton value={copied} what="the result" />
        </Group>
      }
    >
      <Text size="sm">{message}</Text>
      {advice !== '' && (
        <Text size="sm" mt={4}>
          {advice}
        </Text>
      )}
      {evidence.length > 0 && (
        <DataList size="xs" labelWidth={130} mt="xs">
          {evidence.map(({ label, value }) => (
            <DataList.Item key={`${label} ${value}`}>
              <DataList.ItemLabel>{label}</DataList.ItemLabel>
              <DataList.ItemValue style={{ overflowWrap: 'anywhere' }}>{value}</DataList.ItemValue>
            </DataList.Item>
          ))}
        </DataList>
      )}
    </Alert>
  );
}
