import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { validateDraft } from '../../shared/drafts/validate-draft.ts';
import { useCommand, useScreenAction } from '../app/commands.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Screen } from '../ui/screen.tsx';
import classes from './draft.module.css';
import { DraftActions } from './draft-actions.tsx';
import type { DraftContent } from './draft-model.ts';
import { headerKey, problemsByPlace } from './draft-problems.ts';
import type { DraftSession } from './draft-session.ts';
import { headerInputId } from './header-field.tsx';
import { copyBillingEdits } from './header-fields.ts';
import { HeaderForm } from './header-form.tsx';
import type { InPims } from './in-pims.ts';
import { HeaderLock, InPimsNote } from './in-pims-note.tsx';
import { LineEditor, type LineEditorHandle } from './line-editor.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import { SubmissionPanel } from './submission-panel.tsx';
import { type ChangedPlace, useDraftHistory } from './use-draft-history.ts';
import { readStanding } from './use-draft-session.ts';
import { useSubmitDraft } from './use-submit-draft.ts';

/** The screen of an open draft; read-only once the draft was submitted. */
export function DraftEditor({ session }: { readonly session: DraftSession }) {
  const { content, state, inPims, saving, canUndo, canRedo } = useSyncExternalStore(
    session.subscribe,
    session.snapshot,
  );
  // Problems show once the person has left the input, or has tried to submit.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const lines = useRef<LineEditorHandle>(null);
  const summary = useRef<HTMLDivElement>(null);

  const problems = useMemo(() => validateDraft(content), [content]);
  const shown = useMemo(
    () => problemsByPlace(problems, (key) => tried || left.has(key)),
    [problems, tried, left],
  );
  const leave = useCallback(
    (key: string): void => setLeft((before) => (before.has(key) ? before : new Set([...before, key]))),
    [],
  );

  const { submit, submitting, error } = useSubmitDraft(session, () => {
    setTried(true);
    // Drawn first when this is the first try.
    requestAnimationFrame(() => summary.current?.focus());
  });
  const isOpen = state === 'open';
  const readOnly = !isOpen;

  const goToPlace = (place: ChangedPlace | { readonly kind: 'lines' }): void => {
    if (place.kind === 'header') document.getElementById(headerInputId(place.field))?.focus();
    else if (place.kind === 'line') lines.current?.goTo({ index: place.lineIndex, field: place.field });
    else lines.current?.goTo({ index: 0, field: 'PART_CODE' });
  };

  // A new order begins with whose it is.
  const isBlank = useRef(Object.keys(content.header).length === 0 && content.lines.length === 0);
  useEffect(() => {
    if (isBlank.current) document.getElementById(headerInputId('CUSTOMER_CODE'))?.focus();
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

  return (
    <Screen
      title={titleOf(content, isOpen, inPims)}
      subtitle={
        isOpen && <SaveIndicator saving={saving} onTryNow={() => session.flush().catch(() => undefined)} />
      }
      actions={
        isOpen && <DraftActions {...{ session, inPims, canUndo, canRedo, submitting, submit }} {...history} />
      }
    >
      <div className={classes.screen}>
        {!isOpen && <SubmissionPanel draftId={session.id} onBackToDraft={() => void readStanding(session)} />}
        {isOpen && inPims !== null && <InPimsNote inPims={inPims} />}
        {error !== null && <ErrorNotice error={error} onRetry={submit} retrying={submitting} />}
        {tried && isOpen && problems.length > 0 && (
          <ProblemSummary problems={problems} onGoTo={goToPlace} summaryRef={summary} />
        )}
        <div className={classes.columns}>
          <HeaderForm
            header={content.header}
            problems={shown}
            actions={headerActions}
            onCopyBilling={() => session.edit(copyBillingEdits(content.header))}
            readOnly={readOnly || inPims !== null}
            note={isOpen && inPims !== null && <HeaderLock inPims={inPims} />}
          />
          <LineEditor
            handle={lines}
            onLeave={leave}
            problems={shown}
            {...{ session, content, inPims, readOnly }}
          />
        </div>
      </div>
    </Screen>
  );
}

function titleOf({ header }: DraftContent, isOpen: boolean, inPims: InPims): string {
  const whose = (header.CUSTOMER_CODE ?? '').trim();
  const begun = inPims === null ? 'New order' : `Order ${inPims.orderNumber}, not complete,`;
  const what = isOpen ? begun : 'Submitted order';
  return whose === '' ? what : `${what} for ${whose}`;
}
