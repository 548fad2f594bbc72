import { Box, Button, Radio, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { SubmissionId } from '../../../shared/ids.ts';
import { fieldLabel } from '../../../shared/orders/field-labels.ts';
import type { Evidence } from '../../../shared/outbox/evidence.ts';
import type { FieldChoice, FieldChoices } from '../../../shared/outbox/field-choice.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import { useDeskMutation, useDeskQuery } from '../../bridge/use-desk-query.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import comparisonClasses from './comparison.module.css';
import classes from './conflict.module.css';
import {
  type ConflictRow,
  conflictRows,
  fieldsToChoose,
  plainChoices,
  valuesToSend,
} from './conflict-choices.ts';
import { FieldName } from './field-name.tsx';

interface ConflictProps {
  readonly id: SubmissionId;
  readonly evidence: Evidence;
  readonly busy: boolean;
  /** The values to send; none leave the line as PIMS has it. */
  readonly onSettle: (values: PimsFields) => void;
}

/** A line that somebody else changed too: what it was, what was typed and what PIMS has, with a choice for each field. */
export function Conflict({ id, evidence, busy, onSettle }: ConflictProps) {
  const [line] = evidence.candidates;
  // What was chosen before, and not sent: also before the window was closed.
  const kept = useDeskQuery(
    'outbox.choices',
    { id },
    { enabled: line !== undefined, staleTime: 0, gcTime: 0 },
  );
  if (line === undefined) return <LineGone evidence={evidence} busy={busy} onSettle={onSettle} />;
  if (kept.error !== null) {
    return <ErrorNotice error={kept.error} onRetry={() => void kept.refetch()} retrying={kept.isFetching} />;
  }
  if (kept.data === undefined) return <LoadingRows label="Reading what you have chosen" rows={2} />;
  return <Choosing {...{ id, evidence, busy, onSettle }} has={line.fields} kept={kept.data} />;
}

interface ChoosingProps extends ConflictProps {
  readonly has: PimsFields;
  readonly kept: FieldChoices;
}

function Choosing({ id, evidence, busy, onSettle, has, kept }: ChoosingProps) {
  const rows = conflictRows(evidence, has);
  const [choices, setChoices] = useState<FieldChoices>(() => ({ ...plainChoices(rows), ...kept }));
  // With every letter: nothing typed is lost when the window closes in between.
  const keep = useDeskMutation('outbox.keepChoices');
  const [isAsked, setAsked] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const missing = fieldsToChoose(rows, choices);

  const choose = (field: string, choice: FieldChoice): void => {
    const next = { ...choices, [field]: choice };
    setChoices(next);
    keep.mutate({ id, choices: next });
  };
  const send = (): void => {
    const [first] = missing;
    if (first === undefined) {
      onSettle(valuesToSend(rows, choices));
      return;
    }
    flushSync(() => setAsked(true));
    const place = frame.current?.querySelector(`[data-field="${CSS.escape(first)}"]`);
    const typed = place?.querySelector<HTMLInputElement>('input[type="text"]');
    (typed ?? place?.querySelector<HTMLInputElement>('input'))?.focus();
  };

  return (
    <>
      <Box
        component="section"
        ref={frame}
        className={comparisonClasses.frame}
        tabIndex={0}
        aria-label="What the line was, what you typed and what PIMS has"
      >
        <table className={`${comparisonClasses.table} ${classes.table}`}>
          <thead>
            <tr>
              {['Field', 'When you saw it', 'What you typed', 'PIMS has now', 'Send'].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FieldRow
                key={row.field}
                row={row}
                choice={choices[row.field]}
                isMissing={isAsked && missing.includes(row.field)}
                onChoose={(choice) => choose(row.field, choice)}
              />
            ))}
          </tbody>
        </table>
      </Box>
      {keep.error !== null && <ErrorNotice error={keep.error} />}
      <div className={classes.actions}>
        <Button disabled={busy} onClick={send}>
          Send these values
        </Button>
        <Button variant="default" disabled={busy} onClick={() => onSettle({})}>
          Leave the line as PIMS has it
        </Button>
        <Text size="xs" c="dimmed" role="status">
          {sendWords(missing, valuesToSend(rows, choices))}
        </Text>
      </div>
    </>
  );
}

