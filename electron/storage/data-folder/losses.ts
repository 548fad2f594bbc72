import type { Loss } from '../../../shared/data-safety/findings.ts';
import { assertNever } from '../../../shared/errors.ts';
import type { DeskFacts } from './desk-facts.ts';
import type { DraftLineFact, OrderLineFact, Witnessed } from './witness-line.ts';

/**
 * What the witness saw and the database does not have: it is only ever written after the database, so whatever it
 * knows of and the database does not is lost. Lines up to `told` were told to a person before.
 */
export function findLosses(witnessed: Witnessed, facts: DeskFacts, told: number): Loss[] {
  return [...witnessed.last.values()].flatMap((line): Loss[] => {
    if (line.n <= told) return [];
    const loss = 'draft' in line ? lostDraft(line, facts) : lostOrder(line, facts);
    return loss === null ? [] : [loss];
  });
}

function lostDraft(line: DraftLineFact, facts: DeskFacts): Loss | null {
  // Of one that was submitted the order speaks.
  if (line.state !== 'open') return null;
  const now = facts.draftState(line.draft);
  const { reference, customerCode, lineCount, at } = line;
  const loss = { what: 'draft', id: line.draft, reference, customerCode, lineCount, at } as const;
  if (now === undefined) return { ...loss, fate: 'lost' };
  if (now.at >= at) return null;
  return { ...loss, fate: now.state === 'removed' ? 'lost' : 'older' };
}

function lostOrder(line: OrderLineFact, facts: DeskFacts): Loss | null {
  const { order: id, reference, customerCode, lineCount, at, orderNumber } = line;
  const stood = stoodAs(line);
  if (stood === null) return null;
  const now = facts.orderState(id);
  const loss = { what: 'order', id, reference, customerCode, lineCount, at, orderNumber, stood } as const;
  const draftIsOpen = facts.draftState(line.ofDraft)?.state === 'open';
  if (now === undefined) return { ...loss, fate: 'lost', draftIsOpen };
  return progress(now) < progress(line.state) ? { ...loss, fate: 'older', draftIsOpen: false } : null;
}

/** Null for one that was taken back before anything of it was in PIMS: its draft has everything. */
function stoodAs({ state, orderNumber }: OrderLineFact): 'queued' | 'in-pims' | 'sent' | null {
  if (state !== 'withdrawn') return state;
  return orderNumber === null ? null : 'in-pims';
}

function progress(state: OrderLineFact['state']): number {
  switch (state) {
    case 'queued':
      return 0;
    case 'in-pims':
      return 1;
    case 'withdrawn':
    case 'sent':
      return 2;
    default:
      return assertNever(state);
  }
}
