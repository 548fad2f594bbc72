import { DeskError } from '../../shared/errors.ts';
import type { ConnectionId, SubmissionId } from '../../shared/ids.ts';
import { checkOrder, isWorthAsking } from '../../shared/outbox/check-order.ts';
import type { PimsSide } from '../../shared/outbox/compare-order.ts';
import { type DayCheck, type DayPeriod, MOST_REQUESTS_UNASKED } from '../../shared/outbox/day-check.ts';
import { sortedRows, totalsOf } from '../../shared/outbox/day-totals.ts';
import { type SentOrder, type SentStep, sentOrders } from '../../shared/outbox/sent-order.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { SentWork } from '../storage/submissions/sent-work.ts';
import { askOrders, type OrderToAsk } from './ask-orders.ts';
import type { DeskEmitter } from './desk-emitter.ts';
import type { PimsAccess } from './pims-access.ts';

export interface DayCheckService {
  plan: DeskCall<'dayCheck.plan'>;
  run: DeskCall<'dayCheck.run'>;
  cancel: DeskCall<'dayCheck.cancel'>;
}

interface DayCheckOptions {
  readonly sentWork: SentWork;
  readonly findSubmission: (id: SubmissionId) => Submission | undefined;
  readonly access: Pick<PimsAccess, 'clientFor'>;
  readonly events: DeskEmitter;
  readonly clock: Clock;
}

/** What the latest run found, for one period. Kept so that going into an order and back costs nothing. */
interface Found {
  readonly period: DayPeriod;
  /** By the order's key; the mark tells whether something was sent since. */
  readonly sides: Map<string, { readonly mark: string; readonly side: PimsSide }>;
  readonly stops: Map<ConnectionId, DeskError>;
}

interface Running {
  readonly controller: AbortController;
  progress: NonNullable<DayCheck['running']>;
}

/** An order that is asked for. */
type DueOrder = OrderToAsk & { readonly order: SentOrder };

