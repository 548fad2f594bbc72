import { Alert, Text } from '@mantine/core';
import { FileX } from 'lucide-react';
import type { FileRefusal } from '../../shared/import/file/file-finding.ts';

/** Why a file can't be imported, and how to go on. */
export function RefusalNotice({ refusal, name }: { readonly refusal: FileRefusal; readonly name: string }) {
  return (
    <Alert
      color="red"
      variant="light"
      icon={<FileX aria-hidden />}
      title={`${name} can’t be imported as it is read now`}
      role="alert"
      flex="none"
      mb="xs"
    >
      <Text size="sm">{refusal.message}</Text>
    </Alert>
  );
}
