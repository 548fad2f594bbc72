import {
  ActionIcon,
  Button,
  Divider,
  Popover,
  Stack,
  Text,
  TextInput,
  Tooltip,
  UnstyledButton,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Bookmark, X } from 'lucide-react';
import { useState } from 'react';
import type { SavedSearch } from '../../shared/orders/order.ts';
import { queryWords } from '../../shared/orders/query-words.ts';
import type { OrderQuery } from '../../shared/pims/filters.ts';
import { callDesk } from '../bridge/call.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { messageOf } from '../ui/error-notice.tsx';
import classes from '../ui/named-list.module.css';
import { notify } from '../ui/notify.tsx';

interface SavedSearchesProps {
  /** The search that is shown now; it can be saved. */
  readonly query: OrderQuery;
  readonly onChoose: (query: OrderQuery) => void;
}

/** Searches kept under a name: choose one, save the present one, replace one, delete one with a way back. */
export function SavedSearches({ query, onChoose }: SavedSearchesProps) {
  const [opened, setOpened] = useState(false);
  const searches = useDeskQuery('searches.list', {}).data ?? [];
  const { save, remove } = useSearchStore();
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={340}
      trapFocus
      returnFocus
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<Bookmark size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
          aria-expanded={opened}
        >
          Saved searches
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Saved searches">
        <Stack gap="xs">
          {searches.length === 0 && (
            <Text size="sm" c="dimmed">
              No search is saved yet. Save the one you see under a name.
            </Text>
          )}
          <ul className={classes.list} aria-label="Saved searches">
            {searches.map((search) => (
              <SavedSearchItem
                key={search.id}
                search={search}
                onChoose={() => {
                  setOpened(false);
                  onChoose(search.query);
                }}
                onRemove={() => void remove(search)}
              />
            ))}
          </ul>
          <Divider />
          <SaveForm
            query={query}
            names={searches.map((search) => search.name)}
            onSave={async (name) => {
              if (await save(name, query)) setOpened(false);
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface SavedSearchItemProps {
  readonly search: SavedSearch;
  readonly onChoose: () => void;
  readonly onRemove: () => void;
}

function SavedSearchItem({ search, onChoose, onRemove }: SavedSearchItemProps) {
  return (
    <li className={classes.item}>
      <UnstyledButton className={classes.choose} onClick={onChoose}>
        <span className={classes.name}>{search.name}</span>
        <span className={classes.words}>{queryWords(search.query)}</span>
      </UnstyledButton>
      <Tooltip label="Delete this search">
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={`Delete the search ${search.name}`}
          onClick={onRemove}
        >
          <X size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

interface SaveFormProps {
  readonly query: OrderQuery;
  readonly names: readonly string[];
  readonly onSave: (name: string) => Promise<void>;
}

function SaveForm({ query, names, onSave }: SaveFormProps) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const replaces = names.some((one) => one.toLowerCase() === name.trim().toLowerCase());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') setProblem('Give the search a name.');
        else void onSave(name.trim()).then(() => setName(''));
      }}
    >
      <TextInput
        label="Save this search as"
        description={queryWords(query)}
        value={name}
        error={problem}
        maxLength={80}
        data-autofocus
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem('');
        }}
      />
      <Button type="submit" mt="xs" variant="default">
        {replaces ? 'Replace the saved search' : 'Save the search'}
      </Button>
    </form>
  );
}

function useSearchStore() {
  const client = useQueryClient();
  const readAgain = (): Promise<void> => client.invalidateQueries({ queryKey: ['searches.list'] });
  const sayFailure = (failure: Error): void => notify('problem', messageOf(failure));

  const save = async (name: string, query: OrderQuery): Promise<boolean> => {
    try {
      await callDesk('searches.save', { name, query });
    } catch (failure) {
      if (failure instanceof Error) sayFailure(failure);
      return false;
    }
    await readAgain();
    notify('done', `The search “${name}” is saved.`);
    return true;
  };

  const remove = async ({ id, name, query }: SavedSearch): Promise<void> => {
    try {
      await callDesk('searches.remove', { id });
    } catch (failure) {
      if (failure instanceof Error) sayFailure(failure);
      return;
    }
    await readAgain();
    notify('info', `The search “${name}” was deleted.`, { label: 'Undo', run: () => void save(name, query) });
  };

  return { save, remove };
}
