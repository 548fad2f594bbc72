import type { PracticeState, StateChange } from '../state/practice-state.ts';

/** A call that has passed authentication. */
export interface PimsCall {
  /** A query parameter; undefined when absent. */
  query: (name: string) => string | undefined;
  /** The parsed body; undefined when there was none. */
  body: unknown;
  state: PracticeState;
  /** Today as PIMS writes dates, MM/DD/YYYY. */
  today: string;
  lockCodesShown: boolean;
  lockCodesChange: boolean;
}

/** What an endpoint answers: the body of a 200, and what it changed, if anything. */
export interface PimsAnswer {
  body: unknown;
  change?: StateChange;
}

/** Reads the state and answers; throws a PimsRejection. It never changes the state itself. */
export type PimsEndpoint = (call: PimsCall) => PimsAnswer;
