import { ActionIcon, Group, Select, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import type { ImportField } from '../../../shared/import/fields/import-fields.ts';
import { fieldLabel } from '../../../shared/orders/field-labels.ts';
import type { ImportSession } from '../session/import-session.ts';
import type { ColumnPlan } from '../session/import-snapshot.ts';
import { withConstant, withoutField } from '../session/mapping-edits.ts';
import { choiceOf, fieldChoices, fieldOfChoice } from './field-choices.ts';

interface ConstantsProps {
  readonly session: ImportSession;
  readonly plan: ColumnPlan;
  readonly fields: readonly ImportField[];
  readonly withOrderFields: boolean;
}

/** Fields that no column has, with the same text for every row. */
export function Constants({ session, plan, fields, withOrderFields }: ConstantsProps) {
  const { mapping } = plan;
  const taken = new Set(mapping.fields.map(choiceOf));
  const free = fields.filter((field) => !taken.has(choiceOf(field)));
  return (
    <Group gap="sm" align="flex-end">
      {mapping.fields.map((constant) =>
        constant.source.kind === 'columns' ? null : (
          <Group key={choiceOf(constant)} gap={2} align="flex-end" wrap="nowrap">
            <TextInput
              label={`${fieldLabel(constant.field)} of every row`}
              w={190}
              value={constant.source.value}
              onChange={(event) => {
                const { value } = event.currentTarget;
                session.changeMapping((before) => withConstant(before, constant, value));
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              mb={3}
              aria-label={`Leave ${fieldLabel(constant.field)} out`}
              onClick={() => session.changeMapping((before) => withoutField(before, constant))}
            >
              <X size={14} aria-hidden />
            </ActionIcon>
          </Group>
        ),
      )}
      <Select
        label="The same in every row"
        placeholder="Choose a field"
        data={fieldChoices(free, withOrderFields)}
        value={null}
        searchable
        w={210}
        onChange={(choice) => {
          const field = choice === null ? undefined : fieldOfChoice(fields, choice);
          if (field !== undefined) session.changeMapping((before) => withConstant(before, field, ''));
        }}
      />
    </Group>
  );
}
