import type { Clock } from '../../electron/clock.ts';
import { Dice } from '../../electron/practice-server/sample-data/dice.ts';

/** Something that happens in its own time, such as a request that arrives; one of several goes first by chance. */
interface Happening {
  readonly life: Life | null;
  readonly run: () => void;
}

interface Timer {
  readonly at: number;
  readonly life: Life | null;
  readonly run: () => void;
}

/** One process: from its start until it dies. What belongs to a dead one never happens. */
export class Life {
  isDead = false;
  diedAt = 0;
  /** Database calls until it dies; null when it is not to. */
  callsLeft: number | null = null;
  readonly onDeath: (() => void)[] = [];

  readonly #world: Pick<World, 'time'>;

  constructor(world: Pick<World, 'time'>) {
    this.#world = world;
  }

  die(): void {
    if (this.isDead) return;
    this.isDead = true;
    this.diedAt = this.#world.time;
    for (const work of this.onDeath) work();
  }
}

/** Time and chance of a schedule: nothing in it depends on the real clock, so that a seed replays it. */
export class World {
  readonly dice: Dice;
  /** The monotonic clock of the machine, in milliseconds. */
  time = 1_000;
  /** By how much the wall clock is off. */
  wallOffset = 0;
  happenings: Happening[] = [];
  timers: Timer[] = [];

  constructor(seed: number) {
    this.dice = new Dice(seed);
  }

  clockOf(life: Life): Clock {
    return {
      now: () => new Date(Date.UTC(2026, 5, 15) + this.time + this.wallOffset),
      monotonic: () => this.time,
      schedule: (delayMs, work) => this.after(delayMs, life, work),
    };
  }

  after(delayMs: number, life: Life | null, run: () => void): () => void {
    const timer = { at: this.time + delayMs, life, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  happens(life: Life | null, run: () => void): void {
    this.happenings.push({ life, run });
  }

  bury(): void {
    const lives = ({ life }: { life: Life | null }) => life?.isDead !== true;
    this.happenings = this.happenings.filter(lives);
    this.timers = this.timers.filter(lives);
  }

  /** Lets one of the things happen that are about to; false when there is none. */
  letHappen(): boolean {
    this.bury();
    if (this.happenings.length === 0) return false;
    const [next] = this.happenings.splice(this.dice.int(0, this.happenings.length - 1), 1);
    next?.run();
    return true;
  }

  /** Goes on to the next thing that was to be at a certain time; false when there is none. */
  passTime(): boolean {
    this.bury();
    const next = this.timers.reduce<Timer | undefined>(
      (first, timer) => (first === undefined || timer.at < first.at ? timer : first),
      undefined,
    );
    if (next === undefined) return false;
    this.timers = this.timers.filter((timer) => timer !== next);
    this.time = Math.max(this.time, next.at);
    next.run();
    return true;
  }
}

/** Until everything that follows at once has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