interface FieldRowProps {
  readonly row: ConflictRow;
  readonly choice: FieldChoice | undefined;
  readonly isMissing: boolean;
  readonly onChoose: (choice: FieldChoice) => void;
}

function FieldRow({ row, choice, isMissing, onChoose }: FieldRowProps) {
  const { field, base, mine, theirs, isClash } = row;
  return (
    <tr data-field={field}>
      <th scope="row">
        <FieldName field={field} />
      </th>
      <td>
        <Shown value={base} />
      </td>
      <td>
        {mine === null ? (
          <span className={comparisonClasses.nothing}>not changed</span>
        ) : (
          <Shown value={mine} />
        )}
      </td>
      <td data-differs={isClash || undefined}>
        <Shown value={theirs} />
        {isClash && <span className={comparisonClasses.note}>changed by somebody else</span>}
      </td>
      <td className={classes.choice}>
        {mine === null ? (
          <Text size="xs" c="dimmed">
            Stays as PIMS has it.
          </Text>
        ) : (
          <ChoicesOfField {...{ row, mine, choice, isMissing, onChoose }} />
        )}
      </td>
    </tr>
  );
}

function ChoicesOfField({
  row,
  mine,
  choice,
  isMissing,
  onChoose,
}: FieldRowProps & { readonly mine: string }) {
  const name = useId();
  const { field, theirs } = row;
  const label = fieldLabel(field);
  const other = choice?.kind === 'other' ? choice.value : '';
  return (
    <Radio.Group
      name={name}
      // The column says it for the eye; Mantine names a group by its label alone.
      label={`What is sent as ${label}`}
      labelProps={{ className: classes.hidden }}
      value={choice?.kind ?? ''}
      error={isMissing && (choice === undefined ? 'Choose one.' : 'Type the value.')}
      onChange={(kind) => onChoose(choiceOf(kind, other === '' ? mine : other))}
    >
      <Stack gap={4}>
        <Radio value="mine" label={<Named what="What you typed" value={mine || 'empty'} />} />
        <Radio
          value="theirs"
          label={<Named what="What PIMS has" value={theirs === null ? 'not shown' : theirs || 'empty'} />}
        />
        <Radio value="other" label="Another value" />
        {choice?.kind === 'other' && (
          <TextInput
            aria-label={`Another value for ${label}`}
            value={choice.value}
            onChange={(event) => onChoose({ kind: 'other', value: event.currentTarget.value })}
          />
        )}
      </Stack>
    </Radio.Group>
  );
}

/** The values stand in the row; only who hears the choice needs them said again. */
function Named({ what, value }: { readonly what: string; readonly value: string }) {
  return (
    <>
      {what}
      <VisuallyHidden>: {value}</VisuallyHidden>
    </>
  );
}

function choiceOf(kind: string, value: string): FieldChoice {
  switch (kind) {
    case 'mine':
    case 'theirs':
      return { kind };
    default:
      return { kind: 'other', value };
  }
}

function Shown({ value }: { readonly value: string | null }) {
  if (value === null) return <span className={comparisonClasses.nothing}>not shown</span>;
  return value === '' ? <span className={comparisonClasses.nothing}>empty</span> : value;
}

function sendWords(missing: readonly string[], values: PimsFields): string {
  if (missing.length > 0) return `Still to choose: ${missing.map(fieldLabel).join(', ')}.`;
  const fields = Object.keys(values);
  if (fields.length === 0) return 'PIMS has all of that already: nothing is sent for this line.';
  return `Changes ${fields.map(fieldLabel).join(', ')}.`;
}

interface LineGoneProps {
  readonly evidence: Evidence;
  readonly busy: boolean;
  readonly onSettle: (values: PimsFields) => void;
}

function LineGone({ evidence, busy, onSettle }: LineGoneProps) {
  return (
    <>
      <Text size="sm">
        The line is not in the order any more. You typed:{' '}
        {Object.entries(evidence.sent)
          .map(([field, value]) => `${fieldLabel(field)} ${value || 'empty'}`)
          .join(', ')}
        .
      </Text>
      <div className={classes.actions}>
        <Button variant="default" disabled={busy} onClick={() => onSettle({})}>
          Leave the line as PIMS has it
        </Button>
      </div>
    </>
  );
}
