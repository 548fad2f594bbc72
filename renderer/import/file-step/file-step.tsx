import { Button, Group, Stack, Text } from '@mantine/core';
import type { ImportField } from '../../../shared/import/fields/import-fields.ts';
import { findingWords } from '../../../shared/import/file/file-finding.ts';
import { RefusalNotice } from '../refusal-notice.tsx';
import { saveTemplate } from '../save-lines.ts';
import type { ImportSession } from '../session/import-session.ts';
import type { ImportSnapshot } from '../session/import-snapshot.ts';
import { DropZone } from './drop-zone.tsx';
import { skippedWords } from './file-words.ts';
import { PreviewTable } from './preview-table.tsx';
import { ReadingBar } from './reading-bar.tsx';

interface FileStepProps {
  readonly session: ImportSession;
  readonly snapshot: ImportSnapshot;
  readonly fields: readonly ImportField[];
}

/** The first step: which file, and how it is read. */
export function FileStep({ session, snapshot, fields }: FileStepProps) {
  const { name, opened, reading, table, refusal } = snapshot;
  if (opened === null || reading === null) {
    return (
      <Stack gap="sm">
        {refusal !== null && <RefusalNotice refusal={refusal} name={name} />}
        <DropZone onFile={(file, fileName) => void session.open(file, fileName)} />
        <Group gap="xs">
          <Button variant="default" size="compact-sm" onClick={() => void saveTemplate(fields)}>
            Save a template…
          </Button>
          <Text size="sm" c="dimmed">
            An empty file with headings that need no matching; any other headings do too.
          </Text>
        </Group>
      </Stack>
    );
  }
  return (
    <>
      <Group gap="sm" mb="xs">
        <Text fw={600}>{name}</Text>
        <Button variant="default" size="compact-sm" onClick={() => session.forget()}>
          Another file
        </Button>
        {table !== null && (
          <Text size="sm" role="status">
            {table.rowCount.toLocaleString('en')} {table.rowCount === 1 ? 'row' : 'rows'}.{' '}
            {skippedWords({
              titles: table.titles.length,
              totals: table.totals.length,
              blank: table.blank,
            })}
          </Text>
        )}
      </Group>
      <ReadingBar {...{ session, opened, reading }} />
      {refusal !== null && <RefusalNotice refusal={refusal} name={name} />}
      {table?.findings.map((finding) => (
        <Text key={findingWords(finding)} size="sm" c="var(--mantine-color-yellow-light-color)" mb={4}>
          {findingWords(finding)}
        </Text>
      ))}
      <PreviewTable rows={opened.preview} reading={reading} />
    </>
  );
}