/** Compares what this desk submitted in a period with what PIMS has: one metered request for each order. */
export function createDayCheckService(options: DayCheckOptions): DayCheckService {
  const { sentWork, findSubmission, access, events, clock } = options;
  let found: Found | null = null;
  let running: Running | null = null;
  /** Of submissions that have ended, whose steps never change: a day's are read again whenever one goes on. */
  let stepsKept = new Map<SubmissionId, readonly SentStep[]>();

  function ordersOf(period: DayPeriod): SentOrder[] {
    const over = new Map<SubmissionId, readonly SentStep[]>();
    const submissions = sentWork.ofPeriod(period).flatMap(({ id, inPeriod, draftRemoved }) => {
      const submission = findSubmission(id);
      if (submission === undefined) return [];
      const steps = stepsKept.get(id) ?? sentWork.steps(id);
      if (submission.state === 'sent' || submission.state === 'withdrawn') over.set(id, steps);
      return [{ submission, inPeriod, draftRemoved, steps }];
    });
    stepsKept = over;
    return sentOrders(submissions);
  }

  function foundFor(period: DayPeriod): Found | null {
    return found !== null && isSamePeriod(found.period, period) ? found : null;
  }

  function sideOf({ key, mark }: SentOrder, known: Found | null): PimsSide {
    const one = known?.sides.get(key);
    if (one === undefined) return { kind: 'not-asked', why: 'PIMS was not asked.' };
    // What PIMS had before a step was done says nothing about it.
    if (one.mark !== mark) return { kind: 'not-asked', why: 'More of it was sent after PIMS was asked.' };
    return one.side;
  }

  function check(period: DayPeriod): DayCheck {
    const known = foundFor(period);
    const orders = ordersOf(period);
    const rows = sortedRows(orders.map((order) => checkOrder(order, sideOf(order, known))));
    const worth = orders.filter(isWorthAsking);
    const names = new Map(rows.map(({ connectionId, connectionName }) => [connectionId, connectionName]));
    return {
      rows,
      totals: totalsOf(rows),
      requests: worth.length,
      requestsLeft: worth.filter((order) => sideOf(order, known).kind === 'not-asked').length,
      running: running?.progress ?? null,
      stops: [...(known?.stops ?? [])].map(([id, error]) => ({
        connectionName: names.get(id) ?? '',
        error: error.toShape(),
      })),
    };
  }

  function progressed(run: Running, change: Partial<Running['progress']>): void {
    run.progress = { ...run.progress, ...change };
    events.emit('day-check.progress', { running: run.progress });
  }

  async function ask(run: Running, due: readonly DueOrder[], into: Found): Promise<void> {
    await askOrders(due, {
      clientFor: (id) => access.clientFor(id, 'day-check'),
      clock,
      signal: run.controller.signal,
      answered({ order }, side) {
        const before = into.sides.get(order.key);
        const isBetter = side.kind !== 'not-asked' || before === undefined || before.mark !== order.mark;
        if (isBetter) into.sides.set(order.key, { mark: order.mark, side: slim(order, side) });
        progressed(run, { done: run.progress.done + 1 });
      },
      stopped: (id, error) => into.stops.set(id, error),
      paused: (pausedUntil) => progressed(run, { pausedUntil }),
    });
  }

  return {
    plan: async (given) => check(inPlainTimes(given)),
    async run({ agreed, onlyUnchecked, ...given }) {
      if (running !== null) {
        throw new DeskError('conflict', 'A day check is under way. Cancel it, or wait until it has ended.');
      }
      const period = inPlainTimes(given);
      const known = onlyUnchecked ? foundFor(period) : null;
      const due = ordersOf(period)
        .filter((order) => isWorthAsking(order) && sideOf(order, known).kind === 'not-asked')
        .flatMap(toDue);
      if (due.length > Math.max(MOST_REQUESTS_UNASKED, agreed)) throw tooMany(due.length);
      // What was found before stays until there is a newer answer: a run that fails takes nothing away.
      const into: Found = { period, sides: new Map(foundFor(period)?.sides), stops: new Map() };
      found = into;
      const run: Running = {
        controller: new AbortController(),
        progress: { done: 0, of: due.length, pausedUntil: null },
      };
      running = run;
      progressed(run, {});
      try {
        await ask(run, due, into);
      } finally {
        running = null;
        events.emit('day-check.progress', { running: null });
      }
      return check(period);
    },
    async cancel() {
      running?.controller.abort();
      return {};
    },
  };
}

function toDue(order: SentOrder): DueOrder[] {
  const connectionId = order.submissions[0]?.submission.connectionId;
  const { orderNumber } = order;
  return connectionId === undefined || orderNumber === null ? [] : [{ order, connectionId, orderNumber }];
}

/** Keeps of an answer what is compared: a tenant's records may have hundreds of fields. */
function slim({ header, lines }: SentOrder, side: PimsSide): PimsSide {
  if (side.kind !== 'order') return side;
  const ofOrder = new Set(['ORDER_TYPE', ...Object.keys(header ?? {})]);
  const ofLines = new Set(['LINE_NUMBER', 'PART_CODE', 'DESCRIPTION', 'QUANTITY']);
  for (const { sent } of lines) for (const field of Object.keys(sent)) ofLines.add(field);
  return {
    ...side,
    fields: onlyFields(side.fields, ofOrder),
    lines: side.lines.map((line) => onlyFields(line, ofLines)),
  };
}

function onlyFields(record: PimsFields, names: ReadonlySet<string>): PimsFields {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.has(name)));
}

function isSamePeriod(one: DayPeriod, other: DayPeriod): boolean {
  return one.from === other.from && one.until === other.until && one.connectionId === other.connectionId;
}

/** As they stand in the database, where they are compared as texts. */
function inPlainTimes({ from, until, connectionId }: DayPeriod): DayPeriod {
  return { from: new Date(from).toISOString(), until: new Date(until).toISOString(), connectionId };
}

function tooMany(requests: number): DeskError {
  return new DeskError(
    'conflict',
    `That takes ${requests} requests, which PIMS bills. Agree to their number first, or choose a shorter period.`,
    { reason: 'many-requests', requests },
  );
}
