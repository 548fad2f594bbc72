import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { FilePen, LayoutTemplate, Plus, Search } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useCommand } from '../app/commands.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { Screen } from '../ui/screen.tsx';
import { draftCountWords } from './draft-words.ts';
import { DraftsTable } from './drafts-table.tsx';
import { showTemplates } from './template-list.tsx';

/** So long typing has to rest before the drafts are searched, in milliseconds. */
const REST_MS = 150;

/** The drafts of the chosen connection that are not in PIMS yet. */
export function DraftsScreen() {
  const goTo = useGoTo();
  const [text, setText] = useState('');
  const [rested] = useDebouncedValue(text.trim(), REST_MS);
  // Nothing to look for is known at once.
  const search = text.trim() === '' ? '' : rested;
  const all = useDeskQuery('drafts.list', {});
  const found = useDeskQuery('drafts.list', search === '' ? {} : { search }, {
    placeholderData: keepPreviousData,
  });
  const box = useRef<HTMLInputElement>(null);
  useCommand('find', () => box.current?.focus());

  const newOrder = (
    <>
      <Button
        variant="default"
        leftSection={<LayoutTemplate size={14} aria-hidden />}
        onClick={showTemplates}
        aria-haspopup="dialog"
      >
        From a template
      </Button>
      <Button leftSection={<Plus size={14} aria-hidden />} onClick={() => goTo(paths.newOrder())}>
        New order
      </Button>
    </>
  );
  const total = all.data?.length ?? 0;
  const isSettled = found.data !== undefined && !found.isPlaceholderData;
  return (
    <Screen
      title="Drafts"
      subtitle={
        total > 0 && (
          <span role="status">
            {isSettled ? draftCountWords(total, found.data.length, search) : 'Searching…'}
          </span>
        )
      }
      actions={newOrder}
    >
      {total > 0 && (
        <TextInput
          ref={box}
          type="search"
          aria-label="Search drafts"
          placeholder="Reference, customer, part, any value"
          title="Looks into every value of the drafts and of their lines"
          leftSection={<Search size={14} aria-hidden />}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.currentTarget.value)}
          mb="xs"
          w={340}
        />
      )}
      {body()}
    </Screen>
  );

  function body(): ReactNode {
    if (all.isPending || found.isPending) return <LoadingRows label="Reading the drafts" />;
    const failed = all.isError ? all : found;
    if (failed.isError) {
      return (
        <ErrorNotice error={failed.error} onRetry={() => failed.refetch()} retrying={failed.isFetching} />
      );
    }
    if (total === 0) {
      return (
        <EmptyNotice icon={<FilePen aria-hidden />} title="No drafts" actions={newOrder}>
          What you begin is kept here until you submit it.
        </EmptyNotice>
      );
    }
    if (found.data?.length === 0 && search !== '') {
      const clear = (
        <Button
          variant="default"
          onClick={() => {
            setText('');
            box.current?.focus();
          }}
        >
          Show all drafts
        </Button>
      );
      return (
        <EmptyNotice icon={<Search aria-hidden />} title={`No draft has “${search}”`} actions={clear}>
          Looked for in every value of the drafts and of their lines.
        </EmptyNotice>
      );
    }
    return <DraftsTable drafts={found.data ?? []} />;
  }
}
