import type { JournalEntry } from './submission.ts';

/** A line of a journal as a person reads it. */
export interface JournalWords {
  readonly text: string;
  /** `problem` is what keeps the order from going on, `doubt` what is not known, `good` what is in PIMS for certain. */
  readonly tone: 'plain' | 'good' | 'problem' | 'doubt';
}

type Step = NonNullable<JournalEntry['step']>;

/** Says a journal entry in plain words. */
export function journalWords(entry: JournalEntry): JournalWords {
  const { kind, step } = entry;
  switch (kind) {
    case 'queued':
      return { text: withNote('Queued to be sent.', entry.note), tone: 'plain' };
    case 'intended':
      return { text: withNote(`Sending ${thing(step)}.`, entry.note), tone: 'plain' };
    case 'done':
      return { text: withNote(`${capital(thing(step))} is in PIMS.`, entry.note), tone: 'good' };
    case 'not-applied':
      return { text: withNote(`${capital(thing(step))} is not in PIMS.`, entry.note), tone: 'problem' };
    case 'unknown':
      return {
        text: withNote(`It is not known whether ${thing(step)} reached PIMS.`, entry.note),
        tone: 'doubt',
      };
    case 'sent':
      return { text: withNote('Everything is in PIMS.', entry.note), tone: 'good' };
    case 'withdrawn':
      return { text: withNote('Taken back to its draft.', entry.note), tone: 'plain' };
  }
}

/** What a step sends: "the order", "line 2 (APL-1002 × 3)". */
function thing(step: Step | null): string {
  if (step === null) return 'the order';
  switch (step.kind) {
    case 'create-order':
      return 'the order';
    case 'add-line': {
      const line = step.lineNumber === null ? 'a line' : `line ${step.lineNumber}`;
      return step.label.trim() === '' ? line : `${line} (${step.label.trim()})`;
    }
  }
}

function withNote(sentence: string, note: string): string {
  const said = note.trim();
  return said === '' ? sentence : `${sentence} ${said}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
