import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Refusal } from '../../shared/drafts/draft.ts';
import { type ProblemPlace, validateDraft } from '../../shared/drafts/validate-draft.ts';
import { assertNever } from '../../shared/errors.ts';
import { useCommand, useScreenAction } from '../app/commands.ts';
import type { LineGridHandle, NamedCell } from '../line-grid/line-grid-props.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { useChooseCustomer } from './customer/use-choose-customer.ts';
import classes from './draft.module.css';
import { DraftActions } from './draft-actions.tsx';
import type { DraftContent } from './draft-model.ts';
import { headerKey, isTyped, placeKey, problemsByPlace } from './draft-problems.ts';
import type { DraftSession } from './draft-session.ts';
import { DraftSubtitle } from './draft-subtitle.tsx';
import { draftTitle } from './draft-words.ts';
import { headerInputId } from './header-field.tsx';
import { copyBillingEdits } from './header-fields.ts';
import { HeaderForm } from './header-form.tsx';
import { HeaderLock, InPimsNote } from './in-pims-note.tsx';
import { DraftLineGrid } from './lines/draft-line-grid.tsx';
import { useLineStock } from './lines/use-line-stock.ts';
import { PresentLineGrid } from './present-lines/present-line-grid.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { ScanStrip } from './scanning/scan-strip.tsx';
import { useDraftScanner } from './scanning/use-draft-scanner.ts';
import { SubmissionPanel } from './submission-panel.tsx';
import { TargetHeader } from './target-header.tsx';
import { type ChangedPlace, useDraftHistory } from './use-draft-history.ts';
import { readStanding } from './use-draft-session.ts';
import { useReferenceField } from './use-reference-field.ts';
import { useSubmitDraft } from './use-submit-draft.ts';
import { useSubmitted } from './use-submitted.ts';

