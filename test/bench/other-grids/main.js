// A window as Order Desk's, with the built page of the grids that ours is compared with. Where that page is, `--page` says.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(app.commandLine.getSwitchValue('page'));
});

app.on('window-all-closed', () => app.quit());
