import { Button, Group, Text } from '@mantine/core';
import { ExternalLink, Lock } from 'lucide-react';
import type { DraftId, OrderNumber } from '../../shared/ids.ts';
import type { Submission } from '../../shared/outbox/submission.ts';
import type { PimsFields } from '../../shared/pims/fields.ts';
import { readStage } from '../../shared/pims/stage.ts';
import { paths, useGoTo } from '../app/routes.ts';
import { useDeskQuery } from '../bridge/use-desk-query.ts';
import { OrderHeader } from '../order/order-header.tsx';
import classes from './draft.module.css';

interface TargetHeaderProps {
  readonly orderNumber: OrderNumber;
  readonly header: PimsFields;
  readonly draftId: DraftId;
}

/** Whose order it is that the lines are for. Read-only: PIMS's API changes no header. */
export function TargetHeader({ orderNumber, header, draftId }: TargetHeaderProps) {
  const goTo = useGoTo();
  const warning = stageWords(header.ORDER_TYPE);
  const others = useDeskQuery('outbox.list', {}).data?.filter((one) => isOnItsWay(one, orderNumber, draftId));
  return (
    <div className={classes.form}>
      <Group gap={6} wrap="nowrap" align="flex-start" c="dimmed">
        <Lock size={14} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
        <Text size="sm">The header of an order that PIMS has is changed in PIMS.</Text>
      </Group>
      {warning !== '' && <Text size="sm">{warning}</Text>}
      {others !== undefined && others.length > 0 && (
        <Text size="sm" role="status">
          Other lines or changes for this order are in the outbox. What they bring shows here once it has
          arrived and the lines are read again.
        </Text>
      )}
      <OrderHeader fields={header} stacked />
      <Button
        variant="default"
        leftSection={<ExternalLink size={14} aria-hidden />}
        onClick={() => goTo(paths.order(orderNumber))}
      >
        Open order {orderNumber}
      </Button>
    </div>
  );
}

function isOnItsWay(submission: Submission, orderNumber: OrderNumber, draftId: DraftId): boolean {
  const { isAddition, state } = submission;
  const isOther = submission.draftId !== draftId && submission.orderNumber === orderNumber;
  return isAddition && isOther && state !== 'sent' && state !== 'withdrawn';
}

/** PIMS decides which orders can be changed; nothing is refused here on a guess. */
function stageWords(type: string | undefined): string {
  const stage = readStage(type);
  if (stage !== 'invoice' && stage !== 'void') return '';
  const what = stage === 'invoice' ? 'an invoice' : 'void';
  return `When you opened it, the order was ${what}. PIMS may refuse to change it; what you type is kept in any case.`;
}
