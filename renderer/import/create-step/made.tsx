import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { DraftId } from '../../../shared/ids.ts';
import type { ImportRecord } from '../../../shared/import/import-record.ts';
import { hrefOf, paths, useGoTo } from '../../app/routes.ts';
import { callDesk } from '../../bridge/call.ts';
import { confirm } from '../../ui/confirm.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { UndoImportButton } from '../history/undo-import-button.tsx';
import type { ImportSession } from '../session/import-session.ts';
import type { ImportSnapshot } from '../session/import-snapshot.ts';
import { accountWords, counted } from './creation-words.ts';
import { type SubmittedDrafts, submitDrafts } from './submit-drafts.ts';

interface MadeProps {
  readonly session: ImportSession;
  readonly snapshot: ImportSnapshot;
  readonly record: ImportRecord;
}

/** So many are sent to see whether PIMS takes them, before all are. */
const TRIED_FIRST = 3;

/** What was made of the file, and how to go on: look at it, submit it, or take it back. */
export function Made({ session, snapshot: { into, busy, creation }, record }: MadeProps) {
  const goTo = useGoTo();
  const [outcome, setOutcome] = useState<SubmittedDrafts | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { firstDraft } = record;
  const count = record.drafts.open;
  const submit = async (most: number): Promise<void> => {
    setError(null);
    try {
      await submitSome((await callDesk('imports.openDrafts', { id: record.id })).slice(0, most));
    } catch (cause) {
      if (cause instanceof Error) setError(cause);
    }
  };
  const submitSome = async (drafts: readonly DraftId[]): Promise<void> => {
    const question = {
      title: `Submit ${counted(drafts.length, 'draft', 'drafts')}?`,
      text: 'They go to the outbox, which sends them in order. One that can’t be submitted stays a draft.',
      confirm: 'Submit',
      cautious: true,
    };
    if (!(await confirm(question))) return;
    setOutcome(
      await session.during('submitting', (goesOn) =>
        submitDrafts(drafts, (done) => goesOn(done / drafts.length)),
      ),
    );
  };
  return (
    <div ref={place} tabIndex={-1}>
      {error !== null && <ErrorNotice error={error} />}
      <Alert
        color="green"
        variant="light"
        icon={<CircleCheck aria-hidden />}
        role="status"
        title={
          into === null
            ? `${counted(count, 'draft was', 'drafts were')} made`
            : `${counted(creation?.lines ?? 0, 'line was', 'lines were')} added`
        }
      >
        <Text size="sm">{accountWords(record.file.rows)}.</Text>
        <Group gap="xs" mt="xs">
          {firstDraft !== null && (count === 1 || into !== null) && (
            <Button onClick={() => goTo(paths.draft(firstDraft))}>Open the draft</Button>
          )}
          {into === null && count > 1 && (
            <Button variant="default" onClick={() => goTo(paths.drafts())}>
              Look at the drafts
            </Button>
          )}
          {into === null && count > TRIED_FIRST && (
            <Button variant="default" disabled={busy !== null} onClick={() => void submit(TRIED_FIRST)}>
              Submit the first {TRIED_FIRST}, then stop
            </Button>
          )}
          {into === null && count > 0 && (
            <Button
              variant={count === 1 ? 'default' : 'filled'}
              disabled={busy !== null}
              onClick={() => void submit(Number.POSITIVE_INFINITY)}
            >
              {count === 1 ? 'Submit it' : 'Submit all'}
            </Button>
          )}
          <UndoImportButton record={record} onUndone={() => session.forget()} />
          <Button variant="default" onClick={() => session.forget()}>
            Import another file
          </Button>
        </Group>
      </Alert>
      {outcome !== null && <Outcome outcome={outcome} />}
    </div>
  );
}

function Outcome({ outcome: { submitted, refused } }: { readonly outcome: SubmittedDrafts }) {
  return (
    <Alert
      mt="sm"
      color={refused.length === 0 ? 'green' : 'yellow'}
      variant="light"
      role="status"
      icon={refused.length === 0 ? <CircleCheck aria-hidden /> : <TriangleAlert aria-hidden />}
      title={`${counted(submitted, 'order is', 'orders are')} in the outbox`}
    >
      <Anchor href={hrefOf(paths.outbox())} size="sm">
        Follow them in the outbox
      </Anchor>
      {refused.length > 0 && (
        <>
          <Text size="sm" mt="xs">
            {counted(refused.length, 'draft was', 'drafts were')} not submitted and stay as they are:
          </Text>
          <List size="sm">
            {refused.slice(0, REFUSED_SHOWN).map(({ draftId, why }) => (
              <List.Item key={draftId}>
                <Anchor href={hrefOf(paths.draft(draftId))} size="sm">
                  Open it
                </Anchor>
                : {why}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  );
}

const REFUSED_SHOWN = 20;
