import { Autocomplete, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { MOST_LINES_IN_FLIGHT, REFERENCE_FIELD, settleLimits } from '../../shared/connections/connection.ts';
import { referenceFieldProblem } from '../../shared/connections/reference-field.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import {
  type ConnectionErrors,
  type ConnectionValues,
  linesInFlightWarning,
  type sendingFields,
  sendingWords,
  settleWarning,
} from './connection-form-model.ts';
import classes from './sending-fields.module.css';

type SendingField = (typeof sendingFields)[number];

interface SendingFieldsProps {
  readonly values: ConnectionValues;
  readonly errors: ConnectionErrors;
  readonly set: (field: SendingField, value: string) => void;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

/** How orders are sent through a connection. Few need it, so it is folded away. */
export function SendingFields({ values, errors, set, opened, onToggle }: SendingFieldsProps) {
  const partId = useId();
  const Fold = opened ? ChevronDown : ChevronRight;
  return (
    <div className={classes.part}>
      <UnstyledButton
        className={classes.fold}
        aria-expanded={opened}
        aria-controls={opened ? partId : undefined}
        onClick={onToggle}
      >
        <Fold size={14} aria-hidden />
        <span className={classes.title}>Sending</span>
        {!opened && <span className={classes.summary}>{sendingWords(values)}</span>}
      </UnstyledButton>
      {opened && (
        <Stack gap="sm" id={partId} className={classes.fields ?? ''}>
          <ReferenceField
            value={values.referenceField}
            error={errors.referenceField}
            onChange={(value) => set('referenceField', value)}
          />
          <TextInput
            name="linesInFlight"
            label="Lines of one order sent at once"
            description={
              <Described
                text={`1 to ${MOST_LINES_IN_FLIGHT}.`}
                warning={linesInFlightWarning(values.linesInFlight)}
              />
            }
            value={values.linesInFlight}
            error={errors.linesInFlight}
            onChange={(event) => set('linesInFlight', event.currentTarget.value)}
            {...number}
          />
          <TextInput
            name="settleSeconds"
            label="Settle time in seconds"
            description={
              <Described
                text={`When the connection breaks while something is sent, PIMS may still be about to apply it. Order Desk looks in PIMS, and sends it again only if it has not shown within this time. ${settleLimits.least} to ${settleLimits.most}.`}
                warning={settleWarning(values.settleSeconds)}
              />
            }
            value={values.settleSeconds}
            error={errors.settleSeconds}
            onChange={(event) => set('settleSeconds', event.currentTarget.value)}
            {...number}
          />
          <Text size="xs" c="dimmed">
            Orders that are in the outbox already keep the field that they were queued with.
          </Text>
        </Stack>
      )}
    </div>
  );
}

const number = {
  inputMode: 'numeric',
  autoComplete: 'off',
  spellCheck: false,
  maxLength: 4,
  inputWrapperOrder: ['label', 'input', 'description', 'error'],
} satisfies Partial<Parameters<typeof TextInput>[0]>;

interface ReferenceFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function ReferenceField({ value, error, onChange }: ReferenceFieldProps) {
  const seen = useDeskQuery('orders.fieldNames', { table: 'ORDERS' }, { refetchOnMount: 'always' }).data;
  const names = new Set([REFERENCE_FIELD, 'PO_NUMBER', ...(seen ?? [])]);
  return (
    <Autocomplete
      name="referenceField"
      label="Field that carries the reference"
      description="Order Desk finds an order again by a reference of its own, such as K7-3MXD-94RT: K7 stands for this desk, the rest is random. Give your own in the order to use that instead."
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[...names].filter((name) => referenceFieldProblem(name) === null)}
      limit={30}
      value={value}
      error={error}
      onChange={onChange}
      autoComplete="off"
      spellCheck={false}
      maxLength={80}
    />
  );
}

/** What a field is for, and what its present value brings along. */
function Described({ text, warning }: { readonly text: string; readonly warning: string | null }) {
  return (
    <>
      {text}
      {warning !== null && (
        <span className={classes.warning} role="status">
          <TriangleAlert size={13} aria-hidden className={classes.mark} />
          {warning}
        </span>
      )}
    </>
  );
}
