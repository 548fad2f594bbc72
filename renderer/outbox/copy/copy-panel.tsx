import { Alert, Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { CopyX } from 'lucide-react';
import { copyWords, type FolderCopy } from '../../../shared/outbox/folder-copy.ts';
import { deskKey } from '../../bridge/query-client.ts';
import { useDeskMutation, useDeskQuery } from '../../bridge/use-desk-query.ts';
import { confirm } from '../../ui/confirm.tsx';
import { ErrorNotice, messageOf } from '../../ui/error-notice.tsx';
import { notify } from '../../ui/notify.tsx';
import classes from './copy-panel.module.css';
import { copyChoices, copyFindings, copyNotYet } from './copy-words.ts';

/** What a person has to know and to decide when the data folder may be a copy. */
export function CopyPanel({ copy }: { readonly copy: FolderCopy }) {
  const client = useQueryClient();
  const reach = useDeskQuery('status.read', {}).data?.reach;
  const decide = useDeskMutation('outbox.decideCopy', {
    onSuccess: (_, { decision }) => {
      // Where nothing waited, no change of a submission tells it.
      void client.invalidateQueries({ queryKey: deskKey('outbox.copy', {}) });
      notify('done', decision === 'go-on' ? 'Sending goes on from here.' : 'What waited is in Drafts again.');
    },
  });
  const tryNow = useDeskMutation('status.tryNow', {
    onError: (error) => notify('problem', messageOf(error)),
  });
  const notYet = copyNotYet(copy, reach);
  const isBlocked = notYet !== '' || decide.isPending;
  const { goOn, question, takeBack } = copyChoices(copy);
  const decideToGoOn = async (): Promise<void> => {
    if (question === null || (await confirm(question))) decide.mutate({ decision: 'go-on' });
  };
  return (
    <Alert
      role="region"
      color="yellow"
      variant="light"
      icon={<CopyX aria-hidden />}
      title="Nothing is sent from here until you have chosen"
      mb="xs"
      style={{ flex: 'none' }}
    >
      <Text size="sm">{copyWords(copy.why)}</Text>
      <div role="status">
        <ul className={classes.findings}>
          {copyFindings(copy).map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      </div>
      {decide.error !== null && <ErrorNotice error={decide.error} />}
      <div className={classes.choices}>
        <div>
          <Button
            variant="default"
            disabled={isBlocked}
            aria-describedby="copy-go-on"
            onClick={() => void decideToGoOn()}
          >
            {goOn.label}
          </Button>
          <Text size="xs" mt={3} id="copy-go-on">
            {goOn.says}
          </Text>
        </div>
        {takeBack !== null && (
          <div>
            <Button
              variant="default"
              disabled={isBlocked}
              aria-describedby="copy-take-back"
              onClick={() => decide.mutate({ decision: 'take-back' })}
            >
              {takeBack.label}
            </Button>
            <Text size="xs" mt={3} id="copy-take-back">
              {takeBack.says}
            </Text>
          </div>
        )}
      </div>
      {notYet !== '' && (
        <div className={classes.notYet}>
          <Text size="sm" role="status">
            {notYet}
          </Text>
          {reach === 'unreachable' && (
            <Button
              variant="default"
              size="compact-xs"
              loading={tryNow.isPending}
              onClick={() => tryNow.mutate({})}
            >
              Try to reach PIMS
            </Button>
          )}
        </div>
      )}
    </Alert>
  );
}
