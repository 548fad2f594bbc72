import type { ConnectionId } from '../../shared/ids.ts';
import type { DeskStatus } from '../../shared/status.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { Log } from '../log.ts';
import type { DeskEmitter } from './desk-emitter.ts';
import type { CountRequest } from './pims-access.ts';
import type { ReachKeeper } from './reach.ts';
import type { UsageMeter } from './usage-meter.ts';

export interface StatusService {
  read: DeskCall<'status.read'>;
  tryNow: DeskCall<'status.tryNow'>;
  /** Something that the status shows has changed; listeners hear of it once for several changes in a row. */
  changed(): void;
  /** One more request that PIMS bills, or may bill. */
  countRequest: CountRequest;
  close(): void;
}

interface StatusServiceOptions {
  readonly chosen: () => ConnectionId;
  readonly reach: ReachKeeper;
  readonly usage: UsageMeter;
  readonly outboxCounts: () => DeskStatus['outbox'];
  /** Asks PIMS something small. */
  readonly probe: (id: ConnectionId) => Promise<void>;
  readonly wakeOutbox: (which: { readonly except?: ConnectionId }) => void;
  readonly events: DeskEmitter;
  readonly clock: Clock;
  readonly log: Log;
}

/** Changes come in bursts (a step is a request, a count and a state): the status bar needs one word of it. */
const QUIET_MS = 40;

export function createStatusService(options: StatusServiceOptions): StatusService {
  const { chosen, reach, usage, clock, log } = options;
  let callOff: (() => void) | undefined;
  let isClosed = false;

  function status(): DeskStatus {
    const connectionId = chosen();
    const { state, problem } = reach.of(connectionId);
    const month = today().slice(0, 7);
    return {
      connectionId,
      reach: state,
      reachProblem: problem,
      outbox: options.outboxCounts(),
      usage: { month, requests: usage.ofMonth(connectionId, month) },
    };
  }

  /** In UTC: the vendor does not say in which time zone its month begins. */
  function today(): string {
    return clock.now().toISOString().slice(0, 10);
  }

  function changed(): void {
    if (isClosed) return;
    callOff ??= clock.schedule(QUIET_MS, () => {
      callOff = undefined;
      try {
        options.events.emit('status.changed', status());
      } catch (cause) {
        log.error('The status could not be read', { cause });
      }
    });
  }

  return {
    read: async () => status(),
    async tryNow() {
      const connectionId = chosen();
      try {
        await options.probe(connectionId);
        options.wakeOutbox({});
      } catch (cause) {
        // What went wrong shows in the reach; to wake this connection's queue would only ask the same again.
        log.info('PIMS could not be reached', { cause });
        options.wakeOutbox({ except: connectionId });
      }
      return status();
    },
    changed,
    countRequest(connectionId, endpoint, purpose) {
      usage.count({ connectionId, day: today(), endpoint, purpose });
      changed();
    },
    close() {
      isClosed = true;
      callOff?.();
      usage.close();
    },
  };
}
