import { Alert, Box, Button, Group, Text, Title } from '@mantine/core';
import { CircleHelp, TriangleAlert, Undo2 } from 'lucide-react';
import type { SubmissionId } from '../../../shared/ids.ts';
import type { Evidence } from '../../../shared/outbox/evidence.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';
import { useDeskQuery } from '../../bridge/use-desk-query.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { takesFocus } from '../../ui/use-kept-focus.ts';
import { When } from '../../ui/when.tsx';
import { Decision } from '../decision/decision.tsx';
import { attentionTitle } from '../decision/decision-words.ts';
import { ExportJournalButton } from '../journal/export-journal-button.tsx';
import { Journal } from '../journal/journal.tsx';
import { leftInPims } from './back-to-draft.ts';
import { outcomeUnknown } from './outcome-unknown.ts';
import { problemTitle } from './problem-title.ts';
import { SubmissionActions } from './submission-actions.tsx';
import classes from './submission-panel.module.css';
import { SubmissionStateLabel } from './submission-state.tsx';
import { additionWords, submissionName, waitWords } from './submission-words.ts';

interface SubmissionPanelProps {
  readonly submission: Submission;
  /** The person works in the panel: it is not to be exchanged for another one. */
  readonly onEnter: () => void;
  /** Shows another submission in this one's place. */
  readonly onShow: (id: SubmissionId) => void;
}

/** One submission: what can be done with it, why it stands still, what is to be decided, and its journal. */
export function SubmissionPanel({ submission, onEnter, onShow }: SubmissionPanelProps) {
  const { id, reference, problem, nextTryAt, state, isAddition, backToDraft, waitsFor } = submission;
  const isAsked = state === 'needs-attention';
  const found = useDeskQuery('outbox.evidence', { id }, { enabled: isAsked });
  const evidence = isAsked ? (found.data ?? null) : null;
  const name = submissionName(submission);
  return (
    <section
      className={classes.panel}
      aria-label={`Submission ${name}`}
      data-asked={evidence !== null || undefined}
      onFocus={onEnter}
    >
      <div className={classes.head}>
        <Group gap="xs">
          <Title order={2} size="h4" tabIndex={-1} {...takesFocus}>
            {name}
          </Title>
          {isAddition && <Addition submission={submission} />}
          {reference !== '' && <CopyButton value={reference} what="the reference" />}
          <span role="status">
            <SubmissionStateLabel submission={submission} />
          </span>
          {state === 'paused' && backToDraft === 'soon' && (
            <Text size="sm" c="dimmed">
              it is found out first whether its last step arrived
            </Text>
          )}
          {(state === 'waiting' || state === 'checking') && nextTryAt !== null && (
            <Text size="sm" c="dimmed">
              {state === 'checking' ? 'looks again' : 'next try'} <When iso={nextTryAt} />
            </Text>
          )}
          {waitsFor !== null && (
            <>
              <Text size="sm" c="dimmed">
                {waitWords(submission)}
              </Text>
              <Button size="compact-xs" variant="default" onClick={() => onShow(waitsFor.id)}>
                Show that one
              </Button>
            </>
          )}
          <ExportJournalButton id={id} />
        </Group>
        {evidence === null && <SubmissionActions submission={submission} />}
      </div>
      {/* Focusable, so that a long journal scrolls with the keys. */}
      <Box className={classes.body} tabIndex={0}>
        {state === 'withdrawn' && <LeftInPims submission={submission} />}
        {problem !== null && state !== 'withdrawn' && (
          <Problem {...{ submission, evidence }} message={problem.message} />
        )}
        {isAsked && found.error !== null && (
          <ErrorNotice error={found.error} onRetry={() => void found.refetch()} retrying={found.isFetching} />
        )}
        {evidence !== null && <Decision {...{ submission, evidence }} />}
        <Journal id={submission.id} />
      </Box>
    </section>
  );
}

/** What a draft brings to an order that PIMS has. */
function Addition({ submission: { draftId, reference } }: { readonly submission: Submission }) {
  const draft = useDeskQuery('drafts.open', { id: draftId }).data;
  const words = [draft === undefined ? '' : additionWords(draft), reference].filter((text) => text !== '');
  return (
    <Text size="sm" c="dimmed">
      {words.join(' · ')}
    </Text>
  );
}

/** Of a submission that went back to its draft: what PIMS keeps of it. */
function LeftInPims({ submission }: { readonly submission: Submission }) {
  const words = leftInPims(submission);
  if (words === '') return null;
  return (
    <Alert
      className={classes.problem}
      role="note"
      color="blue"
      variant="light"
      icon={<Undo2 aria-hidden />}
      title="Back in its draft"
    >
      {words}
    </Alert>
  );
}

interface ProblemProps {
  readonly submission: Submission;
  readonly evidence: Evidence | null;
  readonly message: string;
}

function Problem({ submission, evidence, message }: ProblemProps) {
  const refused = submission.state === 'needs-attention' && !outcomeUnknown(submission);
  return (
    <Alert
      className={classes.problem}
      color={refused ? 'red' : 'yellow'}
      variant="light"
      icon={outcomeUnknown(submission) ? <CircleHelp aria-hidden /> : <TriangleAlert aria-hidden />}
      title={evidence === null ? problemTitle(submission) : attentionTitle(evidence)}
    >
      {message}
    </Alert>
  );
}
