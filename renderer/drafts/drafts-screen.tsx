import { Button, TextInput } from '@mantine/core';
import { FilePen, Plus, Search } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { DraftSummary } from '../../shared/drafts/draft.ts';
import { useCommand } from '../app/commands.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { EmptyNotice } from '../ui/empty-notice.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LoadingRows } from '../ui/loading-rows.tsx';
import { Screen } from '../ui/screen.tsx';
import { DraftsTable } from './drafts-table.tsx';

/** The drafts of the chosen connection that are not in PIMS yet. */
export function DraftsScreen() {
  const drafts = useDeskQuery('drafts.list', {});
  const goTo = useGoTo();
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const found = useMemo(
    () => (drafts.data ?? []).filter((draft) => matches(draft, text)),
    [drafts.data, text],
  );
  useCommand('find', () => search.current?.focus());

  const newOrder = (
    <Button leftSection={<Plus size={14} aria-hidden />} onClick={() => goTo(paths.newOrder())}>
      New order
    </Button>
  );
  const total = drafts.data?.length ?? 0;
  return (
    <Screen title="Drafts" subtitle={total > 0 ? countWords(total) : undefined} actions={newOrder}>
      {total > 0 && (
        <TextInput
          ref={search}
          type="search"
          aria-label="Search drafts"
          placeholder="Reference, customer or name"
          leftSection={<Search size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          mb="xs"
          w={300}
        />
      )}
      {body()}
    </Screen>
  );

  function body(): ReactNode {
    if (drafts.isPending) return <LoadingRows label="Reading the drafts" />;
    if (drafts.isError) {
      return (
        <ErrorNotice error={drafts.error} onRetry={() => drafts.refetch()} retrying={drafts.isFetching} />
      );
    }
    if (total === 0) {
      return (
        <EmptyNotice icon={<FilePen aria-hidden />} title="No drafts" actions={newOrder}>
          What you begin is kept here until you submit it.
        </EmptyNotice>
      );
    }
    if (found.length === 0) {
      const clear = (
        <Button variant="default" onClick={() => setText('')}>
          Show all drafts
        </Button>
      );
      return <EmptyNotice icon={<Search aria-hidden />} title={`No draft has “${text}”`} actions={clear} />;
    }
    return <DraftsTable drafts={found} />;
  }
}

function matches(draft: DraftSummary, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [draft.reference, draft.customerCode, draft.billingName].some((value) =>
    value.toLowerCase().includes(wanted),
  );
}

function countWords(count: number): string {
  return count === 1 ? '1 draft' : `${count} drafts`;
}
