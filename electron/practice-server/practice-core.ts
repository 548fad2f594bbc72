import { setTimeout as delay } from 'node:timers/promises';
import type { Practice } from './answer-call.ts';
import type { Credentials } from './authentication.ts';
import { behaviourSchema, DEFAULT_BEHAVIOUR, type PracticeBehaviour } from './behaviour.ts';
import { dayOfIsoDate, localToday, pimsDate } from './dates.ts';
import { FaultPlanner } from './faults/planner.ts';
import { RequestLog } from './request-log.ts';
import { Dice } from './sample-data/dice.ts';
import type { Books } from './state/books.ts';
import type { PracticeState, StateChange } from './state/practice-state.ts';

/** The practice PIMS below HTTP; it outlives the listening server, which can be stopped and started. */
export class PracticeCore implements Practice {
  readonly planner: FaultPlanner;
  readonly log: RequestLog;
  behaviour: Readonly<PracticeBehaviour>;
  readonly #firstBehaviour: Readonly<PracticeBehaviour>;
  readonly #latency: Dice;
  #open = new AbortController();

  constructor(
    readonly books: Books,
    readonly credentials: Credentials,
    readonly options: {
      seed: number;
      today: string | undefined;
      behaviour: Partial<PracticeBehaviour>;
      keepRequests: number;
    },
  ) {
    this.planner = new FaultPlanner(options.seed);
    this.log = new RequestLog(options.keepRequests);
    this.#latency = new Dice(options.seed);
    this.#firstBehaviour = { ...DEFAULT_BEHAVIOUR, ...options.behaviour };
    this.behaviour = this.#firstBehaviour;
  }

  get state(): PracticeState {
    return this.books.state;
  }

  today(): string {
    return pimsDate(dayOfIsoDate(this.options.today ?? localToday()));
  }

  changeBehaviour(change: Partial<PracticeBehaviour>): void {
    this.behaviour = behaviourSchema.parse({ ...this.behaviour, ...change });
  }

  commit(change: StateChange): void {
    this.books.commit(change);
  }

  lag(): Promise<void> {
    const { latency } = this.behaviour;
    const ms = typeof latency === 'number' ? latency : this.#latency.int(latency.min, latency.max);
    return ms === 0 ? Promise.resolve() : this.wait(ms);
  }

  readonly wait = async (ms: number): Promise<void> => {
    await delay(ms, undefined, { signal: this.#open.signal });
  };

  /** Ends every wait: what has not been applied by now never will be. */
  interrupt(): void {
    this.#open.abort();
    this.#open = new AbortController();
  }

  reset(): void {
    this.books.reset();
    this.planner.clear();
    this.log.clear();
    this.behaviour = this.#firstBehaviour;
  }
}
