import type { Channel } from '../../../shared/ipc/contract.ts';

/**
 * Runs in the page: makes a call with malformed inputs (no object at all, keys that the contract does not name, and, for
 * each field that it does name, values that are none of it) and answers those that were not refused as `invalid-input`.
 */
export async function makeHostileCalls([channel, fields]: readonly [Channel, readonly string[]]): Promise<
  string[]
> {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  let nested: unknown = {};
  for (let level = 0; level < 500; level += 1) nested = { nested };
  const long = 'x'.repeat(1_000_000);
  const misfits: readonly unknown[] = [
    Number.NaN,
    -1,
    7n,
    [[[]]],
    { toString: 'no function' },
    new Date(0),
    new Map([['id', 'x']]),
    new Uint8Array(16),
    cyclic,
    nested,
    long,
  ];
  const inputs: Record<string, unknown> = {
    undefined: undefined,
    null: null,
    true: true,
    number: 17,
    text: long,
    'empty list': [],
    'list of objects': new Array(10_000).fill({ id: 'x' }),
    function: () => 1,
    'unknown key': { 'not-in-the-contract': 1 },
    'a path': { path: '/etc/passwd' },
    constructor: { constructor: { prototype: { polluted: true } } },
    'nested deeply': { nested },
    'a circle': cyclic,
  };
  for (const field of fields) {
    for (const [index, misfit] of misfits.entries())
      inputs[`${field} as misfit ${index}`] = { [field]: misfit };
  }
  const outcomes = await Promise.all(
    Object.entries(inputs).map(async ([label, input]) => {
      try {
        const result = await self.orderDesk.call(channel, input as never);
        return result.ok || result.error.code !== 'invalid-input'
          ? `${channel} with ${label}: ${JSON.stringify(result)}`
          : '';
      } catch {
        return ''; // It can't be cloned, so it never left the page.
      }
    }),
  );
  return outcomes.filter((outcome) => outcome !== '');
}
