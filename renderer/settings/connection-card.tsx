import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { Check, Pause, Pencil, Trash2 } from 'lucide-react';
import type { Connection } from '../../shared/connections/connection.ts';
import { useChooseConnection } from '../app/choose-connection.ts';
import { useDeskMutation } from '../bridge/use-desk-query.ts';
import { confirm } from '../ui/confirm.tsx';
import { messageOf } from '../ui/error-notice.tsx';
import { KindBadge } from '../ui/kind-badge.tsx';
import { notify } from '../ui/notify.tsx';
import { sendingWords, sendsAsUsual } from './connection-form-model.ts';
import classes from './connections-section.module.css';
import { SecretState } from './secret-state.tsx';

interface ConnectionCardProps {
  readonly connection: Connection;
  readonly onEdit: () => void;
}

/** One connection in the list, with all that can be done to it. */
export function ConnectionCard({ connection, onEdit }: ConnectionCardProps) {
  const { id, name, kind, baseUrl, teamId, secret, chosen, pausedAt } = connection;
  const choose = useChooseConnection();
  const saying = { onError: (error: Error) => notify('problem', messageOf(error)) };
  const unlock = useDeskMutation('connections.unlock', saying);
  const remove = useDeskMutation('connections.remove', saying);
  const practice = kind === 'practice';

  const askAndRemove = async (): Promise<void> => {
    const goAhead = await confirm({
      title: `Remove ${name}?`,
      text: 'Its secret is taken out of the keychain. Nothing in PIMS changes.',
      confirm: 'Remove the connection',
      destructive: true,
    });
    if (goAhead) remove.mutate({ id }, { onSuccess: () => notify('done', `${name} was removed.`) });
  };

  return (
    <li className={classes.card} data-chosen={chosen || undefined}>
      <div className={classes.about}>
        <div className={classes.name}>
          {name}
          <KindBadge kind={kind} />
          {pausedAt !== null && (
            <span className={classes.paused}>
              <Pause size={13} aria-hidden /> Sending is paused
            </span>
          )}
          {chosen && (
            <span className={classes.chosen}>
              <Check size={13} aria-hidden /> In use
            </span>
          )}
        </div>
        <div className={classes.address}>
          {practice ? 'Comes with Order Desk: sample data on this computer.' : `${baseUrl} · team ${teamId}`}
        </div>
        {!practice && <SecretState secret={secret} />}
        {!sendsAsUsual(connection) && <div className={classes.address}>{sendingWords(connection)}</div>}
      </div>
      <Group gap="xs" wrap="nowrap">
        {!practice && secret === 'missing' && (
          <>
            <Button
              variant="default"
              aria-label={`Unlock the secret of ${name}`}
              loading={unlock.isPending}
              onClick={() => unlock.mutate({ id })}
            >
              Unlock
            </Button>
            <Button variant="default" aria-label={`Enter the secret of ${name}`} onClick={onEdit}>
              Enter the secret
            </Button>
          </>
        )}
        {!chosen && (
          <Button variant="default" aria-label={`Use ${name}`} onClick={() => void choose(id)}>
            Use
          </Button>
        )}
        {!practice && (
          <>
            <Tooltip label="Edit">
              <ActionIcon variant="default" aria-label={`Edit ${name}`} onClick={onEdit}>
                <Pencil size={14} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Remove">
              <ActionIcon
                variant="default"
                aria-label={`Remove ${name}`}
                loading={remove.isPending}
                onClick={() => void askAndRemove()}
              >
                <Trash2 size={14} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </>
        )}
      </Group>
    </li>
  );
}
