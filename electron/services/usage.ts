import type { ConnectionId } from '../../shared/ids.ts';
import { monthOf } from '../../shared/usage/month.ts';
import { sumMonth } from '../../shared/usage/usage-month.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { UsageRepository } from '../storage/usage.ts';
import type { UsageMeter } from './usage-meter.ts';

export interface UsageService {
  month: DeskCall<'usage.month'>;
}

interface UsageServiceOptions {
  readonly meter: Pick<UsageMeter, 'countsOfMonth'>;
  readonly usage: Pick<UsageRepository, 'firstDay' | 'months'>;
  readonly chosen: () => ConnectionId;
  readonly clock: Clock;
}

/** What was counted, for whoever wants to see it. Asks PIMS nothing. */
export function createUsageService({ meter, usage, chosen, clock }: UsageServiceOptions): UsageService {
  return {
    async month({ connectionId = chosen(), month }) {
      const readAt = clock.now().toISOString();
      const present = monthOf(readAt);
      return {
        month,
        ...sumMonth(month, meter.countsOfMonth(connectionId, month)),
        months: [present, ...usage.months(connectionId).filter((one) => one !== present)],
        countedFrom: usage.firstDay(connectionId) ?? readAt.slice(0, 10),
        readAt,
      };
    },
  };
}
