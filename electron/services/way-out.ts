import type { Preferences, WhenClosing } from '../../shared/preferences/preferences.ts';
import type { Log } from '../log.ts';
import {
  type ClosingCause,
  type ClosingChoice,
  type ClosingQuestion,
  closingQuestion,
  whatClosingDoes,
} from './closing.ts';
import type { OpenWork } from './open-work.ts';

/** The one way out of Order Desk: whatever is about to end it asks here first. */
export interface WayOut {
  /**
   * True once it is settled that Order Desk ends: then it may. Else what was about to happen must not, and what follows
   * is decided, with a question if need be; `quit` is called if that is the outcome.
   */
  mayLeave(cause: ClosingCause): boolean;
  /** The session ends, and nobody can be asked: from now on everything may leave. */
  leaveUnasked(): void;
}

export interface WayOutOptions {
  readonly readWork: () => Promise<OpenWork>;
  readonly readPreferences: () => Promise<Preferences>;
  readonly remember: (choice: WhenClosing) => Promise<void>;
  /** Whether the window is in the tray. */
  readonly isHidden: () => boolean;
  readonly ask: (question: ClosingQuestion) => Promise<ClosingAnswer>;
  readonly stayInBackground: () => void;
  /** Ends Order Desk; comes back to `mayLeave`, which then lets it. */
  readonly quit: () => void;
  readonly log: Log;
}

export interface ClosingAnswer {
  readonly choice: ClosingChoice;
  readonly remember: boolean;
}

export function createWayOut(options: WayOutOptions): WayOut {
  const { log } = options;
  let isLeaving = false;
  let isDeciding = false;

  function leave(): void {
    if (isLeaving) return;
    isLeaving = true;
    options.quit();
  }

  async function choose(cause: ClosingCause): Promise<ClosingChoice> {
    const [work, preferences] = await Promise.all([options.readWork(), options.readPreferences()]);
    const step = whatClosingDoes({ cause, work, preferences });
    if (step === 'quit') return 'quit';
    if (step === 'stay-in-background') return 'background';
    const { whenClosing } = preferences;
    const question = closingQuestion(work, { whenClosing, isHidden: options.isHidden() });
    const { choice, remember } = await options.ask(question);
    // A choice that can't be kept is asked for again next time; it holds now all the same.
    if (remember && choice !== 'cancel') {
      await options
        .remember(choice)
        .catch((error: unknown) => log.error('How to close could not be remembered', { error }));
    }
    return choice;
  }

  async function decide(cause: ClosingCause): Promise<void> {
    try {
      const choice = await choose(cause);
      if (isLeaving) return;
      if (choice === 'quit') leave();
      if (choice === 'background') options.stayInBackground();
    } catch (error) {
      // What is on disk is safe, and nobody must be kept in a program that can't even read its own database.
      log.error('What closing does could not be decided', { error });
      leave();
    } finally {
      isDeciding = false;
    }
  }

  return {
    mayLeave(cause) {
      // While a question is open, it is the answer to whatever else wants to close.
      if (isLeaving || isDeciding) return isLeaving;
      isDeciding = true;
      void decide(cause);
      return false;
    },
    leaveUnasked() {
      isLeaving = true;
    },
  };
}
