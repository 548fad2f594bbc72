import { DEFAULT_SIZE, makeSampleData, type SampleSize } from '../sample-data/sample-data.ts';
import { PracticeState, type StateChange } from './practice-state.ts';
import { type Origin, StateFile } from './state-file.ts';

/** Sample data and the changes made to it since, kept in memory or in a file too. */
export class Books {
  readonly #origin: Origin;
  readonly #file: StateFile | undefined;
  #state: PracticeState;

  /**
   * Makes the sample data and replays the file. A file keeps to the seed, size and last day of its
   * sample data: another last day is passed over (every day brings one), another seed or size is an Error.
   */
  constructor(options: { seed?: number; size?: SampleSize; today: string; file?: string }) {
    const { seed = 1, size = DEFAULT_SIZE, today } = options;
    this.#file = options.file === undefined ? undefined : new StateFile(options.file, { seed, size, today });
    this.#origin = this.#file?.origin ?? { seed, size, today };
    if (options.seed !== undefined && options.seed !== this.#origin.seed)
      throw new Error(`${options.file} was begun with seed ${this.#origin.seed}, not ${options.seed}.`);
    if (options.size !== undefined && !isSameSize(options.size, this.#origin.size))
      throw new Error(`${options.file} was begun with another amount of sample data.`);
    this.#state = new PracticeState(makeSampleData(this.#origin));
    for (const change of this.#file?.changes ?? []) this.#state.apply(change);
  }

  get state(): PracticeState {
    return this.#state;
  }

  /** Makes a change true; with a file, it is written there first. */
  commit(change: StateChange): void {
    this.#file?.append(change);
    this.#state.apply(change);
  }

  /** Goes back to the sample data. */
  reset(): void {
    this.#file?.restart();
    this.#state = new PracticeState(makeSampleData(this.#origin));
  }
}

function isSameSize(one: SampleSize, other: SampleSize): boolean {
  return one.orders === other.orders && one.customers === other.customers && one.parts === other.parts;
}
