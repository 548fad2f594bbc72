import { ipcMain } from 'electron';
import { DeskError, type Result } from '../../shared/errors.ts';
import { CALL_CHANNEL } from '../../shared/ipc/channels.ts';
import type { Dispatch } from './dispatch.ts';
import { isOwnPage } from './sender.ts';

interface Registering {
  /** The origin of our own page; calls from elsewhere are refused. */
  readonly ownOrigin: string;
  readonly dispatch: Dispatch;
  readonly onRefused: (origin: string) => void;
}

/** Takes every call of the page. Registered before the page is loaded, so that no call is ever lost. */
export function registerCalls({ ownOrigin, dispatch, onRefused }: Registering): void {
  ipcMain.handle(CALL_CHANNEL, async (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    // Read at once: the frame may be gone after the first wait.
    const frame = event.senderFrame;
    if (isOwnPage(frame, ownOrigin)) return dispatch(channel, input);
    onRefused(frame?.origin ?? 'a frame that has gone');
    const refusal = new DeskError('forbidden', 'This call came from a page that is not Order Desk’s own.');
    return { ok: false, error: refusal.toShape() };
  });
}
