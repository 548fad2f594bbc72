import { ImportSession } from './session/import-session.ts';

/** The import that is being worked on: there is one, and it outlives its screen. */
export const importSession = new ImportSession();
