import { DeskError } from '../../shared/errors.ts';
import type { ConnectionId, SubmissionId } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { Clock } from '../clock.ts';
import { type JournalMaterial, journalFileName, journalJson } from '../export/journal-json.ts';
import type { Log } from '../log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { ConnectionRepository } from '../storage/connections.ts';
import type { LockCodeRepository } from '../storage/lock-codes.ts';
import type { SentWork } from '../storage/submissions/sent-work.ts';
import type { PimsAccess } from './pims-access.ts';

/**
 * The journal of a submission as a file. `version` is Order Desk's.
 * @throws DeskError `not-found`
 */
export type JournalExport = (
  id: SubmissionId,
  version: string,
) => Promise<{ readonly fileName: string; readonly text: string }>;

interface JournalExportOptions {
  readonly outbox: Pick<Outbox, 'journal' | 'evidence'>;
  readonly sentWork: SentWork;
  readonly findSubmission: (id: SubmissionId) => Submission | undefined;
  readonly connections: ConnectionRepository;
  readonly lockCodes: LockCodeRepository;
  readonly access: Pick<PimsAccess, 'keysFor'>;
  readonly clock: Clock;
  readonly log: Log;
}

export function createJournalExport(options: JournalExportOptions): JournalExport {
  const { outbox, sentWork, findSubmission, connections, lockCodes, access, clock, log } = options;

  /**
   * What has to be looked for in the file. A secret that can't be read now has not been used since the start either, and
   * what PIMS said is free of it before it is written down.
   */
  async function secretsOf(id: ConnectionId): Promise<string[]> {
    try {
      const { apiId, apiSecret } = await access.keysFor(id);
      return [apiSecret, `${apiId}:${apiSecret}`];
    } catch (cause) {
      log.info('A journal is exported without knowing the secret of its connection', { cause });
      return [];
    }
  }

  function connectionOf({ connectionId, connectionName }: Submission): JournalMaterial['connection'] {
    const known = connections.find(connectionId);
    if (known === undefined) return { name: connectionName, kind: null, host: null, teamId: null };
    const { name, kind, baseUrl, teamId } = known;
    return { name, kind, host: URL.canParse(baseUrl) ? new URL(baseUrl).host : null, teamId };
  }

  return async (id, version) => {
    const submission = findSubmission(id);
    if (submission === undefined) {
      throw new DeskError('not-found', 'This submission is not on this machine.', { id });
    }
    const { connectionId, orderNumber } = submission;
    const secrets = await secretsOf(connectionId);
    const material: JournalMaterial = {
      submission,
      steps: sentWork.recordedSteps(id),
      entries: outbox.journal(id),
      evidence: outbox.evidence(id),
      connection: connectionOf(submission),
    };
    const text = journalJson(material, {
      version,
      exportedAt: clock.now().toISOString(),
      secrets,
      lockCodes: orderNumber === null ? [] : [...lockCodes.ofOrder(connectionId, orderNumber).values()],
    });
    return { fileName: journalFileName(submission), text };
  };
}
