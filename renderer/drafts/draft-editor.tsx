import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type ProblemPlace, validateDraft } from '../../shared/drafts/validate-draft.ts';
import { useCommand, useScreenAction } from '../app/commands.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Screen } from '../ui/screen.tsx';
import classes from './draft.module.css';
import { DraftActions } from './draft-actions.tsx';
import { headerKey, placeKey, problemsByPlace } from './draft-problems.ts';
import type { DraftSession } from './draft-session.ts';
import { DraftSubtitle } from './draft-subtitle.tsx';
import { draftTitle } from './draft-words.ts';
import { headerInputId } from './header-field.tsx';
import { copyBillingEdits } from './header-fields.ts';
import { HeaderForm } from './header-form.tsx';
import { HeaderLock, InPimsNote } from './in-pims-note.tsx';
import { LineEditor, type LineEditorHandle } from './line-editor.tsx';
import { PresentLineEditor } from './present-lines/present-line-editor.tsx';
import type { PresentLinesHandle } from './present-lines/present-line-table.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { SubmissionPanel } from './submission-panel.tsx';
import { TargetHeader } from './target-header.tsx';
import { type ChangedPlace, useDraftHistory } from './use-draft-history.ts';
import { readStanding } from './use-draft-session.ts';
import { useReferenceField } from './use-reference-field.ts';
import { useSubmitDraft } from './use-submit-draft.ts';

/** The screen of an open draft; read-only once the draft was submitted. */
export function DraftEditor({ session }: { readonly session: DraftSession }) {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const { content, state, inPims, canUndo, canRedo } = snapshot;
  const { target } = session;
  const referenceField = useReferenceField(session.connectionId);
  // Problems show once the person has left the input, or has tried to submit.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const lines = useRef<LineEditorHandle>(null);
  const present = useRef<PresentLinesHandle>(null);
  const summary = useRef<HTMLDivElement>(null);

  const problems = useMemo(() => validateDraft({ ...content, inPims, target }), [content, inPims, target]);
  const shown = useMemo(
    () => problemsByPlace(problems, (key) => tried || left.has(key)),
    [problems, tried, left],
  );
  const leave = useCallback(
    (key: string): void => setLeft((before) => (before.has(key) ? before : new Set([...before, key]))),
    [],
  );

  const isOpen = state === 'open';
  const readOnly = !isOpen;

  const goToPlace = (place: ChangedPlace | ProblemPlace): void => {
    if (place.kind === 'header') document.getElementById(headerInputId(place.field))?.focus();
    else if (place.kind === 'line') lines.current?.goTo({ index: place.lineIndex, field: place.field });
    else if (place.kind === 'change') present.current?.goTo(place);
    else lines.current?.goTo({ index: 0, field: 'PART_CODE' });
  };

  const { submit, submitting, error } = useSubmitDraft(session, {
    referenceField,
    onProblems: () => {
      setTried(true);
      // Drawn first when this is the first try.
      requestAnimationFrame(() => summary.current?.focus());
    },
    onDeclined: (declined) => {
      for (const { place } of declined) leave(placeKey(place));
      const [first] = declined;
      // The dialog gives the focus up first.
      if (first !== undefined) requestAnimationFrame(() => goToPlace(first.place));
    },
  });

  // A new order begins with whose it is, lines for an order with the first of them.
  const isBlank = target === null && Object.keys(content.header).length === 0 && content.lines.length === 0;
  const startsBlank = useRef(isBlank);
  const startsWithLines = useRef(isOpen && target !== null);
  useEffect(() => {
    if (startsBlank.current) document.getElementById(headerInputId('CUSTOMER_CODE'))?.focus();
    else if (startsWithLines.current) lines.current?.goTo({ index: 0, field: 'PART_CODE' });
  }, []);

  const history = useDraftHistory(session, !readOnly, goToPlace);
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

  const lineEditor = (
    <LineEditor
      handle={lines}
      onLeave={leave}
      problems={shown}
      {...{ session, content, inPims, readOnly }}
      title={target === null ? null : 'New lines'}
    />
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
        {!isOpen && <SubmissionPanel draftId={session.id} onBackToDraft={() => void readStanding(session)} />}
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
                <PresentLineEditor
                  orderNumber={target}
                  handle={present}
                  onLeave={leave}
                  problems={shown}
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
