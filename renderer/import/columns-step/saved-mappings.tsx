import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core';
import { Bookmark, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { NamedMapping } from '../../../shared/import/columns/import-mapping.ts';
import { useDeskMutation } from '../../bridge/use-desk-query.ts';
import { messageOf } from '../../ui/error-notice.tsx';
import { notify } from '../../ui/notify.tsx';
import type { ColumnPlan } from '../session/import-snapshot.ts';

interface SavedMappingsProps {
  readonly plan: ColumnPlan;
  readonly headings: readonly string[];
  readonly named: readonly NamedMapping[];
  readonly onChanged: () => void;
  readonly onUse: (mapping: NamedMapping) => void;
}

/** Mappings that were given a name: used, saved, and removed. */
export function SavedMappings({ plan, headings, named, onChanged, onUse }: SavedMappingsProps) {
  const [name, setName] = useState('');
  const options = {
    onSuccess: onChanged,
    onError: (error: Error) => notify('problem', messageOf(error)),
  };
  const save = useDeskMutation('imports.saveMapping', options);
  const remove = useDeskMutation('imports.removeMapping', options);
  return (
    <Menu position="bottom-end" withinPortal closeOnItemClick={false} width={320}>
      <Menu.Target>
        <Button variant="default" leftSection={<Bookmark size={14} aria-hidden />}>
          Saved mappings
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {named.length === 0 && <Menu.Label>None saved yet</Menu.Label>}
        {named.map((mapping) => (
          <Group key={mapping.name} gap={2} wrap="nowrap">
            <Menu.Item closeMenuOnClick onClick={() => onUse(mapping)}>
              {mapping.name}
            </Menu.Item>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove the mapping ${mapping.name}`}
              onClick={() => remove.mutate({ name: mapping.name })}
            >
              <Trash2 size={14} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Menu.Divider />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            save.mutate({ name, headings: [...headings], mapping: plan.mapping });
            setName('');
          }}
        >
          <Group gap="xs" p="xs" wrap="nowrap">
            <TextInput
              aria-label="Name of this mapping"
              placeholder="Name of this mapping"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={name.trim() === ''}>
              Save
            </Button>
          </Group>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
