import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';

/** For `launch({ preloaded: [recordDialogs] })`: message boxes are noted instead of shown. */
export const recordDialogs = join(import.meta.dirname, 'record-dialogs.cjs');

/** What a person reads in a message box. */
export interface MessageBox {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

interface Recorded extends MessageBox {
  readonly press: (button: number) => void;
}

/** Waits for the first message box. */
export async function firstMessageBox(app: ElectronApplication): Promise<MessageBox> {
  const boxes = () =>
    app.evaluate(() => {
      const recorded = Reflect.get(globalThis, 'messageBoxes') as Recorded[];
      return recorded.map(({ message, detail, buttons }) => ({ message, detail, buttons }));
    });
  await expect.poll(boxes, { message: 'A message box is shown' }).not.toEqual([]);
  const [first] = await boxes();
  if (first === undefined) throw new Error('The message box is gone.');
  return first;
}

/** Presses a button of the first message box. */
export async function pressButton(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate((_electron, wanted) => {
    const [box] = Reflect.get(globalThis, 'messageBoxes') as Recorded[];
    // Later, so that this call is answered even if the button ends the application.
    setTimeout(() => box?.press(box.buttons.indexOf(wanted)));
  }, label);
}
