import { ActionIcon, Anchor, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { TriangleAlert, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState, useSyncExternalStore } from 'react';
import type { OrderNumber } from '../../../shared/ids.ts';
import { fieldLabel } from '../../../shared/orders/field-labels.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { takeBackEdits } from '../draft-model.ts';
import type { DraftSession } from '../draft-session.ts';
import {
  clashCount,
  type ReviewedChange,
  type ReviewedField,
  type ReviewedLine,
  reviewOf,
  reviewWords,
} from './review.ts';
import classes from './review-list.module.css';
import { savingWords } from './saving-words.ts';

interface ReviewListProps {
  readonly session: DraftSession;
  readonly target: OrderNumber;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}

/** So many lines of a kind are listed at first; a pasted table can have thousands. */
const LISTED_AT_FIRST = 100;

/** What would be saved to an order: each changed field before and after, and each new line. */
export function ReviewList({ session, target, onSave, onLeave }: ReviewListProps) {
  const { content, inPims } = useSyncExternalStore(session.subscribe, session.snapshot);
  // What the screen has read will do: the order is read and compared once more when it is saved.
  const present =
    useDeskQuery('orders.single', { orderNumber: target }, { enabled: false }).data?.lines ?? null;
  const status = useDeskQuery('status.read', {}).data;
  const connections = useDeskQuery('connections.list', {}).data;
  const review = useMemo(() => reviewOf(content, inPims, present), [content, inPims, present]);
  const clashes = clashCount(review);
  const isPaused =
    connections?.some(({ id, pausedAt }) => id === session.connectionId && pausedAt !== null) === true;
  const isNothing = review.changes.length === 0 && review.added.length === 0;

  const saveByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // The key that has opened the dialog may still be held down.
    if (!event.repeat && !isNothing) onSave();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key that works anywhere in the dialog
    <div onKeyDown={saveByKey}>
      <Text size="sm" role="status">
        {isNothing ? 'Nothing is left to save.' : `${reviewWords(review)}.`}
      </Text>
      {clashes > 0 && (
        <Group gap={6} mt={4} wrap="nowrap" align="flex-start" className={classes.clash}>
          <TriangleAlert size={14} aria-hidden className={classes.sign} />
          <Text size="sm">
            {clashes === 1 ? 'One field has' : `${clashes} fields have`} been changed in PIMS since you saw{' '}
            {clashes === 1 ? 'it' : 'them'}. Nothing is overwritten: you are asked about{' '}
            {clashes === 1 ? 'it' : 'each'} once the order has been read again.
          </Text>
        </Group>
      )}
      <ScrollRegion label="What will be saved" className={classes.lists} takesFocus>
        {review.changes.length > 0 && <Changes changes={review.changes} session={session} />}
        {review.added.length > 0 && <Added lines={review.added} />}
      </ScrollRegion>
      <Group justify="space-between" gap="sm" mt="sm" wrap="nowrap" align="flex-start">
        <Text size="xs" c="dimmed" className={classes.how}>
          {savingWords({ reach: status?.reach ?? 'unknown', isPaused })}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onLeave}>
            Go on editing
          </Button>
          <Tooltip label="Ctrl+Enter">
            <Button onClick={onSave} disabled={isNothing}>
              Save to order {target}
            </Button>
          </Tooltip>
        </Group>
      </Group>
    </div>
  );
}

interface ChangesProps {
  readonly changes: readonly ReviewedChange[];
  readonly session: DraftSession;
}

function Changes({ changes, session }: ChangesProps) {
  const [all, setAll] = useState(false);
  const listed = all ? changes : changes.slice(0, LISTED_AT_FIRST);
  return (
    <>
      <Title order={3} size="h5" className={classes.title}>
        Changes
      </Title>
      <table className={classes.table} aria-label="Changes">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {listed.flatMap(({ change, lineNumber, what, fields }) =>
            fields.map((field, index) => (
              <tr key={`${lineNumber} ${field.field}`} data-first={index === 0 || undefined}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={fields.length} className={classes.line}>
                    {lineNumber}
                    <span className={classes.what}>{what}</span>
                  </th>
                )}
                <FieldCells field={field} />
                {index === 0 && (
                  <td rowSpan={fields.length} className={classes.back}>
                    <Tooltip label="Take the change back" position="left">
                      <ActionIcon
                        size="sm"
                        variant="subtle"
                        color="gray"
                        aria-label={`Take the change of line ${lineNumber} back`}
                        onClick={() => session.edit(takeBackEdits(change))}
                      >
                        <Undo2 size={14} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  </td>
                )}
              </tr>
            )),
          )}
        </tbody>
      </table>
      <ShowAll
        listed={listed.length}
        of={changes.length}
        what="lines that change"
        onShow={() => setAll(true)}
      />
    </>
  );
}

function FieldCells({ field: { field, before, after, now } }: { readonly field: ReviewedField }) {
  return (
    <>
      <td title={field}>{fieldLabel(field)}</td>
      <td className={classes.before}>
        <Value value={before} />
      </td>
      <td className={classes.after}>
        <Value value={after} />
        {now !== null && (
          <span className={classes.now}>PIMS has {now === '' ? 'nothing there' : now} by now</span>
        )}
      </td>
    </>
  );
}

function Added({ lines }: { readonly lines: readonly ReviewedLine[] }) {
  const [all, setAll] = useState(false);
  const listed = all ? lines : lines.slice(0, LISTED_AT_FIRST);
  return (
    <>
      <Title order={3} size="h5" className={classes.title}>
        New lines
      </Title>
      <table className={classes.table} aria-label="New lines">
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Part code</th>
            <th scope="col">Description</th>
            <th scope="col" className={classes.figure}>
              Quantity
            </th>
            <th scope="col">Further fields</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ id, place, part, description, quantity, further }) => (
            <tr key={id} data-first>
              <th scope="row">{place}</th>
              <td>
                <Value value={part} />
              </td>
              <td>
                <Value value={description} />
              </td>
              <td className={classes.figure}>{quantity}</td>
              <td>
                {Object.entries(further)
                  .map(([field, value]) => `${fieldLabel(field)} ${value}`)
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowAll listed={listed.length} of={lines.length} what="new lines" onShow={() => setAll(true)} />
    </>
  );
}

interface ShowAllProps {
  readonly listed: number;
  readonly of: number;
  readonly what: string;
  readonly onShow: () => void;
}

function ShowAll({ listed, of, what, onShow }: ShowAllProps) {
  if (listed === of) return null;
  return (
    <Anchor component="button" type="button" size="sm" mt={4} onClick={onShow}>
      Show all {of} {what}
    </Anchor>
  );
}

function Value({ value }: { readonly value: string }) {
  return value === '' ? <span className={classes.nothing}>empty</span> : value;
}
