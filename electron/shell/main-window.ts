import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { EVENT_CHANNEL } from '../../shared/ipc/channels.ts';
import type { DeskEventName, DeskEvents } from '../../shared/ipc/desk-events.ts';
import { createEventQueue } from '../ipc/event-queue.ts';
import type { Log } from '../log.ts';
import type { WindowPlace } from '../services/window-place.ts';
import { placeWindow, smallestWindow } from './window-place.ts';

export interface MainWindowOptions {
  /** The page's address. */
  readonly page: string;
  /** The preload's file. */
  readonly preload: string;
  readonly devTools: boolean;
  readonly log: Log;
  /** The window came to rest somewhere else, or is about to close. */
  readonly onPlaced: (place: WindowPlace) => void;
  /** The person chose to quit after the page had failed. */
  readonly onGiveUp: () => void;
  /** Whether the window may close now. If not, it stays as it is. */
  readonly mayClose: () => boolean;
  /** It went into the tray, or came back from it. */
  readonly onHidden: () => void;
}

/** The page draws its first screen well within this; beyond it an empty window is better than none. */
const SHOW_AT_LATEST_MS = 15_000;
const PLACE_SETTLES_MS = 400;
/** The page's own backgrounds, so that nothing flashes before it has drawn. */
const background = { light: '#ffffff', dark: '#1b1c1f' } as const;

