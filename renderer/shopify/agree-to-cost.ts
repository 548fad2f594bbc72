import { MOST_REQUESTS_UNASKED } from '../../shared/outbox/day-check.ts';
import { confirm } from '../ui/confirm.tsx';

/** Says how many requests many numbers cost, before any is sent. True when the person agrees, or the number is small. */
export async function agreeToCost(requests: number): Promise<boolean> {
  if (requests <= MOST_REQUESTS_UNASKED) return true;
  return confirm({
    title: `Send ${requests} requests to PIMS?`,
    text: 'Each number is a request of its own, and PIMS counts each of them in this month’s bill. You can stop while it runs; what was looked up by then stays.',
    confirm: `Send ${requests} requests`,
  });
}