/** The screen of an open draft; read-only once the draft was submitted. */
export function DraftEditor({ session }: { readonly session: DraftSession }) {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const { content, state, inPims, refusal, saving, canUndo, canRedo } = snapshot;
  const { target } = session;
  const referenceField = useReferenceField(session.connectionId);
  // Problems show once the person has left the input, or has tried to submit.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const lines = useRef<LineGridHandle>(null);
  const present = useRef<LineGridHandle>(null);
  const summary = useRef<HTMLDivElement>(null);
  const openScans = useRef<HTMLElement>(null);

  const problems = useMemo(() => validateDraft({ ...content, inPims, target }), [content, inPims, target]);
  const shown = useMemo(
    () => problemsByPlace(problems, (key, place) => tried || left.has(key) || isTyped(content, place)),
    [problems, tried, left, content],
  );
  const leave = useCallback(
    (key: string): void => setLeft((before) => (before.has(key) ? before : new Set([...before, key]))),
    [],
  );

  const isOpen = state === 'open';
  const readOnly = !isOpen;
  const submitted = useSubmitted(session.id, readOnly);

  const goToPlace = (place: ChangedPlace | ProblemPlace): void => {
    const { content: now } = session.snapshot();
    switch (place.kind) {
      case 'header':
        document.getElementById(headerInputId(place.field))?.focus();
        break;
      case 'line':
        lines.current?.goTo({ rowId: now.lines[place.lineIndex]?.id ?? null, column: place.field });
        break;
      case 'change':
        present.current?.goTo({ rowId: place.lineNumber, column: place.field });
        break;
      case 'lines':
        lines.current?.goTo(firstCellOf(now));
        break;
      default:
        assertNever(place);
    }
  };

  const goToRefused = (place: Refusal['place']): void => {
    if (place.kind === 'line') lines.current?.goTo({ rowId: place.lineId, column: 'PART_CODE' });
    else if (place.kind === 'change') present.current?.goTo({ rowId: place.lineNumber, column: 'QUANTITY' });
  };

  const stock = useLineStock();
  const history = useDraftHistory(session, !readOnly, goToPlace);
  const scanDesk = useDraftScanner(session, { enabled: isOpen, lines, present, undo: history.undo });
  const { submit, submitting, error } = useSubmitDraft(session, {
    referenceField,
    stock,
    openScans: () => scanDesk.snapshot().open.length,
    onProblems: () => {
      setTried(true);
      // Drawn first when this is the first try.
      requestAnimationFrame(() => summary.current?.focus());
    },
    onDeclined: (places) => {
      for (const place of places) leave(placeKey(place));
      const [first] = places;
      // The dialog gives the focus up first.
      requestAnimationFrame(() => (first === undefined ? openScans.current?.focus() : goToPlace(first)));
    },
  });

  // A new order begins with whose it is, lines for an order with the first of them.
  const isBlank = target === null && Object.keys(content.header).length === 0 && content.lines.length === 0;
  const startsBlank = useRef(isBlank);
  const startsWithLines = useRef(isOpen && target !== null);
  useEffect(() => {
    if (startsBlank.current) document.getElementById(headerInputId('CUSTOMER_CODE'))?.focus();
    else if (startsWithLines.current) lines.current?.goTo(firstCellOf(session.snapshot().content));
  }, [session]);

  useCommand('submit', submit, { enabled: isOpen });
  useScreenAction('undo', 'Undo the latest change', history.undo, { enabled: !readOnly && canUndo });
  useScreenAction('redo', 'Redo the latest change', history.redo, { enabled: !readOnly && canRedo });

  const headerActions = useMemo(
    () => ({
      type: (field: string, value: string) =>
        session.edit([{ kind: 'set-header', field, value }], headerKey(field)),
      leave: (field: string) => {
        leave(headerKey(field));
        session.endTyping();
      },
    }),
    [session, leave],
  );

  const chooseCustomer = useChooseCustomer(session);

  const lineEditor = (
    <DraftLineGrid
      handle={lines}
      onLeave={leave}
      problems={shown}
      states={submitted.states}
      {...{ session, content, inPims, saving, readOnly, stock }}
      title={target === null ? null : 'New lines'}
    >
      {isOpen && <ScanStrip desk={scanDesk} openRef={openScans} />}
    </DraftLineGrid>
  );
  return (
    <Screen
      title={draftTitle(content.header, { isOpen, inPims, target })}
      subtitle={isOpen && <DraftSubtitle session={session} referenceField={referenceField} {...snapshot} />}
      actions={
        isOpen && (
          <DraftActions
            {...{ session, inPims, isBlank, canUndo, canRedo, submitting, submit }}
            {...history}
          />
        )
      }
    >
      <div className={classes.screen}>
        {!isOpen && (
          <SubmissionPanel submitted={submitted} onBackToDraft={() => void readStanding(session)} />
        )}
        {isOpen && refusal !== null && <RefusalNote refusal={refusal} onGoTo={goToRefused} />}
        {isOpen && inPims !== null && <InPimsNote inPims={inPims} />}
        {error !== null && <ErrorNotice error={error} onRetry={submit} retrying={submitting} />}
        {tried && isOpen && problems.length > 0 && (
          <ProblemSummary problems={problems} onGoTo={goToPlace} summaryRef={summary} />
        )}
        {target === null ? (
          <div className={classes.columns}>
            <HeaderForm
              header={content.header}
              reference={{ field: referenceField, own: session.ownReference }}
              problems={shown}
              actions={headerActions}
              onCopyBilling={() => session.edit(copyBillingEdits(content.header))}
              onCustomer={(customer) => void chooseCustomer(customer)}
              readOnly={readOnly || inPims !== null}
              note={isOpen && inPims !== null && <HeaderLock inPims={inPims} />}
            />
            {lineEditor}
          </div>
        ) : (
          <div className={classes.columnsForOrder}>
            <TargetHeader orderNumber={target} header={content.header} draftId={session.id} />
            <div className={classes.twoTables}>
              {(isOpen || content.changes.length > 0) && (
                <PresentLineGrid
                  orderNumber={target}
                  handle={present}
                  onLeave={leave}
                  problems={shown}
                  states={submitted.states}
                  {...{ session, content, readOnly }}
                />
              )}
              {lineEditor}
            </div>
          </div>
        )}
      </div>
    </Screen>
  );
}

/** The first cell of the lines; in a draft without lines that of the empty row. */
function firstCellOf({ lines: [first] }: DraftContent): NamedCell {
  return { rowId: first?.id ?? null, column: 'PART_CODE' };
}