/** Owns the one window: made hidden, so that its page can load while its place is still being looked up. */
export class MainWindow {
  readonly #window: BrowserWindow;
  readonly #options: MainWindowOptions;
  readonly #events = createEventQueue((name, payload) => {
    if (!this.#window.isDestroyed()) this.#window.webContents.send(EVENT_CHANNEL, name, payload);
  });
  #placed = false;
  #pageReady = false;
  #wasShown = false;
  #isHidden = false;
  #settling: NodeJS.Timeout | undefined;

  constructor(options: MainWindowOptions) {
    this.#options = options;
    this.#window = new BrowserWindow({
      ...placeWindow(null, workAreas()),
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: currentBackground(),
      webPreferences: {
        preload: options.preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        nodeIntegrationInWorker: false,
        webSecurity: true,
        webviewTag: false,
        // Chromium would fetch its dictionaries from the internet.
        spellcheck: false,
        devTools: options.devTools,
      },
    });
    this.#rememberPlace();
    this.#surviveFailures();
    this.#window.on('close', (event) => {
      if (!options.mayClose()) event.preventDefault();
    });
  }

  /** For the dialogs that stand before it. */
  get browserWindow(): BrowserWindow {
    return this.#window;
  }

  /** Starts to load the page. */
  load(): void {
    this.#window.loadURL(this.#options.page).catch((error: unknown) => {
      this.#options.log.error('The page could not be loaded', { error });
    });
  }

  /** Puts the hidden window where it was last, if that can still be seen. From now on it may be shown. */
  place(remembered: WindowPlace | null): void {
    const { maximized, ...bounds } = placeWindow(remembered, workAreas());
    this.#window.setBounds(bounds);
    this.#window.setBackgroundColor(currentBackground());
    if (maximized) this.#window.maximize();
    this.#placed = true;
    if (this.#pageReady) this.#show();
    else setTimeout(() => this.#show(), SHOW_AT_LATEST_MS).unref();
  }

  /** The page has drawn its first screen. */
  pageReady(): void {
    this.#pageReady = true;
    this.#events.pageReady();
    if (this.#placed) this.#show();
  }

  /** Brings the window before the person, from wherever it is. */
  focus(): void {
    if (this.#window.isDestroyed()) return;
    // Whoever stayed in the background after the page had failed comes back to a page that works.
    if (this.#window.webContents.isCrashed()) this.#reload();
    if (this.#window.isMinimized()) this.#window.restore();
    this.#setHidden(false);
    this.#window.show();
    this.#window.focus();
  }

  /** Takes the window off the screen; the page goes on behind it. Only `focus` brings it back. */
  hide(): void {
    if (this.#window.isDestroyed()) return;
    this.#setHidden(true);
    this.#window.hide();
  }

  /** Whether it is in the tray. */
  get isHidden(): boolean {
    return this.#isHidden;
  }

  /** Whether the person has it before them. */
  get isSeen(): boolean {
    const window = this.#window;
    return !window.isDestroyed() && window.isVisible() && !window.isMinimized() && window.isFocused();
  }

  /**
   * Pastes into what has the focus in the page. Only while the person has the window before them, as with Ctrl+V: a page that was
   * taken over is not to follow the clipboard while they work elsewhere.
   */
  paste(): boolean {
    if (!this.isSeen) return false;
    this.#window.webContents.paste();
    return true;
  }

  /** Tells the page something; held back until the page listens. */
  tell<E extends DeskEventName>(name: E, payload: DeskEvents[E]): void {
    this.#events.emit(name, payload);
  }

  /** Once: a window that was hidden since stays hidden, whatever its page does. */
  #show(): void {
    if (this.#wasShown || this.#window.isDestroyed()) return;
    this.#wasShown = true;
    if (!this.#window.isVisible()) this.#window.show();
  }

  #setHidden(isHidden: boolean): void {
    if (this.#isHidden === isHidden) return;
    this.#isHidden = isHidden;
    this.#options.onHidden();
  }

  #rememberPlace(): void {
    const settle = () => {
      clearTimeout(this.#settling);
      if (this.#placed) this.#settling = setTimeout(() => this.#tellPlace(), PLACE_SETTLES_MS);
    };
    this.#window.on('resize', settle).on('move', settle).on('maximize', settle).on('unmaximize', settle);
    this.#window.on('close', () => {
      clearTimeout(this.#settling);
      if (this.#placed) this.#tellPlace();
    });
  }

  #tellPlace(): void {
    if (this.#window.isDestroyed() || this.#window.isMinimized() || this.#window.isFullScreen()) return;
    this.#options.onPlaced({ ...this.#window.getNormalBounds(), maximized: this.#window.isMaximized() });
  }

  #surviveFailures(): void {
    const { log, onGiveUp } = this.#options;
    const contents = this.#window.webContents;
    contents.on('preload-error', (_event, _path, error) => log.error('The preload failed', { error }));
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#events.pageGone();
    });
    contents.on('render-process-gone', async (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit') return;
      log.error('The page’s process ended', { reason, exitCode });
      this.#events.pageGone();
      const reload = await this.#ask({
        message: 'The window stopped working.',
        detail: 'What you typed up to about a second before is kept. Reload the window to go on.',
        buttons: ['Reload', 'Quit'],
      });
      if (reload) this.#reload();
      else onGiveUp();
    });
    this.#window.on('unresponsive', async () => {
      log.warn('The page does not respond');
      const responsive = new AbortController();
      this.#window.once('responsive', () => responsive.abort());
      const reload = await this.#ask({
        message: 'The window does not respond.',
        detail: 'You can wait for it, or reload it. What you typed up to about a second before is kept.',
        buttons: ['Reload', 'Wait'],
        signal: responsive.signal,
      });
      if (reload && !responsive.signal.aborted) this.#reload();
    });
  }

  /** True for the first button; the second is what Escape and closing the question mean. */
  async #ask(question: {
    message: string;
    detail: string;
    buttons: [string, string];
    signal?: AbortSignal;
  }): Promise<boolean> {
    if (this.#window.isDestroyed()) return false;
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'warning',
      title: 'Order Desk',
      defaultId: 0,
      cancelId: 1,
      noLink: true,
      ...question,
    });
    return response === 0;
  }

  #reload(): void {
    if (!this.#window.isDestroyed()) this.#window.webContents.reload();
  }
}

function workAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}

function currentBackground(): string {
  return nativeTheme.shouldUseDarkColors ? background.dark : background.light;
}
