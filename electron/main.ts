import { join } from 'node:path';
import { app, nativeTheme, session, shell } from 'electron';
import { createPendingCalls } from './ipc/pending-calls.ts';
import type { ShellPort } from './ipc/ports.ts';
import { registerCalls } from './ipc/register.ts';
import type { Log } from './log.ts';
import type { OpenDesk } from './open-desk.ts';
import type { PracticeHost } from './services/pims-access.ts';
import { WEEVIO_CLOUD } from './shell/allowed-links.ts';
import { dataFolderIn, logFileIn, practiceFileIn, userDataFolder } from './shell/app-folders.ts';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import type { Background } from './shell/background.ts';
import { openExternalLink } from './shell/external-links.ts';
import { endOnUncaughtExceptions, endWithStartFailure } from './shell/fatal-error.ts';
import { fileDialogs } from './shell/file-dialogs.ts';
import { openLog } from './shell/log.ts';
import { MainWindow } from './shell/main-window.ts';
import { installMenu } from './shell/menu.ts';
import type { MenuActions } from './shell/menu-template.ts';
import { guardNavigation } from './shell/navigation-guard.ts';
import { keepOffNetwork } from './shell/network-access.ts';
import { createOpenedFiles, fileOfArguments } from './shell/opened-files.ts';
import { pageSource } from './shell/page-source.ts';
import { restrictPermissions } from './shell/permissions.ts';
import { createPracticeHost } from './shell/practice-host.ts';
import { claimSingleInstance } from './shell/single-instance.ts';

/** How long quitting waits for what the page still saves while it closes. */
const LAST_CALLS_MS = 2_000;

// Both have to happen before Electron is ready, so they come first.
registerAppScheme();
const dataFolder = takeDataFolder();
const logFile = logFileIn(dataFolder);

let mainWindow: MainWindow | undefined;
let background: Background | undefined;
const openedFiles = createOpenedFiles(() => mainWindow?.tell('import.opened', {}));
// macOS tells of a file so, also before the application is ready.
app.on('open-file', (event, path) => {
  event.preventDefault();
  openedFiles.offer(path);
});
if (claimSingleInstance(secondStart)) {
  const log = openLog(logFile);
  endOnUncaughtExceptions(log);
  start(log).catch((error: unknown) => endWithStartFailure(error, log, logFile));
} else {
  app.quit();
}

/**
 * Sets everything up, in this order. The page loads in a process of its own; the application below IPC, which is most of
 * the code, is opened here meanwhile, and calls that come before it is open wait for it.
 */
async function start(log: Log): Promise<void> {
  const source = pageSource(app.isPackaged, process.env.ELECTRON_RENDERER_URL);
  const refused = (what: string) => log.warn(`Refused: ${what}`);
  await app.whenReady();
  keepOffNetwork(session.defaultSession, source);
  restrictPermissions(session.defaultSession, source.origin);
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents, source.page, refused));
  const codeServed = serveApp(session.defaultSession, join(import.meta.dirname, '../renderer'));

  const practice = createPracticeHost(practiceFileIn(dataFolder));
  const window = new MainWindow({
    page: source.page,
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    devTools: !app.isPackaged,
    log,
    onPlaced: (place) => void opening.then(({ desk }) => desk.windowPlace.write(place)),
    onGiveUp: () => app.quit(),
    mayClose: () => background?.mayCloseWindow() ?? true,
    onHidden: () => background?.windowHidden(),
  });
  mainWindow = window;
  const opening = openBelow({ log, practice, shell: shellPort(window) });
  const calls = createPendingCalls();
  registerCalls({
    ownOrigin: source.origin,
    dispatch: async (channel, input) => calls.follow((await opening).dispatch(channel, input)),
    onRefused: (origin) => refused(`a call from ${origin}`),
  });
  window.load();
  const file = fileOfArguments(process.argv.slice(1));
  if (file !== undefined) openedFiles.offer(file);
  installMenu(menuActions(window), { platform: process.platform, developing: !app.isPackaged });

  // Brings code along that only the open desk needs.
  const loadingBackground = import('./shell/background.ts');
  const { desk, close } = await opening;
  // While the page reads its code this process has nothing to do; before that, the page would wait for it.
  void codeServed.then(() => desk.prepare());
  log.info(`Order Desk ${app.getVersion()} started`, { electron: process.versions.electron });
  const { runInBackground } = await loadingBackground;
  background = await runInBackground({
    desk,
    window,
    async close() {
      await calls.settled(LAST_CALLS_MS);
      await close();
    },
    log,
  });
  // On macOS a click on the dock's icon.
  app.on('activate', () => window.focus());
  for (const name of [
    'status.changed',
    'connections.changed',
    'drafts.changed',
    'outbox.changed',
    'day-check.progress',
  ] as const) {
    desk.on(name, (payload) => window.tell(name, payload));
  }
  nativeTheme.themeSource = (await desk.preferences.read()).appearance;
  window.place(desk.windowPlace.read());
}

/** Order Desk was started once more: the window comes forward, with the file that it was started with. */
function secondStart(args: readonly string[]): void {
  mainWindow?.focus();
  const file = fileOfArguments(args.slice(1));
  if (file !== undefined) openedFiles.offer(file);
}

/** Chooses where everything is kept, before Electron makes it up itself, and makes our own folder in it. */
function takeDataFolder(): string {
  const userData = userDataFolder({
    platform: process.platform,
    givenUserData: app.commandLine.getSwitchValue('user-data-dir'),
    localAppData: process.env.LOCALAPPDATA,
    defaultUserData: app.getPath('userData'),
    appName: app.name,
  });
  app.setPath('userData', userData);
  return dataFolderIn(userData);
}

/** Loads the application below IPC and opens it. The import answers later, so what follows this call comes first. */
async function openBelow(given: { log: Log; practice: PracticeHost; shell: ShellPort }): Promise<OpenDesk> {
  const { openDesk } = await import('./open-desk.ts');
  const resolveProxy = (url: string) => session.defaultSession.resolveProxy(url);
  return openDesk({ ...given, dataFolder, resolveProxy });
}

function shellPort(window: MainWindow): ShellPort {
  return {
    dialogs: fileDialogs(window.browserWindow),
    info: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
      dataFolder,
    }),
    pageReady: () => window.pageReady(),
    paste: () => window.paste(),
    takeOpenedFile: openedFiles.take,
    followPreferences: (preferences) => {
      nativeTheme.themeSource = preferences.appearance;
      background?.followPreferences(preferences);
    },
  };
}

function menuActions(window: MainWindow): MenuActions {
  return {
    command: (name) => window.tell('command', { name }),
    openWeevioCloud: () => openExternalLink(WEEVIO_CLOUD),
    showLog: () => shell.showItemInFolder(logFile),
  };
}
