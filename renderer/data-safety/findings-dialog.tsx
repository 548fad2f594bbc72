import { Button, CopyButton as Copy, Group, Modal, Text } from '@mantine/core';
import type { DataFindings } from '../../shared/data-safety/findings.ts';
import {
  damageTitle,
  findingsAsText,
  restoredSentence,
  unlistedSentence,
} from '../../shared/data-safety/words.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { absoluteTime } from '../ui/time.ts';
import classes from './findings-dialog.module.css';
import { LossLists } from './loss-lists.tsx';

interface FindingsDialogProps {
  readonly findings: DataFindings;
  /** The button that ends it. */
  readonly done: string;
  readonly isWorking: boolean;
  readonly onDone: () => void;
  /** False for what has to be read: then there is no other way out. */
  readonly canClose: boolean;
}

/** What happened to the data, what stands in its place, and exactly what is missing. */
export function FindingsDialog({ findings, done, isWorking, onDone, canClose }: FindingsDialogProps) {
  const { damage, damagedFolder, noticedAt } = findings;
  return (
    <Modal
      opened
      onClose={onDone}
      size={680}
      title={damageTitle(damage)}
      withCloseButton={canClose}
      closeOnClickOutside={canClose}
      closeOnEscape={canClose}
      classNames={{ title: classes.title ?? '' }}
    >
      <Text size="sm">
        Order Desk noticed this when it started on {absoluteTime(noticedAt)}.{' '}
        {restoredSentence(findings, onTime)} {unlistedSentence(findings)}
      </Text>
      <ScrollRegion label="What is missing" className={classes.lists} takesFocus>
        <LossLists losses={findings.losses} />
      </ScrollRegion>
      {damagedFolder !== null && (
        <Text size="sm" c="dimmed" component="div">
          The damaged files are kept, for whoever can read more from them:
          <Group gap={4} wrap="nowrap">
            <span className={classes.path}>{damagedFolder}</span>
            <CopyButton value={damagedFolder} what="the path of the damaged files" />
          </Group>
        </Text>
      )}
      <Group justify="end" gap="xs" mt="md">
        <Copy value={findingsAsText(findings, onTime)}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy the list'}
            </Button>
          )}
        </Copy>
        <Button onClick={onDone} loading={isWorking}>
          {done}
        </Button>
      </Group>
    </Modal>
  );
}

function onTime(iso: string): string {
  return `on ${absoluteTime(iso)}`;
}
