import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Preferences } from '../../shared/preferences/preferences.ts';

/** What handlers need of the desktop around them; the shell provides it, tests provide their own. */
export interface ShellPort {
  readonly dialogs: FileDialogs;
  /** Versions and places of the running application. */
  info(): CallOutput<'app.info'>;
  /** The page has drawn its first screen: the window may be shown, and events may be sent. */
  pageReady(): void;
  /** Pastes into what has the focus in the page. False, and nothing pasted, while the person has the window not before them. */
  paste(): boolean;
  /** The file that a person opened Order Desk with; null when there is none. Given once. */
  takeOpenedFile(): Promise<CallOutput<'imports.takeOpened'>>;
  /** The person has chosen otherwise: title bar, native menus and the tray follow. */
  followPreferences(preferences: Preferences): void;
}

/** The system's file dialogs. The page never names a path: a person chooses it here. */
export interface FileDialogs {
  /** Asks where to save. Null when it was cancelled. */
  chooseFileToSave(request: SaveRequest): Promise<string | null>;
  /** Asks for a file to read. Null when it was cancelled. */
  chooseFileToOpen(request: { title: string; kind: FileKind }): Promise<string | null>;
}

export interface SaveRequest {
  readonly title: string;
  /** The name that the dialog offers. */
  readonly fileName: string;
  readonly kind: FileKind;
}

export interface FileKind {
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
}
