// The baseline: the least that shows a window on the same runtime. No top-level await: an ES module that waits for
// `ready` at its top level never gets there.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadURL('data:text/html,<!doctype html><title>Empty</title><h1>Empty</h1>');
});
