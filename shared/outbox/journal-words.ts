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
      // The note of a doubt says all of it: what is not known, why, and where to look.
      return {
        text: entry.note.trim() || `It is not known whether ${thing(step)} reached PIMS.`,
        tone: 'doubt',
      };
    case 'looked-up':
      return { text: withNote('Looked in PIMS before sending anything.', entry.note), tone: 'plain' };
    case 'adopted':
      return {
        text: withNote(`${capital(thing(step))} has arrived in PIMS. It is not sent again.`, entry.note),
        tone: 'good',
      };
    case 'not-found':
      // The note says whether it is sent again: not when it was called off, nor from a copied folder.
      return { text: withNote(`Looked in PIMS: ${thing(step)} has not arrived.`, entry.note), tone: 'plain' };
    case 'undecided':
      // The problem as the person was told it.
      return { text: entry.note.trim() || 'A person has to decide how it goes on.', tone: 'doubt' };
    case 'decided':
      return { text: entry.note.trim() || 'A person has decided how it goes on.', tone: 'plain' };
    case 'skipped':
      return { text: withNote(`${capital(thing(step))} stays as PIMS has it.`, entry.note), tone: 'plain' };
    case 'verified':
      return { text: withNote('Compared with what was sent: all the same.', entry.note), tone: 'good' };
    case 'sent':
      return { text: withNote('Everything is in PIMS.', entry.note), tone: 'good' };
    case 'paused':
      return { text: withNote('A person paused it.', entry.note), tone: 'plain' };
    case 'resumed':
      return { text: withNote('A person let it go on.', entry.note), tone: 'plain' };
    case 'called-off':
      return { text: withNote('A person called it off.', entry.note), tone: 'plain' };
    case 'copy-found':
      return { text: entry.note.trim() || 'The data folder may be a copy: nothing is sent.', tone: 'doubt' };
    case 'withdrawn':
      return { text: withNote('Taken back to its draft.', entry.note), tone: 'plain' };
  }
}

/** What a step sends: "order AB-1", "line 2 (APL-1002 × 3)". */
function thing(step: Step | null): string {
  const label = step?.label.trim() ?? '';
  if (label !== '') return label;
  switch (step?.kind) {
    case 'add-line':
      return `line ${step.ordinal}`;
    case 'update-line':
      return 'a change of a line';
    default:
      return 'the order';
  }
}

function withNote(sentence: string, note: string): string {
  const said = note.trim();
  return said === '' ? sentence : `${sentence} ${said}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
