import type { PracticeServer } from '../practice-server/practice-server.ts';
import type { PracticeHost } from '../services/pims-access.ts';

/**
 * Runs the practice server inside this process, once it is first needed: its code and its sample data are loaded then,
 * so that neither delays the window.
 */
export function createPracticeHost(stateFile: string): PracticeHost {
  let starting: Promise<PracticeServer> | undefined;
  return {
    async start() {
      starting ??= loadAndStart(stateFile);
      try {
        const { baseUrl, credentials } = await starting;
        return { baseUrl, ...credentials };
      } catch (error) {
        starting = undefined;
        throw error;
      }
    },
    async stop() {
      await (await starting)?.stop();
      starting = undefined;
    },
  };
}

async function loadAndStart(stateFile: string): Promise<PracticeServer> {
  const { createPracticeServer } = await import('../practice-server/practice-server.ts');
  return createPracticeServer({ stateFile });
}
