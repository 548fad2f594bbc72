import { messageOf } from '../ui/error-notice.tsx';
import { notify } from '../ui/notify.tsx';

/**
 * Says that something failed of which nobody takes care: a click that starts something waits for no answer, and what goes wrong
 * then is not to end in silence.
 */
export function tellUnhandledFailures(): void {
  addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => {
    notify('problem', messageOf(reason instanceof Error ? reason : new Error(String(reason))));
  });
}
