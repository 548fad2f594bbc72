import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/clock.ts';
import { createLog } from '../../../electron/log.ts';
import { createDayCheckService } from '../../../electron/services/day-check.ts';
import { createDeskEmitter } from '../../../electron/services/desk-emitter.ts';
import type { SentSubmission } from '../../../shared/outbox/sent-order.ts';
import { header, line, sent } from '../day-check/sent.ts';

const period = {
  from: '2026-06-15T00:00:00.000Z',
  until: '2026-06-16T00:00:00.000Z',
  connectionId: null,
} as const;

/** A service over so many orders of one line, which PIMS has. */
function serviceFor(orders: number) {
  const submissions: SentSubmission[] = Array.from({ length: orders }, (_, index) =>
    sent({
      id: `s${index}`,
      orderNumber: String(1_000 + index),
      steps: [header(), line('1', { PART_CODE: 'A', QUANTITY: '1' })],
    }),
  );
  const byId = new Map(submissions.map((one) => [one.submission.id, one]));
  const seen = { reads: 0, atOnce: 0, mostAtOnce: 0 };
  const refused = async () => Promise.reject(new Error('The day check only reads.'));
  const service = createDayCheckService({
    sentWork: {
      ofPeriod: () =>
        submissions.map(({ submission: { id } }) => ({ id, inPeriod: true, draftRemoved: false })),
      steps: (id) => [...(byId.get(id)?.steps ?? [])],
      recordedSteps: () => [],
    },
    findSubmission: (id) => byId.get(id)?.submission,
    access: {
      clientFor: async () => ({
        readOrder: async () => {
          seen.reads += 1;
          seen.atOnce += 1;
          seen.mostAtOnce = Math.max(seen.mostAtOnce, seen.atOnce);
          await new Promise((resolve) => setImmediate(resolve));
          seen.atOnce -= 1;
          return { fields: {}, lines: [{ LINE_NUMBER: '1', PART_CODE: 'A', QUANTITY: '1' }] };
        },
        queryOrders: async () => [],
        queryParts: async () => [],
        lookUpShopify: async () => [],
        queryCustomers: async () => [],
        createOrder: refused,
        addLine: refused,
        updateLine: refused,
      }),
    },
    events: createDeskEmitter(createLog(() => undefined)),
    clock: systemClock,
  });
  return { service, seen };
}

describe('a check of many orders', () => {
  it('asks for a hundred without being asked, three at a time', async () => {
    const { service, seen } = serviceFor(100);
    const check = await service.run({ ...period, agreed: 0, onlyUnchecked: false });
    expect(check.totals.verdicts).toMatchObject({ same: 100 });
    expect(seen).toEqual({ reads: 100, atOnce: 0, mostAtOnce: 3 });
  });

  it('asks for more only when a person has agreed to that number', async () => {
    const { service, seen } = serviceFor(101);
    for (const agreed of [0, 100]) {
      await expect(service.run({ ...period, agreed, onlyUnchecked: false })).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('101 requests'),
        details: { reason: 'many-requests', requests: 101 },
      });
    }
    expect(seen.reads).toBe(0);
    expect((await service.plan(period)).running).toBe(null);
    const check = await service.run({ ...period, agreed: 101, onlyUnchecked: false });
    expect(check.totals.verdicts).toMatchObject({ same: 101 });
    expect(seen.reads).toBe(101);
  });
});
