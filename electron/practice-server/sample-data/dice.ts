/**
 * A small seeded generator (mulberry32), so that the same seed gives the same sample data and the
 * same faults on every machine.
 */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number between both ends, inclusive. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One entry of a list; throws on an empty one. */
  pick<T>(list: readonly T[]): T {
    const entry = list[Math.floor(this.next() * list.length)];
    if (entry === undefined) throw new Error('Nothing to pick from an empty list.');
    return entry;
  }

  /** A text of the given length from the characters of an alphabet. */
  text(alphabet: string, length: number): string {
    const characters: string[] = [];
    let drawn = 0;
    for (let index = 0; index < length; index++) {
      // One draw is enough for five characters; tens of thousands of serial numbers are made at start.
      if (index % 5 === 0) drawn = Math.floor(this.next() * alphabet.length ** 5);
      characters.push(alphabet.charAt(drawn % alphabet.length));
      drawn = Math.floor(drawn / alphabet.length);
    }
    return characters.join('');
  }

  /** The list in another order; the given one is left as it is. */
  shuffled<T>(list: readonly T[]): T[] {
    const pool = [...list];
    const drawn: T[] = [];
    while (pool.length > 0) drawn.push(...pool.splice(this.int(0, pool.length - 1), 1));
    return drawn;
  }
}

export const DIGITS = '0123456789';
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const LETTERS_AND_DIGITS = LETTERS + DIGITS;
