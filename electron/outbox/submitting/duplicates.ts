import { REFERENCE_FIELD } from '../../../shared/connections/connection.ts';
import type { Draft } from '../../../shared/drafts/draft.ts';
import { DeskError } from '../../../shared/errors.ts';
import type { ConnectionId } from '../../../shared/ids.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { ConnectionRepository } from '../../storage/connections.ts';
import type { DraftRepository } from '../../storage/drafts/drafts.ts';
import { bearing, numbersOf, type ReferenceKey, referenceQuery } from '../looking/look.ts';
import type { PimsCalls } from '../sending/sending.ts';
import { numberList } from '../words.ts';

interface DuplicatesOptions {
  readonly connections: ConnectionRepository;
  readonly drafts: DraftRepository;
  readonly clientFor: (id: ConnectionId) => Promise<Pick<PimsCalls, 'queryOrders'>>;
  readonly isUnreachable: (id: ConnectionId) => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** Nobody waits longer for a warning, in milliseconds; it comes before the order is sent in any case. */
const PATIENCE_MS = 4_000;

/**
 * Warns of a reference that is in use: in PIMS, as far as PIMS can be asked now, or in another draft of this machine.
 * @throws DeskError `conflict` with `details.reason` `duplicate-reference`
 */
export type RefuseDuplicates = (draft: Draft) => Promise<void>;

export function createRefuseDuplicates(options: DuplicatesOptions): RefuseDuplicates {
  const { connections, drafts, clientFor, isUnreachable, clock, log } = options;

  async function ask(connectionId: ConnectionId, key: ReferenceKey): Promise<PimsFields[]> {
    const client = await clientFor(connectionId);
    return bearing(key, await client.queryOrders(referenceQuery(key)));
  }

  async function inPims(connectionId: ConnectionId, key: ReferenceKey): Promise<PimsFields[]> {
    if (isUnreachable(connectionId)) return [];
    let callOff = () => {};
    const patience = new Promise<PimsFields[]>((resolve) => {
      callOff = clock.schedule(PATIENCE_MS, () => resolve([]));
    });
    try {
      return await Promise.race([ask(connectionId, key), patience]);
    } catch (cause) {
      log.info('The reference could not be looked up', { cause });
      return [];
    } finally {
      callOff();
    }
  }

  return async ({ id, connectionId, header, target, inPims: begun }) => {
    const referenceField = connections.find(connectionId)?.referenceField ?? REFERENCE_FIELD;
    const reference = (header[referenceField] ?? '').trim();
    if (reference === '' || target !== null || begun !== null) return;
    const elsewhere = drafts.countWithReference(connectionId, referenceField, reference, id);
    const found = await inPims(connectionId, { referenceField, reference });
    if (found.length === 0 && elsewhere === 0) return;
    const numbers = numbersOf(found);
    throw new DeskError('conflict', duplicateWords(reference, found.length, numbers, elsewhere), {
      reason: 'duplicate-reference',
      reference,
      orders: numbers.join(', '),
      drafts: elsewhere,
    });
  };
}

function duplicateWords(
  reference: string,
  found: number,
  numbers: readonly string[],
  elsewhere: number,
): string {
  const inDrafts = elsewhere === 1 ? 'another draft has it' : `${elsewhere} other drafts have it`;
  if (found === 0) return `The reference ${reference} is in use: ${inDrafts}.`;
  const and = elsewhere === 0 ? '' : `, and ${inDrafts} too`;
  return `PIMS already has ${numberList(numbers)} with the reference ${reference}${and}.`;
}
