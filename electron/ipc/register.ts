import { ipcMain } from 'electron';
import type { DeskErrorShape, Result } from '../../shared/errors.ts';
import { CALL_CHANNEL } from '../../shared/ipc/channels.ts';
import type { Dispatch } from './dispatch.ts';
import { isOwnPage } from './sender.ts';

interface Registering {
  /** The origin of our own page; calls from elsewhere are refused. */
  readonly ownOrigin: string;
  readonly dispatch: Dispatch;
  readonly onRefused: (origin: string) => void;
}

const refusal: DeskErrorShape = {
  code: 'forbidden',
  message: 'This call came from a page that is not Order Desk’s own.',
  details: {},
};

/** Takes every call of the page. Registered before the page is loaded, so that no call is ever lost. */
export function registerCalls({ ownOrigin, dispatch, onRefused }: Registering): void {
  ipcMain.handle(CALL_CHANNEL, async (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    // Read at once: the frame may be gone after the first wait.
    const frame = event.senderFrame;
    if (isOwnPage(frame, ownOrigin)) return dispatch(channel, input);
    onRefused(frame?.origin ?? 'a frame that has gone');
    return { ok: false, error: refusal };
  });
}
