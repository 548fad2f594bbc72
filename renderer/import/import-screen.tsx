import { Button, Stepper } from '@mantine/core';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import type { DraftId } from '../../shared/ids.ts';
import { importFields } from '../../shared/import/fields/import-fields.ts';
import { fieldLabel } from '../../shared/orders/field-labels.ts';
import { callDesk } from '../bridge/call.ts';
import { useDeskEvent } from '../bridge/use-desk-event.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';
import { Screen } from '../ui/screen.tsx';
import { BusyBar } from './busy-bar.tsx';
import { answerFromCache } from './check-step/answer-from-cache.ts';
import { CheckStep } from './check-step/check-step.tsx';
import { ColumnsStep } from './columns-step/columns-step.tsx';
import { CreateStep } from './create-step/create-step.tsx';
import { FileStep } from './file-step/file-step.tsx';
import { ImportHistory } from './history/import-history.tsx';
import { importSession as session } from './import-session-store.ts';
import { type ImportSnapshot, type ImportStep, importSteps } from './session/import-snapshot.ts';

const stepNames: Readonly<Record<ImportStep, string>> = {
  file: 'File',
  columns: 'Columns',
  check: 'Check',
  create: 'Create',
};
const nothingSeen: readonly string[] = [];

/** What is to be done before the next step; empty when nothing is. */
function whyNotOn({ step, columns, check }: ImportSnapshot): string {
  const [question] = columns?.questions ?? [];
  if (step === 'columns' && question !== undefined) {
    return `Say first how ${fieldLabel(question.field)} is written: both ways fit, and mean something else.`;
  }
  if (step === 'check' && check?.counts.ready === 0) {
    return 'No row is ready yet. Mend one, or choose other columns.';
  }
  return '';
}

/** Takes the file that Order Desk was opened with, now or while this screen is there. */
function useOpenedFile(onError: (error: Error) => void): void {
  const take = useEffectEvent((): void => {
    callDesk('imports.takeOpened', {}).then(
      (file) => file !== null && void session.open(new Blob([new Uint8Array(file.bytes)]), file.name),
      onError,
    );
  });
  useEffect(() => take(), []);
  useDeskEvent('import.opened', () => take());
}

/** A file becomes drafts in four steps; one can walk back and forth. `into` is the open draft that gets the lines. */
export function ImportScreen({ into }: { readonly into: DraftId | null }) {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const { step, opened, busy, created } = snapshot;
  // Another step is drawn bit by bit while the page stays free; what changes within a step, such as a letter, at once.
  const lagging = useDeferredValue(snapshot);
  const drawn = lagging.step === step ? snapshot : lagging;
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => session.setInto(into), [into]);
  useOpenedFile(setError);
  const lineFields = useDeskQuery('orders.fieldNames', { table: 'ORDER_LINEITEMS' }).data ?? nothingSeen;
  const orderFields = useDeskQuery('orders.fieldNames', { table: 'ORDERS' }).data ?? nothingSeen;
  const fields = useMemo(
    () => importFields({ ORDER_LINEITEMS: lineFields, ORDERS: orderFields }),
    [lineFields, orderFields],
  );
  const at = importSteps.indexOf(step);

  /** Does what a step needs that was not done yet; false when it could not be, or was stopped. */
  const prepare = async (wanted: ImportStep): Promise<boolean> => {
    if (wanted === 'file') return true;
    if (!(await session.read())) return false;
    const { table, columns: planned } = session.snapshot();
    if (planned === null && table !== null) {
      const { remembered } = await callDesk('imports.mappings', { headings: [...table.headings] });
      // Where no heading tells, the values may: parts that PIMS has shown before.
      const known = remembered === null ? await callDesk('parts.codes', {}) : [];
      await session.plan(fields, remembered, remembered === null ? 'proposed' : 'remembered', known);
    }
    if (wanted === 'columns') return session.snapshot().columns !== null;
    const { columns: plan, check: checked } = session.snapshot();
    if (plan === null || table === null || plan.questions.length > 0) return false;
    if (checked === null) {
      await callDesk('imports.rememberMapping', { headings: [...table.headings], mapping: plan.mapping });
      const known = await callDesk('parts.codes', {});
      if (!(await session.check(known, 'mark'))) return false;
      await answerFromCache(session);
    }
    return true;
  };
  const goTo = (wanted: ImportStep): void => {
    setError(null);
    prepare(wanted).then(
      (ready) => ready && session.goTo(wanted),
      (cause: Error) => {
        session.cancel();
        setError(cause);
      },
    );
  };

  const next = importSteps[at + 1];
  const before = importSteps[at - 1];
  const why = whyNotOn(snapshot);
  const goOn = (): void => {
    if (next === undefined) return;
    if (why === '') {
      goTo(next);
      return;
    }
    notify('info', why);
    document.querySelector<HTMLElement>('[data-question] input')?.focus();
  };
  return (
    <Screen
      title={into === null ? 'Import' : 'Import lines into the draft'}
      actions={
        <>
          {before !== undefined && created === null && (
            <Button
              variant="default"
              leftSection={<ArrowLeft size={14} aria-hidden />}
              disabled={busy !== null}
              onClick={() => session.goTo(before)}
            >
              Back to {stepNames[before]}
            </Button>
          )}
          {next !== undefined && opened !== null && (
            <Button
              rightSection={<ArrowRight size={14} aria-hidden />}
              disabled={busy !== null}
              aria-description={why}
              onClick={goOn}
            >
              Next: {stepNames[next]}
            </Button>
          )}
        </>
      }
    >
      <Stepper
        active={at}
        size="xs"
        mb="sm"
        allowNextStepsSelect={false}
        onStepClick={(index) => {
          const wanted = importSteps[index];
          if (wanted !== undefined && index < at && busy === null && created === null) session.goTo(wanted);
        }}
      >
        {importSteps.map((one) => (
          <Stepper.Step key={one} label={stepNames[one]} />
        ))}
      </Stepper>
      {error !== null && <ErrorNotice error={error} onRetry={() => next !== undefined && goTo(next)} />}
      {busy !== null && <BusyBar {...{ session, busy }} />}
      {drawn.step === 'file' && <FileStep {...{ session, fields }} snapshot={drawn} />}
      {drawn.step === 'file' && drawn.opened === null && <ImportHistory />}
      {drawn.step === 'columns' && <ColumnsStep {...{ session, fields }} snapshot={drawn} />}
      {drawn.step === 'check' && <CheckStep {...{ session }} snapshot={drawn} />}
      {drawn.step === 'create' && <CreateStep {...{ session }} snapshot={drawn} />}
    </Screen>
  );
}
