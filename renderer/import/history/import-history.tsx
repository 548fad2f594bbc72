import { Anchor, Title } from '@mantine/core';
import type { ImportRecord } from '../../../shared/import/import-record.ts';
import { hrefOf, paths } from '../../app/routes.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import tableClasses from '../../ui/data-table.module.css';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { When } from '../../ui/when.tsx';
import { accountWords } from '../create-step/creation-words.ts';
import { standingOfImport } from './import-words.ts';
import { UndoImportButton } from './undo-import-button.tsx';

/** What was imported before: each file with where its rows went, and a way to take it back. */
export function ImportHistory() {
  const imports = useDeskQuery('imports.list', {});
  if (imports.error !== null)
    return <ErrorNotice error={imports.error} onRetry={() => void imports.refetch()} />;
  if (imports.data === undefined || imports.data.length === 0) return null;
  return (
    <>
      <Title order={2} size="h5" mt="md" mb={6}>
        Imported before
      </Title>
      <div className={tableClasses.frame}>
        <table className={tableClasses.table} aria-label="Imported before">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">When</th>
              <th scope="col">Rows</th>
              <th scope="col">Drafts</th>
              <th scope="col" aria-label="Undo" />
            </tr>
          </thead>
          <tbody>
            {imports.data.map((record) => (
              <tr key={record.id}>
                <td>
                  <FileName record={record} />
                </td>
                <td>
                  <When iso={record.at} />
                </td>
                <td>{accountWords(record.file.rows)}</td>
                <td>{standingOfImport(record)}</td>
                <td>
                  <UndoImportButton record={record} compact />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function FileName({ record: { file, firstDraft } }: { readonly record: ImportRecord }) {
  if (firstDraft === null) return file.name;
  return (
    <Anchor href={hrefOf(paths.draft(firstDraft))} size="sm">
      {file.name}
    </Anchor>
  );
}
