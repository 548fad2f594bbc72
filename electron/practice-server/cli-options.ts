import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { PracticeBehaviour } from './behaviour.ts';
import { dayOfIsoDate } from './dates.ts';
import type { PracticeServerOptions } from './practice-server.ts';
import { DEFAULT_SIZE } from './sample-data/sample-data.ts';

/** What the command line asked for. A problem is one sentence for the person who typed it. */
type CliRequest =
  | { kind: 'run'; options: PracticeServerOptions }
  | { kind: 'help' }
  | { kind: 'problem'; problem: string };

export const HELP = `Runs a practice PIMS on this machine, with the sample data of a reseller that does not exist.

  --port NUMBER         listen on this port (default: 4010; 0 takes a free one)
  --seed NUMBER         make other sample data; the same seed gives the same (default: 1)
  --today YYYY-MM-DD    last day of the sample data, and date of new orders (default: today)
  --orders NUMBER       make that many orders (default: ${DEFAULT_SIZE.orders})
  --state FILE          keep changes in this file, so that they are there again next time
  --latency MS          act on every call that many milliseconds later; MIN-MAX for a range
  --hide-lock-codes     leave lock codes out of orders/single
  --fixed-lock-codes    let a line keep its lock code when it is updated
  --team ID             teamID (default: practice-team)
  --api-id ID           API ID (default: practice)
  --secret TEXT         API secret (default: a new one each time)
  --help                show this
`;

const OPTIONS = {
  port: { type: 'string' },
  seed: { type: 'string' },
  today: { type: 'string' },
  orders: { type: 'string' },
  state: { type: 'string' },
  latency: { type: 'string' },
  'hide-lock-codes': { type: 'boolean' },
  'fixed-lock-codes': { type: 'boolean' },
  team: { type: 'string' },
  'api-id': { type: 'string' },
  secret: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Reads the arguments that follow the script's name. */
export function readCliOptions(args: readonly string[]): CliRequest {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
    if (values.help) return { kind: 'help' };
    const { seed, today, orders, state, latency } = values;
    if (today !== undefined) dayOfIsoDate(today);
    const behaviour: Partial<PracticeBehaviour> = {
      ...(values['hide-lock-codes'] ? { lockCodesShown: false } : {}),
      ...(values['fixed-lock-codes'] ? { lockCodesChange: false } : {}),
      ...(latency === undefined ? {} : { latency: readLatency(latency) }),
    };
    const options: PracticeServerOptions = {
      port: readNumber('--port', values.port ?? '4010', 65_535),
      behaviour,
      credentials: {
        teamId: filled('--team', values.team ?? 'practice-team'),
        apiId: filled('--api-id', values['api-id'] ?? 'practice'),
        apiSecret: filled('--secret', values.secret ?? randomBytes(18).toString('base64url')),
      },
      ...(seed === undefined ? {} : { seed: readNumber('--seed', seed, 4_294_967_295) }),
      ...(today === undefined ? {} : { today }),
      ...(orders === undefined
        ? {}
        : { size: { ...DEFAULT_SIZE, orders: readNumber('--orders', orders, 100_000) } }),
      ...(state === undefined ? {} : { stateFile: filled('--state', state) }),
    };
    return { kind: 'run', options };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // parseArgs adds advice on further lines and sentences; its first sentence says what is wrong.
    const [problem = error.message] = error.message.split(/\. |\n/);
    return { kind: 'problem', problem: `${problem.replace(/\.$/, '')}. Type --help to see what there is.` };
  }
}

function readNumber(option: string, text: string, most: number): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > most)
    throw new Error(`${option} must be a whole number from 0 to ${most}, not "${text}"`);
  return Number(text);
}

function readLatency(text: string): PracticeBehaviour['latency'] {
  const [least = '', most] = text.split('-', 2);
  const min = readNumber('--latency', least, 600_000);
  if (most === undefined) return min;
  const max = readNumber('--latency', most, 600_000);
  if (max < min) throw new Error(`--latency must be a range such as 100-400, not "${text}"`);
  return { min, max };
}

function filled(option: string, text: string): string {
  if (text.trim() === '') throw new Error(`${option} must not be empty`);
  return text;
}
