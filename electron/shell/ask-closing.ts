import { type BrowserWindow, dialog } from 'electron';
import type { ClosingQuestion } from '../services/closing.ts';
import type { ClosingAnswer } from '../services/way-out.ts';

/** Asks in a box of the system, which works with the window hidden as well. */
export async function askClosing(
  { message, detail, choices, rememberLabel }: ClosingQuestion,
  parent: BrowserWindow | null,
): Promise<ClosingAnswer> {
  const box = {
    type: 'question',
    title: 'Order Desk',
    message,
    detail,
    buttons: choices.map(({ label }) => label),
    defaultId: 0,
    cancelId: choices.length - 1,
    noLink: true,
    ...(rememberLabel === undefined ? {} : { checkboxLabel: rememberLabel }),
  } as const;
  const options = { ...box, buttons: [...box.buttons] };
  const { response, checkboxChecked } = await (parent === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(parent, options));
  return { choice: choices[response]?.choice ?? 'cancel', remember: checkboxChecked };
}
