import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { FolderDesk } from '../../../electron/order-desk.ts';
import { makeFolder } from '../../make-folder.ts';
import { until } from './desk-under-test.ts';

export function databaseIn(folder: string): string {
  return join(folder, 'order-desk.db');
}

/** Turns bytes of a file over. */
export function flip(path: string, from: number, count: number): void {
  const bytes = readFileSync(path);
  for (let at = from; at < Math.min(from + count, bytes.length); at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}

const PAGE = 4_096;

/** Makes the first page of a table or an index nonsense. */
export function ruinRoot(path: string, name: string): void {
  const sqlite = new DatabaseSync(path, { readOnly: true });
  const row = sqlite.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name);
  sqlite.close();
  flip(path, (Number(row?.rootpage) - 1) * PAGE, PAGE);
}

/** Makes nonsense of every page on which a text stands. */
export function ruinPagesWith(path: string, text: string): void {
  const bytes = readFileSync(path);
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
    flip(path, Math.floor(at / PAGE) * PAGE, 200);
  }
}

/** A copy of a data folder as a power cut would leave it, also while it is in use. */
export function copyOf(folder: string): string {
  const copy = makeFolder();
  cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}

/** The lines of the witness that hold a text, once there are some. */
export async function witnessed(folder: string, ...texts: string[]): Promise<void> {
  await until(`the witness has ${texts.join(', ')}`, () => {
    const names = readdirSync(folder);
    if (!names.includes('witness.jsonl')) return false;
    const rows = readFileSync(join(folder, 'witness.jsonl'), 'utf8').split('\n');
    return rows.some((row) => texts.every((text) => row.includes(text)));
  });
}

export function damagedFolders(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('damaged-'));
}

/** What is missing, as a list shows it. */
export function missing(desk: FolderDesk): string[] {
  return (desk.findings.restored?.losses ?? [])
    .map(({ what, fate, reference }) => `${what} ${reference} ${fate}`)
    .sort();
}
