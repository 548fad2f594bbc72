import { Dice } from '../sample-data/dice.ts';
import type { AimedCall, Fault, PlannedFault } from './fault.ts';

/** A planned fault, to look at and to take back. */
export interface FaultHandle {
  /** How many calls it has happened to. */
  readonly hits: number;
  /** Whether it can still happen. */
  readonly pending: boolean;
  remove(): void;
}

interface Plan extends PlannedFault {
  seen: number;
  hits: number;
}

/**
 * The faults to come. Each call takes the first planned fault that is meant for it, so two faults
 * planned for one endpoint happen to two calls in a row.
 */
export class FaultPlanner {
  readonly #plans: Plan[] = [];
  readonly #dice: Dice;

  constructor(seed: number) {
    this.#dice = new Dice(seed);
  }

  plan(planned: PlannedFault): FaultHandle {
    const plan: Plan = { ...planned, seen: 0, hits: 0 };
    this.#plans.push(plan);
    const plans = this.#plans;
    return {
      get hits() {
        return plan.hits;
      },
      get pending() {
        return plans.includes(plan);
      },
      remove: () => this.#remove(plan),
    };
  }

  /** The fault for a call whose body has been read or not yet; a fault that is done is forgotten. */
  take(call: AimedCall, isRead: boolean): Fault | undefined {
    for (const plan of this.#plans) {
      const isForUnread = plan.fault.kind === 'drop' && plan.fault.when === 'before-reading';
      if (isForUnread === isRead || !isMeantFor(plan, call)) continue;
      plan.seen += 1;
      if (plan.seen <= (plan.skip ?? 0)) continue;
      if (plan.probability !== undefined && !this.#dice.chance(plan.probability)) continue;
      plan.hits += 1;
      if (plan.times !== 'always' && plan.hits >= (plan.times ?? 1)) this.#remove(plan);
      return plan.fault;
    }
    return undefined;
  }

  /** The faults still to come, as they were planned. */
  pending(): PlannedFault[] {
    return this.#plans.map(({ seen, hits, ...planned }) => planned);
  }

  clear(): void {
    this.#plans.length = 0;
  }

  #remove(plan: Plan): void {
    const at = this.#plans.indexOf(plan);
    if (at !== -1) this.#plans.splice(at, 1);
  }
}

function isMeantFor(plan: Plan, call: AimedCall): boolean {
  const { endpoint, method, reused, matches } = plan;
  if (endpoint !== undefined && ![endpoint].flat().includes(call.endpoint)) return false;
  if (method !== undefined && method !== call.method) return false;
  if (reused !== undefined && reused !== call.requestOnSocket > 1) return false;
  return matches === undefined || matches(call);
}
