import { Button, Text, Title } from '@mantine/core';
import { assertNever } from '../../../shared/errors.ts';
import type { Candidate, Evidence } from '../../../shared/outbox/evidence.ts';
import type { Submission } from '../../../shared/outbox/submission.ts';
import { paths } from '../../app/routes.ts';
import { confirm } from '../../ui/confirm.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { When } from '../../ui/when.tsx';
import { useGoToOn } from '../go-to-on.ts';
import { wayBack, whyNoWayBack } from '../submission/back-to-draft.ts';
import { Comparison } from './comparison.tsx';
import { Conflict } from './conflict.tsx';
import classes from './decision.module.css';
import {
  adoptQuestion,
  adoptSays,
  type Choice,
  canAdopt,
  choicesFor,
  notThereQuestion,
  sendQuestion,
} from './decision-words.ts';
import { DifferenceList } from './difference-list.tsx';
import { fieldsNamed } from './evidence-rows.ts';
import { useDecide } from './use-decide.ts';

interface DecisionProps {
  readonly submission: Submission;
  readonly evidence: Evidence;
}

/** What only a person can decide: what we sent beside what PIMS has, and the choices with what each one does. */
export function Decision({ submission, evidence }: DecisionProps) {
  const { adopt, send, accept, toDraft, settle, busy, error } = useDecide(submission.id);
  const goToOn = useGoToOn();
  const { connectionId, orderNumber, reference, problem } = submission;

  const tryAdopt = async (candidate: Candidate): Promise<void> => {
    if (await confirm(adoptQuestion(candidate, evidence, submission))) adopt(candidate.id);
  };
  const trySend = async (): Promise<void> => {
    const isAsked = evidence.kind !== 'refused' && evidence.candidates.length > 0;
    if (isAsked && !(await confirm(sendQuestion(evidence)))) return;
    send(isAsked);
  };
  const tryToDraft = async (): Promise<void> => {
    const question = wayBack(submission)?.question ?? null;
    // A refused order was kept whole, and what PIMS has of it shows right here.
    if (evidence.kind !== 'refused' && question !== null && !(await confirm(question))) return;
    toDraft(false);
  };
  const tryNotThere = async (): Promise<void> => {
    if (await confirm(notThereQuestion(evidence))) toDraft(true);
  };
  const choose = (kind: Choice['kind']): void => {
    switch (kind) {
      case 'send':
        void trySend();
        break;
      case 'accept':
        accept();
        break;
      case 'look':
        void goToOn(
          connectionId,
          orderNumber === null ? paths.findOrders(reference) : paths.order(orderNumber),
        );
        break;
      case 'draft':
        void tryToDraft();
        break;
      case 'not-there':
        void tryNotThere();
        break;
      default:
        assertNever(kind);
    }
  };

  const named =
    evidence.kind === 'refused' ? fieldsNamed(problem?.message ?? '', evidence) : new Set<string>();
  const adoptable = canAdopt(evidence);
  return (
    <div className={classes.decision}>
      <div className={classes.evidence}>
        {evidence.kind === 'differs' && evidence.candidates.length > 0 && (
          <DifferenceList candidates={evidence.candidates} />
        )}
        {evidence.kind === 'conflict' && (
          <Conflict id={submission.id} {...{ evidence, busy }} onSettle={settle} />
        )}
        {evidence.kind !== 'differs' && evidence.kind !== 'conflict' && (
          <Comparison {...{ evidence, named, busy }} onAdopt={(candidate) => void tryAdopt(candidate)} />
        )}
        <Text size="xs" c="dimmed" mt={4}>
          {evidence.kind === 'refused' ? 'Refused' : 'Looked in PIMS'} <When iso={evidence.lookedAt} />.
        </Text>
      </div>
      <section className={classes.choices} aria-label="What you can do">
        <Title order={3} size="h4">
          What you can do
        </Title>
        {error !== null && <ErrorNotice error={error} />}
        <ul className={classes.list}>
          {evidence.kind === 'conflict' && (
            <li>
              <strong>Choose for each field</strong>, then send
              <Text size="xs" c="dimmed">
                Only what PIMS does not have already is changed.
              </Text>
            </li>
          )}
          {adoptable && (
            <li>
              <strong>“It is this one”</strong>, in the column of it
              <Text size="xs" c="dimmed">
                {adoptSays(evidence, submission)}
              </Text>
            </li>
          )}
          {choicesFor(evidence, submission).map((choice, index) => (
            <ChoiceItem
              key={choice.kind}
              choice={choice}
              isLikeliest={index === 0 && !adoptable && evidence.kind !== 'conflict'}
              busy={busy}
              onChoose={choose}
            />
          ))}
        </ul>
        {whyNoWayBack(submission) !== '' && (
          <Text size="xs" c="dimmed">
            {whyNoWayBack(submission)}
          </Text>
        )}
      </section>
    </div>
  );
}

interface ChoiceItemProps {
  readonly choice: Choice;
  /** It stands out. */
  readonly isLikeliest: boolean;
  readonly busy: boolean;
  readonly onChoose: (kind: Choice['kind']) => void;
}

function ChoiceItem({ choice: { kind, label, says }, isLikeliest, busy, onChoose }: ChoiceItemProps) {
  const saysId = `choice-${kind}`;
  return (
    <li>
      <Button
        variant={isLikeliest ? 'filled' : 'default'}
        disabled={busy}
        aria-describedby={saysId}
        onClick={() => onChoose(kind)}
      >
        {label}
      </Button>
      <Text size="xs" c="dimmed" mt={3} id={saysId}>
        {says}
      </Text>
    </li>
  );
}
