import { Button, List, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { BarcodeForm } from './barcode-form.tsx';
import { BarcodeTable } from './barcode-table.tsx';
import { importWords } from './import-words.ts';
import { SettingsSection } from './settings-section.tsx';

/** The chosen connection's own table of barcodes: what cartons stand for, since PIMS knows one barcode for each part. */
export function BarcodesSection() {
  const client = useQueryClient();
  const packs = useDeskQuery('parts.packs', {});
  const renew = { onSuccess: () => client.invalidateQueries({ queryKey: ['parts.packs'] }) };
  const save = useDeskMutation('parts.savePack', renew);
  const remove = useDeskMutation('parts.removePack', renew);
  const take = useDeskMutation('parts.importPacks', renew);
  const [wanted, setWanted] = useState('');
  const failure = remove.error ?? take.error;
  const imported = take.data ?? null;

  return (
    <SettingsSection
      title="Barcodes of packs"
      about="What the barcode of a carton stands for. PIMS has one barcode for each part, so these are kept here, for the chosen connection."
      actions={
        <Button variant="default" flex="none" loading={take.isPending} onClick={() => take.mutate({})}>
          Import CSV…
        </Button>
      }
    >
      <Stack gap="sm">
        {failure !== null && <ErrorNotice error={failure} />}
        {imported !== null && (
          <div role="status">
            <Text size="sm">{importWords(imported)}</Text>
            {imported.problems.length > 0 && (
              <List size="sm" aria-label="Rows that were left out" mah={160} style={{ overflowY: 'auto' }}>
                {imported.problems.map(({ row, problem }) => (
                  <List.Item key={row}>
                    Row {row}: {problem}
                  </List.Item>
                ))}
              </List>
            )}
          </div>
        )}
        <BarcodeForm save={(pack) => save.mutateAsync(pack)} error={save.error} saving={save.isPending} />
        {packs.isPending && <LoadingRows label="Reading the barcodes" rows={2} />}
        {packs.error !== null && <ErrorNotice error={packs.error} onRetry={() => void packs.refetch()} />}
        {packs.data !== undefined && packs.data.length > 0 && (
          <>
            <TextInput
              type="search"
              aria-label="Find a barcode"
              placeholder="Find by barcode or part"
              w={260}
              value={wanted}
              onChange={({ currentTarget }) => setWanted(currentTarget.value)}
            />
            <BarcodeTable
              packs={packs.data}
              wanted={wanted}
              onRemove={(barcode) => remove.mutate({ barcode })}
            />
          </>
        )}
        {packs.data?.length === 0 && <Text size="sm">No barcodes yet.</Text>}
      </Stack>
    </SettingsSection>
  );
}
