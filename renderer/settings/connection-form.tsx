import { Button, Group, PasswordInput, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { PIMS_API_PATH, readBaseUrl } from '../../shared/connections/base-url.ts';
import type { Connection } from '../../shared/connections/connection.ts';
import { isKeychainCode } from '../../shared/errors.ts';
import { useChooseConnection } from '../app/choose-connection.ts';
import type { CallError } from '../bridge/call.ts';
import { useDeskMutation } from '../bridge/use-desk-query.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';
import classes from './connection-form.module.css';
import {
  type ConnectionErrors,
  type ConnectionField,
  type ConnectionValues,
  checkValues,
  connectionFields,
  fieldOf,
  keepsSecret,
  sendingFields,
  toInput,
  toTestInput,
  valuesOf,
} from './connection-form-model.ts';
import { SendingFields } from './sending-fields.tsx';
import { TestResult } from './test-result.tsx';

interface ConnectionFormProps {
  /** Null to add one. */
  readonly connection: Connection | null;
  readonly onDone: () => void;
}

/** Everything that Order Desk has to know of a PIMS tenant. */
export function ConnectionForm({ connection, onDone }: ConnectionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<ConnectionValues>(() => valuesOf(connection));
  const [errors, setErrors] = useState<ConnectionErrors>({});
  const [sendingShown, setSendingShown] = useState(false);
  const choose = useChooseConnection();
  const showFieldError = (error: CallError): void => {
    const field = error.code === 'invalid-input' ? fieldOf(error.details) : undefined;
    if (field !== undefined) showErrors({ [field]: error.message });
  };
  const test = useDeskMutation('connections.test', { onError: showFieldError });
  const save = useDeskMutation('connections.save', { onError: showFieldError });

  const showErrors = (found: ConnectionErrors): void => {
    const first = connectionFields.find((field) => found[field] !== undefined);
    // At once: what is folded away can't take the focus.
    flushSync(() => {
      setErrors(found);
      if (sendingFields.some((field) => found[field] !== undefined)) setSendingShown(true);
    });
    if (first === undefined) return;
    const place = form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`);
    place?.focus();
    // What has the focus already is not scrolled to by it.
    place?.scrollIntoView({ block: 'nearest' });
  };
  const set = <F extends ConnectionField>(field: F, value: ConnectionValues[F]): void => {
    setValues({ ...values, [field]: value });
    setErrors({ ...errors, [field]: undefined });
    // What was said of other values no longer holds.
    if (!test.isPending) test.reset();
    if (!save.isPending) save.reset();
  };
  const passes = (purpose: 'save' | 'test'): boolean => {
    const found = checkValues(values, connection, purpose);
    showErrors(found);
    return Object.keys(found).length === 0;
  };

  const runTest = (): void => {
    if (passes('test')) test.mutate(toTestInput(values, connection));
  };
  const runSave = (keepSecretIn: 'keychain' | 'memory'): void => {
    if (!passes('save')) return;
    save.mutate(
      { connection: toInput(values, connection), keepSecretIn },
      {
        onSuccess: (saved) => {
          const said = `${saved.name} is saved.`;
          if (saved.chosen) notify('done', said);
          else notify('done', said, { label: 'Use it now', run: () => void choose(saved.id) });
          onDone();
        },
      },
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    runSave('keychain');
  };

  const text = (field: Exclude<ConnectionField, 'kind'>) => ({
    name: field,
    value: values[field],
    error: errors[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set(field, event.currentTarget.value),
    autoComplete: 'off',
    spellCheck: false,
  });

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput {...text('name')} label="Name" placeholder="Warehouse, live" required data-autofocus />
        <Radio.Group
          name="kind"
          label="Kind"
          value={values.kind}
          onChange={(kind) => set('kind', kind === 'live' ? 'live' : 'test')}
        >
          <Stack gap={4} mt={4}>
            <Radio value="test" label="Test" description="A tenant to try things in. Blue band at the top." />
            <Radio
              value="live"
              label="Live"
              description="The real one: what is submitted is an order. Red band at the top."
            />
          </Stack>
        </Radio.Group>
        <TextInput
          {...text('baseUrl')}
          label="Server address"
          placeholder="https://pims.example.com"
          description={<AddressReading typed={values.baseUrl} />}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
        />
        <TextInput {...text('teamId')} label="Team ID" required />
        <TextInput {...text('apiId')} label="API ID" required />
        <PasswordInput
          {...text('secret')}
          label="API secret"
          autoComplete="new-password"
          required={!keepsSecret(connection)}
          description={<SecretHint connection={connection} />}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the secret' }}
        />
        <SendingFields
          {...{ values, errors, set }}
          opened={sendingShown}
          onToggle={() => setSendingShown(!sendingShown)}
        />
        {test.data !== undefined && <TestResult result={test.data} />}
        {test.error !== null && fieldOf(test.error.details) === undefined && (
          <ErrorNotice error={test.error} onRetry={runTest} retrying={test.isPending} />
        )}
        {save.error !== null && fieldOf(save.error.details) === undefined && (
          <SaveFailure error={save.error} saving={save.isPending} onSave={runSave} />
        )}
        <Group justify="space-between" className={classes.actions ?? ''}>
          <Button
            variant="default"
            loading={test.isPending}
            onClick={runTest}
            title="Counts as one request at most."
          >
            Test connection
          </Button>
          <Group gap="xs">
            <Button variant="subtle" color="gray" onClick={onDone}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending}>
              Save
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/** Shows while typing what will be made of the address. */
function AddressReading({ typed }: { readonly typed: string }) {
  const reading = readBaseUrl(typed);
  if (typed.trim() === '') return 'As in your PIMS’s API settings.';
  return reading.ok ? `Requests go to ${reading.baseUrl}${PIMS_API_PATH}` : 'Not a full address yet.';
}

function SecretHint({ connection }: { readonly connection: Connection | null }) {
  switch (connection?.secret) {
    case 'keychain':
      return 'Kept in the system keychain. Leave this empty to keep it.';
    case 'memory':
      return 'Kept until you quit. Leave this empty to keep it so.';
    case 'missing':
    case undefined:
      return 'Goes to the system keychain. It can’t be read back here.';
  }
}

interface SaveFailureProps {
  readonly error: CallError;
  readonly saving: boolean;
  readonly onSave: (keepSecretIn: 'keychain' | 'memory') => void;
}

/** Why saving failed. When it is the keychain, the person may choose to keep the secret until quitting instead. */
function SaveFailure({ error, saving, onSave }: SaveFailureProps) {
  const keychain = isKeychainCode(error.code);
  return (
    <ErrorNotice
      error={error}
      settingsHere
      onRetry={() => onSave('keychain')}
      retrying={saving}
      actions={
        keychain && (
          <Button variant="default" loading={saving} onClick={() => onSave('memory')}>
            Keep it only until I quit
          </Button>
        )
      }
    />
  );
}
