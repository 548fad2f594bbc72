import { Group, MultiSelect, Text } from '@mantine/core';
import type { ImportField } from '../../../shared/import/fields/import-fields.ts';
import { fieldLabel } from '../../../shared/orders/field-labels.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import type { ImportSession } from '../session/import-session.ts';
import type { ColumnPlan, ImportSnapshot } from '../session/import-snapshot.ts';
import { ColumnTable } from './column-table.tsx';
import { Constants } from './constants.tsx';
import { missingFields, planWords } from './match-words.ts';
import { SavedMappings } from './saved-mappings.tsx';

interface ColumnsStepProps {
  readonly session: ImportSession;
  readonly snapshot: ImportSnapshot;
  readonly fields: readonly ImportField[];
}

/** The second step: what becomes of each column. */
export function ColumnsStep({ session, snapshot, fields }: ColumnsStepProps) {
  const { columns: plan, table, into } = snapshot;
  const headings = table?.headings ?? [];
  const saved = useDeskQuery('imports.mappings', table === null ? null : { headings: [...headings] });
  if (plan === null) return null;
  const withOrderFields = into === null;
  const words = planWords(plan);
  const missing = missingFields(plan);
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="xs" gap="sm">
        <Group gap="md" align="flex-end">
          {withOrderFields && <Grouping {...{ session, plan }} />}
          <Constants {...{ session, plan, fields, withOrderFields }} />
        </Group>
        <SavedMappings
          {...{ plan, headings }}
          named={saved.data?.named ?? []}
          onChanged={() => void saved.refetch()}
          onUse={(mapping) => void session.plan(fields, mapping, mapping.name)}
        />
      </Group>
      {words !== '' && (
        <Text size="sm" c="dimmed" role="status" mb={4}>
          {words}
        </Text>
      )}
      {missing.length > 0 && (
        <Text size="sm" c="var(--mantine-color-yellow-light-color)" role="status" mb={4}>
          Nothing goes into {missing.map(fieldLabel).join(' and ')} yet: choose a column for it, or the same
          text for every row.
        </Text>
      )}
      <ColumnTable {...{ session, plan, fields, withOrderFields }} />
    </>
  );
}

interface GroupingProps {
  readonly session: ImportSession;
  readonly plan: ColumnPlan;
}

/** The columns whose cells tell which rows belong to one order. */
function Grouping({ session, plan: { mapping, matches } }: GroupingProps) {
  return (
    <MultiSelect
      label="Rows with the same text here make one order"
      placeholder={mapping.groupBy.length === 0 ? 'none: all rows make one order' : ''}
      data={matches.map(({ column, heading }) => ({ value: String(column), label: heading }))}
      value={mapping.groupBy.map(String)}
      clearable
      miw={320}
      onChange={(values) => session.changeMapping((before) => ({ ...before, groupBy: values.map(Number) }))}
    />
  );
}
