/** One step of undo. What it did, and what takes it back, its owner adds. */
interface UndoStep {
  /** The input that is being typed into; null once that is over, and for everything but typing. */
  readonly typing: string | null;
}

/** What can be undone and redone, the latest last. */
export interface UndoHistory<Step extends UndoStep> {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

/** A step to be done or taken back, and the history once that is done. */
interface TakenStep<Step extends UndoStep> {
  readonly step: Step;
  readonly history: UndoHistory<Step>;
}

export const emptyHistory: UndoHistory<never> = { past: [], future: [] };

/** Older steps are forgotten. */
const MOST_STEPS = 500;

/**
 * Adds a step and forgets what could be redone. Typing on in one input stays one step: `join` makes it of the two, or null when
 * there is nothing left to undo.
 */
export function addStep<Step extends UndoStep>(
  history: UndoHistory<Step>,
  step: Step,
  join: (last: Step, step: Step) => Step | null,
): UndoHistory<Step> {
  const last = history.past.at(-1);
  if (last !== undefined && step.typing !== null && last.typing === step.typing) {
    const joined = join(last, step);
    const past = history.past.slice(0, -1);
    return { past: joined === null ? past : [...past, joined], future: [] };
  }
  return { past: [...history.past, step].slice(-MOST_STEPS), future: [] };
}

/** Ends the typing: what is typed next, even in the same input, is a step of its own. */
export function endTyping<Step extends UndoStep>(history: UndoHistory<Step>): UndoHistory<Step> {
  const last = history.past.at(-1);
  if (last === undefined || last.typing === null) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, typing: null }] };
}

/** Takes the typing that goes on back for good; undefined when the latest step is something else. */
export function dropTyping<Step extends UndoStep>(history: UndoHistory<Step>): TakenStep<Step> | undefined {
  const step = history.past.at(-1);
  if (step === undefined || step.typing === null) return undefined;
  return { step, history: { ...history, past: history.past.slice(0, -1) } };
}

/** Takes the latest step back; undefined when there is none. */
export function undoStep<Step extends UndoStep>(history: UndoHistory<Step>): TakenStep<Step> | undefined {
  const ended = endTyping(history);
  const step = ended.past.at(-1);
  if (step === undefined) return undefined;
  return { step, history: { past: ended.past.slice(0, -1), future: [...ended.future, step] } };
}

/** Does the step again that was taken back last; undefined when there is none. */
export function redoStep<Step extends UndoStep>(history: UndoHistory<Step>): TakenStep<Step> | undefined {
  const step = history.future.at(-1);
  if (step === undefined) return undefined;
  return { step, history: { past: [...history.past, step], future: history.future.slice(0, -1) } };
}
