import { describe, expect, it } from 'vitest';
import { createLog } from '../../../electron/log.ts';
import { createUsageMeter } from '../../../electron/services/usage-meter.ts';
import type { UsageCount } from '../../../electron/storage/usage.ts';
import { connectionIdSchema } from '../../../shared/ids.ts';

const connectionId = connectionIdSchema.parse('main');
const DAY = '2026-05-02';

function asked(endpoint: string): Omit<UsageCount, 'requests'> {
  return { connectionId, day: DAY, endpoint, purpose: 'sending' };
}

function meter() {
  const written: UsageCount[] = [];
  const timers: (() => void)[] = [];
  let isDiskFull = false;
  const usage = createUsageMeter(
    {
      add(counts) {
        if (isDiskFull) throw new Error('disk full');
        written.push(...counts.map((one) => ({ ...one })));
      },
      ofMonth: () => written.reduce((sum, { requests }) => sum + requests, 0),
      countsOfMonth: () => written,
    },
    {
      now: () => new Date(),
      monotonic: () => 0,
      schedule: (_delay, work) => {
        timers.push(work);
        return () => undefined;
      },
    },
    createLog(() => undefined),
  );
  return {
    usage,
    written,
    timers,
    fillDisk: (isFull: boolean) => {
      isDiskFull = isFull;
    },
  };
}

describe('the usage meter', () => {
  it('writes many requests at once, and tells of them before that', () => {
    const { usage, written, timers } = meter();
    for (let request = 0; request < 50; request += 1) usage.count(asked('orders/line_item add'));
    usage.count(asked('orders/single'));
    expect(written).toEqual([]);
    expect(usage.ofMonth(connectionId, '2026-05')).toBe(51);
    expect(usage.ofMonth(connectionIdSchema.parse('other'), '2026-05')).toBe(0);
    expect(usage.countsOfMonth(connectionId, '2026-05')).toMatchObject([
      { day: DAY, endpoint: 'orders/line_item add', requests: 50 },
      { day: DAY, endpoint: 'orders/single', requests: 1 },
    ]);
    expect(timers).toHaveLength(1);
    timers[0]?.();
    expect(written).toMatchObject([{ requests: 50 }, { requests: 1 }]);
    expect(usage.ofMonth(connectionId, '2026-05')).toBe(51);
  });

  it('writes what is left when the desk closes', () => {
    const { usage, written } = meter();
    usage.count(asked('orders/query'));
    usage.close();
    expect(written).toMatchObject([{ requests: 1 }]);
  });

  it('keeps what could not be written', () => {
    const { usage, written, timers, fillDisk } = meter();
    fillDisk(true);
    usage.count(asked('orders/query'));
    timers[0]?.();
    fillDisk(false);
    usage.count(asked('orders/query'));
    timers[1]?.();
    expect(written).toMatchObject([{ requests: 2 }]);
  });
});
