import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../../electron/storage/database.ts';
import { type PimsFields, pimsFieldsSchema } from '../../../shared/pims/fields.ts';
import { buildProgram } from '../../child-programs/build-program.ts';
import type { OrderTask } from '../../child-programs/send-order.ts';
import { makeFolder } from '../../make-folder.ts';
import { makeSetting, someCustomer } from '../order-desk/desk-under-test.ts';
import { DiskImage } from './disk-image.ts';
import { readTrace, tracing, whyNotTraced } from './traced-calls.ts';

/*
 * What a power cut leaves, shown with strace: all that a real process writes, syncs and sends is replayed on a disk that
 * keeps only what was synced. Where strace is not to be had, only the settings of the database are checked.
 */

const LINES = 8;
const notTraced = whyNotTraced();

if (notTraced === null) {
  describe('the power is cut when the first byte of a request leaves', () => {
    it.each([1, 6])(
      'the disk has its intent, lines in flight: %i',
      { timeout: 60_000 },
      async (linesInFlight) => {
        const cuts = await sendAndCut(linesInFlight);
        expect(cuts).toHaveLength(LINES + 1);
        for (const { body, steps, journal } of cuts) {
          const step = steps.find(({ request, orderNumber }) => isSentAs(body, request, orderNumber));
          expect(step).toMatchObject({ state: 'intended' });
          expect(journal).toContainEqual({ kind: 'intended', ordinal: step?.ordinal });
        }
        if (linesInFlight > 1) return;
        const states = cuts.map(({ steps }) => steps.map(({ state }) => state));
        const inTurn = cuts.map((_, sent) =>
          cuts.map((_, at) => (at < sent ? 'done' : at === sent ? 'intended' : 'planned')),
        );
        expect(states).toEqual(inTurn);
      },
    );
  });
} else {
  process.stderr.write(
    `${notTraced}: what a power cut leaves is not shown on this machine, only how the database is set.\n`,
  );
}

describe('the database', () => {
  it('syncs its journal at each commit', () => {
    const db = openDatabase(makeFolder(), () => new Date());
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    db.close();
  });
});

const stepRows = z.array(
  z.object({
    ordinal: z.number(),
    state: z.string(),
    request: z.string().transform((text) => pimsFieldsSchema.parse(JSON.parse(text))),
    orderNumber: z.string().nullable(),
  }),
);
const journalRows = z.array(z.object({ kind: z.string(), ordinal: z.number().nullable() }));

/** A request that writes, and what the disk keeps when the power goes as it leaves. */
interface Cut {
  readonly body: unknown;
  readonly steps: z.infer<typeof stepRows>;
  readonly journal: z.infer<typeof journalRows>;
}

/** Sends an order from a traced process, and reads its database as a cut at each write to PIMS would have left it. */
async function sendAndCut(linesInFlight: number): Promise<Cut[]> {
  const { practice } = await makeSetting();
  const folder = makeFolder();
  const disk = new DiskImage(folder);
  const trace = join(makeFolder(), 'trace');
  await runTraced(trace, {
    folder,
    tenant: { baseUrl: practice.baseUrl, ...practice.credentials },
    customer: someCustomer(practice),
    lines: LINES,
    linesInFlight,
  });
  const cuts: Cut[] = [];
  for (const call of readTrace(trace)) {
    if (call.kind !== 'send') disk.apply(call);
    else if (call.text.startsWith('PUT /tenant/api/pims/v1/orders/')) {
      const [, body = ''] = call.text.split('\r\n\r\n');
      cuts.push({ body: JSON.parse(body), ...readAfterCut(disk) });
    }
  }
  return cuts;
}

async function runTraced(trace: string, task: OrderTask): Promise<void> {
  const program = await buildProgram(join(import.meta.dirname, '../../child-programs/send-order.ts'));
  onTestFinished(() => program.remove());
  const { command, args } = tracing(trace);
  const child = spawn(command, [...args, process.execPath, program.path, JSON.stringify(task)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}

function readAfterCut(disk: DiskImage): Omit<Cut, 'body'> {
  const folder = makeFolder();
  disk.cutPower(['order-desk.db', 'order-desk.db-wal'], folder);
  const db = new DatabaseSync(join(folder, 'order-desk.db'));
  try {
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    const steps = 'SELECT ordinal, state, request, order_number AS orderNumber FROM steps ORDER BY ordinal';
    const journal = 'SELECT kind, step_ordinal AS ordinal FROM journal ORDER BY number';
    return {
      steps: stepRows.parse(db.prepare(steps).all()),
      journal: journalRows.parse(db.prepare(journal).all()),
    };
  } finally {
    db.close();
  }
}

/** Whether a request's body is what a step is sent as: a line names its order. */
function isSentAs(body: unknown, request: PimsFields, orderNumber: string | null): boolean {
  const whole = orderNumber === null ? request : { ...request, ORDER_NUMBER: orderNumber };
  return isDeepStrictEqual(body, whole);
}
