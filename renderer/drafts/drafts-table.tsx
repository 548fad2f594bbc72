import { ActionIcon, Badge, Tooltip, VisuallyHidden } from '@mantine/core';
import { Copy, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { DraftSummary } from '../../shared/drafts/draft.ts';
import { hrefOf, paths, useGoTo } from '../app/routes.ts';
import { MOD } from '../app/shortcuts.ts';
import tableClasses from '../ui/data-table.module.css';
import { rowByKey } from '../ui/row-keys.ts';
import { When } from '../ui/when.tsx';
import { draftName } from './draft-words.ts';
import classes from './drafts-table.module.css';
import { removeDraft } from './remove-draft.ts';
import { duplicateDraft } from './template-store.ts';

/** The list of drafts: arrow keys go from row to row, Enter opens, Ctrl+D duplicates, Delete deletes with a way back. */
export function DraftsTable({ drafts }: { readonly drafts: readonly DraftSummary[] }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const goTo = useGoTo();

  const rowAt = (index: number): HTMLElement | undefined =>
    [...(body.current?.querySelectorAll<HTMLElement>('a[data-open]') ?? [])][index];

  const remove = async (draft: DraftSummary, index: number): Promise<void> => {
    const neighbour = rowAt(index + 1) ?? rowAt(index - 1);
    if (await removeDraft(draft.id)) (neighbour ?? document.getElementById('screen-title'))?.focus();
  };

  const duplicate = async (draft: DraftSummary): Promise<void> => {
    const copy = await duplicateDraft(draft.id);
    if (copy !== undefined) goTo(paths.draft(copy.id));
  };

  const onKeyDown = (event: KeyboardEvent, draft: DraftSummary, index: number): void => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'd') {
      event.preventDefault();
      if (draft.target === null) void duplicate(draft);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = rowByKey(event.key, index, drafts.length);
    if (target !== undefined) {
      event.preventDefault();
      rowAt(target)?.focus();
    } else if (event.key === 'Delete' && draft.state === 'open') {
      event.preventDefault();
      void remove(draft, index);
    }
  };

  return (
    <div className={tableClasses.frame}>
      <table className={tableClasses.table} aria-label="Drafts">
        <thead>
          <tr>
            <th scope="col">Reference</th>
            <th scope="col">Customer</th>
            <th scope="col">Name</th>
            <th scope="col" className={tableClasses.figure}>
              Lines
            </th>
            <th scope="col">Changed</th>
            <th scope="col">State</th>
            <th scope="col">
              <VisuallyHidden>What can be done</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {drafts.map((draft, index) => (
            <DraftRow
              key={draft.id}
              draft={draft}
              onDuplicate={() => void duplicate(draft)}
              onRemove={() => void remove(draft, index)}
              onKeyDown={(event) => onKeyDown(event, draft, index)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DraftRowProps {
  readonly draft: DraftSummary;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function DraftRow({ draft, onDuplicate, onRemove, onKeyDown }: DraftRowProps) {
  const goTo = useGoTo();
  const path = paths.draft(draft.id);
  const name = draftName(draft);
  return (
    // The link does the same for keyboard and screen reader.
    <tr className={classes.row} onDoubleClick={() => goTo(path)} data-row-id={draft.id}>
      <td>
        <a href={hrefOf(path)} data-open className={classes.open} onKeyDown={onKeyDown}>
          {draft.target === null && draft.reference === '' ? (
            <i title="Made for this order, which carries it unless you give another">{draft.ownReference}</i>
          ) : (
            shownName(draft)
          )}
        </a>
      </td>
      <td>{draft.customerCode}</td>
      <td>{draft.billingName}</td>
      <td className={tableClasses.figure}>{draft.lineCount}</td>
      <td>
        <When iso={draft.updatedAt} />
      </td>
      <td>{draft.state === 'queued' && <Badge variant="light">In the outbox</Badge>}</td>
      <td className={classes.actions}>
        {draft.target === null && (
          <Tooltip label={`Duplicate draft (${MOD}+D)`}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={`Duplicate draft ${name}`}
              onClick={onDuplicate}
            >
              <Copy size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        {draft.state === 'open' && (
          <Tooltip label="Delete draft (Delete)">
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={`Delete draft ${name}`}
              onClick={onRemove}
            >
              <Trash2 size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </td>
    </tr>
  );
}

/** Of a draft for an order, what it brings; else its reference. */
function shownName(draft: DraftSummary): string {
  return draft.target === null ? draft.reference : draftName(draft);
}
