import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';

/** For `launch({ preloaded: [recordDialogs] })`: message boxes are noted instead of shown. */
export const recordDialogs = join(import.meta.dirname, 'record-dialogs.cjs');

/** What a person reads in a message box. */
export interface MessageBox {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  /** Empty when it has no checkbox. */
  readonly checkboxLabel: string;
}

interface Recorded extends MessageBox {
  readonly press: (button: number, isChecked: boolean) => void;
}

/** Every message box so far, oldest first. */
export function messageBoxes(app: ElectronApplication): Promise<MessageBox[]> {
  return app.evaluate(() => {
    const recorded = Reflect.get(globalThis, 'messageBoxes') as Recorded[];
    return recorded.map(({ message, detail, buttons, checkboxLabel }) => ({
      message,
      detail,
      buttons,
      checkboxLabel,
    }));
  });
}

/** Waits for a message box; without a number, for the first. */
export async function messageBox(app: ElectronApplication, number = 1): Promise<MessageBox> {
  await expect
    .poll(async () => (await messageBoxes(app)).length, { message: `${number} message boxes are shown` })
    .toBeGreaterThanOrEqual(number);
  const box = (await messageBoxes(app))[number - 1];
  if (box === undefined) throw new Error('The message box is gone.');
  return box;
}

/** Presses a button of the latest message box, its checkbox ticked or not. */
export async function pressButton(
  app: ElectronApplication,
  label: string,
  { ticked = false }: { ticked?: boolean } = {},
): Promise<void> {
  await app.evaluate(
    (_electron, wanted) => {
      const box = (Reflect.get(globalThis, 'messageBoxes') as Recorded[]).at(-1);
      const button = box?.buttons.indexOf(wanted.label) ?? -1;
      if (button < 0) throw new Error(`The message box has no button ${wanted.label}.`);
      // Later, so that this call is answered even if the button ends the application.
      setTimeout(() => box?.press(button, wanted.ticked));
    },
    { label, ticked },
  );
}

/** From now on, whoever is asked whether to quit does. The box that is open already is answered as well. */
export async function quitWhenAsked(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const quit = (buttons: readonly string[]) => buttons.findIndex((label) => label.startsWith('Quit'));
    const answerAtOnce = async (...args: unknown[]) => {
      const { buttons } = args.at(-1) as { buttons: readonly string[] };
      return { response: quit(buttons), checkboxChecked: false };
    };
    Object.assign(dialog, { showMessageBox: answerAtOnce });
    const recorded = Reflect.get(globalThis, 'messageBoxes') as Recorded[] | undefined;
    const box = recorded?.at(-1);
    if (box !== undefined) setTimeout(() => box.press(quit(box.buttons), false));
  });
}
