import { modals } from '@mantine/modals';
import { flushSync } from 'react-dom';
import type { OrderNumber } from '../../../shared/ids.ts';
import type { DraftSession } from '../draft-session.ts';
import { ReviewList } from './review-list.tsx';

/** Shows what would be saved to an order. True when the person has it saved. */
export function askReview(session: DraftSession, target: OrderNumber): Promise<boolean> {
  return new Promise((resolve) => {
    let isSaved = false;
    // At once, so that the dialog sees where the focus is before it takes it.
    flushSync(() => {
      const id = modals.open({
        title: `Review and save to order ${target}`,
        size: 900,
        // It goes on where the person was, unless the draft has gone to the outbox.
        returnFocus: true,
        children: (
          <ReviewList
            {...{ session, target }}
            onSave={() => {
              isSaved = true;
              modals.close(id);
            }}
            onLeave={() => modals.close(id)}
          />
        ),
        onClose: () => resolve(isSaved),
      });
    });
  });
}
