import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { sessionMark } from '../../../scripts/desktop-session/marked-processes.mjs';
import { startDisplay } from '../../../scripts/desktop-session/services.mjs';

/**
 * Gives this worker's windows a display of their own: on one that workers share, each window that opens takes the focus
 * from the others'. It ends with the worker. On a person's own desktop there is only theirs.
 */
export async function openOwnDisplay(): Promise<void> {
  const session = process.env[sessionMark];
  if (session === undefined) return;
  const folder = await mkdtemp(join(session, 'display-'));
  Object.assign(process.env, await startDisplay(folder, process.env));
}
