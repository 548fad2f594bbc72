import { Button, Group, Table, Text } from '@mantine/core';
import type { Candidate, Evidence } from '../../shared/outbox/evidence.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import { useDeskMutation, useDeskQuery } from '../bridge/use-desk-query.ts';
import { confirm } from '../ui/confirm.tsx';
import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';

/** What a person needs in order to decide about a submission, side by side, and what can be decided. */
export function EvidencePanel({ submission }: { readonly submission: Submission }) {
  const evidence = useDeskQuery('outbox.evidence', { id: submission.id }).data;
  if (evidence === undefined || evidence === null) return null;
  return (
    <section aria-label="What PIMS has">
      {evidence.candidates.length > 0 && <Candidates submission={submission} evidence={evidence} />}
      <Choices submission={submission} evidence={evidence} />
    </section>
  );
}

interface PartProps {
  readonly submission: Submission;
  readonly evidence: Evidence;
}

/** Fields that were sent, or that tell candidates apart; more would hide them. */
function shownFields({ sent, candidates }: Evidence): string[] {
  const differing = candidates.flatMap(({ differences }) => differences.map(({ field }) => field));
  return [...new Set([...Object.keys(sent), ...differing])];
}

function Candidates({ submission, evidence }: PartProps) {
  const canChoose = evidence.kind === 'unsure' || evidence.kind === 'duplicate';
  const fields = shownFields(evidence);
  const noun = nounOf(evidence);
  return (
    <Table.ScrollContainer minWidth={320} mb="xs">
      <Table aria-label="What was sent, and what PIMS has" withColumnBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Field</Table.Th>
            <Table.Th scope="col">Sent</Table.Th>
            {evidence.candidates.map((candidate, index) => (
              <Table.Th key={candidate.id || index} scope="col">
                {candidate.id === '' ? `PIMS: the ${noun}` : `PIMS: ${noun} ${candidate.id}`}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">{field}</Table.Th>
              <Table.Td>{sentValue(evidence, field)}</Table.Td>
              {evidence.candidates.map((candidate, index) => (
                <Value key={candidate.id || index} candidate={candidate} field={field} />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {canChoose && (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Td colSpan={2} />
              {evidence.candidates.map((candidate, index) => (
                <Table.Td key={candidate.id || index}>
                  {candidate.id !== '' && (
                    <Adopt submission={submission} candidate={candidate.id} noun={noun} />
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </Table.ScrollContainer>
  );
}

function sentValue({ sent, candidates }: Evidence, field: string): string {
  const differing = candidates.flatMap(({ differences }) => differences).find((one) => one.field === field);
  return sent[field] ?? differing?.sent ?? '';
}

function Value({ candidate, field }: { readonly candidate: Candidate; readonly field: string }) {
  const differs = candidate.differences.some((one) => one.field === field);
  const value = candidate.fields[field] ?? '';
  return <Table.Td>{differs ? <mark>{value === '' ? '(empty)' : value}</mark> : value}</Table.Td>;
}

function nounOf({ step }: Evidence): 'order' | 'line' {
  return step?.kind === 'create-order' ? 'order' : 'line';
}

function Adopt({
  submission,
  candidate,
  noun,
}: {
  readonly submission: Submission;
  readonly candidate: string;
  readonly noun: string;
}) {
  const adopt = useDeskMutation('outbox.adopt', { onError: (error) => notify('problem', messageOf(error)) });
  const choose = async (): Promise<void> => {
    const goesOn = await confirm({
      title: `It is ${noun} ${candidate}?`,
      text: `Order Desk then takes it as sent and goes on behind it. This can’t be taken back.`,
      confirm: `It is ${noun} ${candidate}`,
    });
    if (goesOn) adopt.mutate({ id: submission.id, candidate });
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={adopt.isPending}
      aria-label={`It is ${noun} ${candidate}`}
      onClick={() => void choose()}
    >
      It is this one
    </Button>
  );
}

function Choices({ submission, evidence }: PartProps) {
  const { id } = submission;
  const onError = (error: Error): void => notify('problem', messageOf(error));
  const sendAgain = useDeskMutation('outbox.sendAgain', { onError });
  const accept = useDeskMutation('outbox.accept', { onError });
  const ask = questionOf(evidence);
  if (ask === null) {
    return (
      <Group mb="xs">
        <Button variant="default" loading={accept.isPending} onClick={() => accept.mutate({ id })}>
          Take it as it is
        </Button>
      </Group>
    );
  }
  const send = async (): Promise<void> => {
    const goesOn =
      ask.text === null || (await confirm({ title: ask.verb, text: ask.text, confirm: ask.verb }));
    if (goesOn) sendAgain.mutate({ id, confirmed: true });
  };
  return (
    <Group mb="xs">
      <Button variant="default" loading={sendAgain.isPending} onClick={() => void send()}>
        {ask.verb}
      </Button>
      {evidence.kind === 'unsure' && (
        <Text size="sm" c="dimmed">
          Order Desk looks in PIMS once more before it sends anything.
        </Text>
      )}
    </Group>
  );
}

interface Ask {
  readonly verb: string;
  /** What to be sure of first; null when nothing can be doubled. */
  readonly text: string | null;
}

/** What sending it again means; null when there is nothing to send. */
function questionOf(evidence: Evidence): Ask | null {
  switch (evidence.kind) {
    case 'refused':
      return { verb: 'Send it again as it is', text: null };
    case 'unreadable':
      return { verb: 'Look again', text: null };
    case 'unsure':
      return {
        verb: 'It isn’t there, send it',
        text: `None of what is shown is this ${nounOf(evidence)}? If one is, it will be in PIMS twice.`,
      };
    case 'duplicate':
      return {
        verb: 'Send it all the same',
        text: 'This makes another order with the same reference. The ones shown stay as they are.',
      };
    case 'differs':
      return null;
  }
}
