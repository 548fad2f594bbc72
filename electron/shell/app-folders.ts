import { join, resolve } from 'node:path';

/** What decides where Order Desk keeps its files. */
export interface FolderSurroundings {
  readonly platform: NodeJS.Platform;
  /** The value of `--user-data-dir`, or empty. */
  readonly givenUserData: string;
  /** The environment's LOCALAPPDATA. */
  readonly localAppData: string | undefined;
  /** Where Electron would keep them. */
  readonly defaultUserData: string;
  readonly appName: string;
}

/**
 * The folder for everything Order Desk keeps. On Windows it is the machine's local one: Electron's default would
 * roam, and give two machines one outbox.
 */
export function userDataFolder(around: FolderSurroundings): string {
  if (around.givenUserData !== '') return resolve(around.givenUserData);
  if (around.platform === 'win32' && around.localAppData !== undefined && around.localAppData !== '') {
    return join(around.localAppData, around.appName);
  }
  return around.defaultUserData;
}

/** Our own part of it, apart from Chromium's files: what a person backs up. */
export function dataFolderIn(userData: string): string {
  return join(userData, 'desk');
}

/** The log that is being written; one older file may lie beside it. */
export function logFileIn(dataFolder: string): string {
  return join(dataFolder, 'logs', 'main.log');
}

/** What the practice server remembers. */
export function practiceFileIn(dataFolder: string): string {
  return join(dataFolder, 'practice-server.jsonl');
}
