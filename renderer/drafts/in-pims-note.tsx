import { Alert, Button, Group, Text } from '@mantine/core';
import { Link2, Lock } from 'lucide-react';
import { paths, useGoTo } from '../app/routes.ts';
import { type InPims, inPimsWords } from './in-pims.ts';

interface InPimsProps {
  readonly inPims: NonNullable<InPims>;
}

/** Says that the draft goes on with an order that PIMS has. */
export function InPimsNote({ inPims }: InPimsProps) {
  const goTo = useGoTo();
  return (
    <Alert color="blue" variant="light" icon={<Link2 aria-hidden />} mb="xs" style={{ flex: 'none' }}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{inPimsWords(inPims)}</Text>
        <Button variant="default" onClick={() => goTo(paths.order(inPims.orderNumber))}>
          Open order {inPims.orderNumber}
        </Button>
      </Group>
    </Alert>
  );
}

/** Why the header of the draft can't be edited. */
export function HeaderLock({ inPims }: InPimsProps) {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" c="dimmed">
      <Lock size={14} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <Text size="sm">In PIMS already, as the header of order {inPims.orderNumber}. Change it there.</Text>
    </Group>
  );
}
