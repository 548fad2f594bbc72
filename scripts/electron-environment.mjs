import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCheckout } from './checkout.mjs';
import { PlainFailure } from './plain-failure.mjs';

/** Holds the fallback runtime and the note of why it is in use. Deleting it makes the next set-up try the official one again. */
export const runtimeFolder = inCheckout('.electron-runtime');
export const runtimeNote = join(runtimeFolder, 'runtime.json');

const electronPackage = inCheckout('node_modules', 'electron');

/**
 * @typedef {object} ElectronRuntime
 * @property {'official' | 'fallback'} kind
 * @property {string} version
 * @property {string} folder The unpacked runtime: what electron-builder calls electronDist.
 * @property {string} executable
 * @property {string} recipe What the fallback was made from; empty for the official one.
 */

/** The Electron version that package.json asks for, as installed in node_modules; undefined before node modules are. */
export function electronWanted() {
  return readJson(join(electronPackage, 'package.json'))?.version;
}

/** Whether the person has switched the fallback runtime off. */
export function fallbackSwitchedOff() {
  return !['', '0', undefined].includes(process.env.ORDER_DESK_NO_FALLBACK_RUNTIME);
}

/**
 * The Electron that is installed and to be used: the official one where it is there, else the fallback.
 * @returns {ElectronRuntime | undefined}
 */
export function runtimeInUse() {
  const wanted = electronWanted();
  return wanted === undefined ? undefined : (officialRuntime(wanted) ?? fallbackRuntime(wanted));
}

/**
 * Environment variables that make Playwright, the `electron` package and electron-vite use the runtime in use.
 * @returns {Record<string, string>}
 */
export function electronEnvironment() {
  const runtime = runtimeInUse();
  if (runtime === undefined) {
    throw new PlainFailure('The Electron runtime is not installed yet: run "npm run setup" first.');
  }
  return {
    ...(runtime.kind === 'fallback' ? { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder } : {}),
    ELECTRON_EXEC_PATH: runtime.executable,
    ELECTRON_MAJOR_VER: runtime.version.split('.')[0] ?? '',
  };
}

/**
 * The note that the set-up left when it installed the fallback for this version of Electron.
 * @param {string | undefined} wanted
 * @returns {{ version: string, electronWanted: string, officialFailure: string, recipe: string } | undefined}
 */
export function runtimeNoteFor(wanted) {
  const note = readJson(runtimeNote);
  return note?.electronWanted === wanted ? note : undefined;
}

/**
 * @param {string} wanted
 * @returns {ElectronRuntime | undefined}
 */
function officialRuntime(wanted) {
  const folder = join(electronPackage, 'dist');
  const program = readText(join(electronPackage, 'path.txt'));
  const version = readText(join(folder, 'version'))?.replace(/^v/, '');
  if (program === undefined || version !== wanted) return undefined;
  return { kind: 'official', version, folder, executable: join(folder, program), recipe: '' };
}

/**
 * @param {string} wanted
 * @returns {ElectronRuntime | undefined}
 */
function fallbackRuntime(wanted) {
  const note = runtimeNoteFor(wanted);
  if (note === undefined || fallbackSwitchedOff()) return undefined;
  const folder = join(runtimeFolder, note.version);
  const executable = join(folder, 'electron');
  if (!existsSync(executable)) return undefined;
  return { kind: 'fallback', version: note.version, folder, executable, recipe: note.recipe };
}

/** @param {string} file */
function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/**
 * @param {string} file
 * @returns {any}
 */
function readJson(file) {
  const text = readText(file);
  return text === undefined ? undefined : JSON.parse(text);
}
