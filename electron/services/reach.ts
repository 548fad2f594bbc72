import { assertNever, type DeskError, isKeychainCode } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { DeskStatus } from '../../shared/status.ts';

export interface Reach {
  readonly state: DeskStatus['reach'];
  /** Why PIMS can't be reached; empty otherwise. */
  readonly problem: string;
}

/** Whether each connection's PIMS can be reached, from what its calls told. "Online" is never one ping. */
export interface ReachKeeper {
  of(id: ConnectionId): Reach;
  answered(id: ConnectionId): void;
  failed(id: ConnectionId, error: DeskError): void;
  /** After the connection was pointed elsewhere, nothing is known. */
  forget(id: ConnectionId): void;
  /** Each answer, also when the reach was known to be good; the answer unsubscribes. */
  onAnswer(listener: (id: ConnectionId) => void): () => void;
  onChange(listener: (id: ConnectionId) => void): () => void;
}

const unknown: Reach = { state: 'unknown', problem: '' };

export function createReachKeeper(): ReachKeeper {
  const reaches = new Map<ConnectionId, Reach>();
  const answerListeners = new Set<(id: ConnectionId) => void>();
  const changeListeners = new Set<(id: ConnectionId) => void>();

  function set(id: ConnectionId, next: Reach): void {
    const before = reaches.get(id) ?? unknown;
    reaches.set(id, next);
    if (before.state === next.state && before.problem === next.problem) return;
    for (const listener of changeListeners) listener(id);
  }

  return {
    of: (id) => reaches.get(id) ?? unknown,
    answered(id) {
      set(id, { state: 'reachable', problem: '' });
      for (const listener of answerListeners) listener(id);
    },
    failed(id, error) {
      const next = reachAfter(error);
      if (next !== undefined) set(id, next);
    },
    forget: (id) => set(id, unknown),
    onAnswer(listener) {
      answerListeners.add(listener);
      return () => answerListeners.delete(listener);
    },
    onChange(listener) {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
  };
}

/** What a failed call tells about the reach; undefined when nothing. */
function reachAfter({ code, message }: DeskError): Reach | undefined {
  if (isKeychainCode(code)) return undefined;
  switch (code) {
    case 'unreachable':
    case 'not-pims':
      return { state: 'unreachable', problem: message };
    case 'unknown-outcome':
      return unknown;
    case 'rejected':
    case 'unauthorized':
    case 'rate-limited':
    case 'not-found':
      return { state: 'reachable', problem: '' };
    case 'cancelled':
    case 'secret-missing':
    case 'invalid-input':
    case 'forbidden':
    case 'conflict':
    case 'internal':
      return undefined;
    default:
      return assertNever(code);
  }
}
