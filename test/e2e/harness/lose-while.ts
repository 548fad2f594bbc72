import type { PracticeServer } from '../../../electron/practice-server/practice-server.ts';

/** Plans that a call is lost on its way while somebody else does something in PIMS. */
export function loseWhile(
  practice: PracticeServer,
  endpoint: 'orders/create' | 'orders/line_item',
  { applied }: { readonly applied: boolean },
  somebody: () => void,
): void {
  let isDone = false;
  practice.planFault({
    endpoint,
    fault: { kind: 'drop', when: applied ? 'after' : 'before' },
    matches: () => {
      if (!isDone) somebody();
      isDone = true;
      return true;
    },
  });
}
