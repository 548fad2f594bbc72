import { type ElectronApplication, expect } from '@playwright/test';

/** Closes the window as its title bar's button does, several `times` in a row. */
export async function closeWindow(app: ElectronApplication, times = 1): Promise<void> {
  await app.evaluate(({ BrowserWindow }, count) => {
    const [window] = BrowserWindow.getAllWindows();
    // Later, so that this call is answered even if that ends the application.
    setTimeout(() => {
      for (let time = 0; time < count; time += 1) window?.close();
    });
  }, times);
}

/** Waits until the window is on the screen, or until it is not. */
export async function expectWindowShown(app: ElectronApplication, shown: boolean): Promise<void> {
  await expect
    .poll(
      () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible())),
      {
        message: shown ? 'The window is shown' : 'The window is in the tray',
      },
    )
    .toEqual([shown]);
}
