import type { Network } from '../../../electron/network/network.ts';

/** A network whose cable a test pulls, and whose looks at PIMS it holds back. */
export interface SteeredNetwork {
  readonly network: Network;
  /** From now on nothing leaves, as if the cable were pulled. */
  cut(): void;
  mend(): void;
  /** How many requests met the cut. */
  failed(): number;
  /** Once a write has broken off, what only reads orders is on its way until the answer is called. */
  holdLooksInDoubt(): () => void;
}

const isLook = (address: string) => /orders\/(query|single)/.test(address);

export function steer(network: Network): SteeredNetwork {
  let isCut = false;
  let failures = 0;
  let isInDoubt = false;
  let held: Promise<void> = Promise.resolve();
  return {
    network: {
      ...network,
      async fetch(input, init) {
        if (isInDoubt && isLook(String(input))) await held;
        if (isCut) {
          failures += 1;
          throw Object.assign(new Error('down'), { code: 'ENETUNREACH', syscall: 'connect' });
        }
        try {
          return await network.fetch(input, init);
        } catch (cause) {
          isInDoubt ||= !isLook(String(input));
          throw cause;
        }
      },
    },
    cut() {
      isCut = true;
    },
    mend() {
      isCut = false;
    },
    failed: () => failures,
    holdLooksInDoubt() {
      let letGo = () => {};
      held = new Promise((resolve) => {
        letGo = resolve;
      });
      return letGo;
    },
  };
}
