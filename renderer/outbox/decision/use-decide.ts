import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmissionId } from '../../../shared/ids.ts';
import type { PimsFields } from '../../../shared/pims/fields.ts';
import type { CallError } from '../../bridge/call.ts';
import { deskKey } from '../../bridge/query-client.ts';
import { useDeskMutation } from '../../bridge/use-desk-query.ts';

export interface Decide {
  readonly adopt: (candidate: string) => void;
  readonly send: (confirmed: boolean) => void;
  readonly accept: () => void;
  /** `confirmed` says that none of the candidates shown is it. */
  readonly toDraft: (confirmed: boolean) => void;
  /** Sends these values for a line that somebody else changed too; none leave it as PIMS has it. */
  readonly settle: (values: PimsFields) => void;
  /** True while a decision is under way: then there is no other. */
  readonly busy: boolean;
  /** Why the latest decision could not be made. */
  readonly error: CallError | null;
}

/** What a person decides about a submission. */
export function useDecide(id: SubmissionId): Decide {
  const client = useQueryClient();
  const [error, setError] = useState<CallError | null>(null);
  const options = {
    onMutate: () => setError(null),
    onError: (failure: CallError) => {
      setError(failure);
      // It may stand elsewhere by now.
      void client.invalidateQueries({ queryKey: deskKey('outbox.evidence', { id }) });
      void client.invalidateQueries({ queryKey: deskKey('outbox.list', {}) });
    },
  };
  const adopt = useDeskMutation('outbox.adopt', options);
  const send = useDeskMutation('outbox.sendAgain', options);
  const accept = useDeskMutation('outbox.accept', options);
  const withdraw = useDeskMutation('outbox.withdraw', options);
  const settle = useDeskMutation('outbox.settleLine', options);
  return {
    adopt: (candidate) => adopt.mutate({ id, candidate }),
    send: (confirmed) => send.mutate({ id, confirmed }),
    accept: () => accept.mutate({ id }),
    toDraft: (confirmed) => withdraw.mutate({ id, confirmed }),
    settle: (values) => settle.mutate({ id, values }),
    busy: [adopt, send, accept, withdraw, settle].some(({ isPending }) => isPending),
    error,
  };
}
