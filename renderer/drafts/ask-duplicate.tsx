import { Anchor, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { orderNumberSchema } from '../../shared/ids.ts';
import { hrefOf, paths } from '../app/routes.ts';
import { headerInputId } from './header-field.tsx';
import { type ReferenceInUse, whereInUse } from './reference-in-use.ts';

/**
 * Asks whether an order is to be submitted although its reference is in use. True when the person goes ahead; else
 * the reference has the focus.
 */
export function askDuplicate(inUse: ReferenceInUse, referenceField: string): Promise<boolean> {
  return new Promise((resolve) => {
    let goesAhead = false;
    modals.openConfirmModal({
      title: 'Submit with a reference that is in use?',
      children: <Question inUse={inUse} onLeave={() => modals.closeAll()} />,
      labels: { confirm: 'Submit all the same', cancel: 'Change the reference' },
      // The safe answer has the focus: a held Enter must not double an order.
      cancelProps: { 'data-autofocus': true },
      returnFocus: false,
      onConfirm: () => {
        goesAhead = true;
      },
      onClose: () => {
        resolve(goesAhead);
        if (goesAhead) return;
        requestAnimationFrame(() => document.getElementById(headerInputId(referenceField))?.focus());
      },
    });
  });
}

function Question({ inUse, onLeave }: { readonly inUse: ReferenceInUse; readonly onLeave: () => void }) {
  const { reference, orders, drafts } = inUse;
  const [only, ...more] = orders;
  const number = orderNumberSchema.safeParse(only);
  const single = more.length === 0 && number.success ? number.data : null;
  const path = single === null ? paths.findOrders(reference) : paths.order(single);
  return (
    <>
      <Text size="sm">
        The reference {reference} is already {whereInUse(inUse)}. If this is the same order, it would be in
        PIMS twice.
      </Text>
      <Text size="sm" mt="xs">
        {only !== undefined && (
          <Anchor href={hrefOf(path)} onClick={onLeave}>
            {single === null ? 'Look at them in Orders' : `Look at order ${single}`}
          </Anchor>
        )}
        {only !== undefined && drafts > 0 && ' · '}
        {drafts > 0 && (
          <Anchor href={hrefOf(paths.drafts())} onClick={onLeave}>
            Look at the drafts
          </Anchor>
        )}
      </Text>
    </>
  );
}
