import { partKey } from '../../../shared/parts/part.ts';
import { callDesk } from '../../bridge/call.ts';
import type { ImportSession } from '../session/import-session.ts';

/** Codes that are looked up at once. */
const CODES_AT_ONCE = 2_000;

/** Checks rows against the parts that PIMS has shown before, which costs nothing. What is not among them stays unasked. */
export async function answerFromCache(session: ImportSession): Promise<void> {
  const codes = (await session.questions()).parts.flat();
  for (let from = 0; from < codes.length; from += CODES_AT_ONCE) {
    const known = await callDesk('parts.known', { codes: codes.slice(from, from + CODES_AT_ONCE) });
    if (known.length === 0) continue;
    const parts = new Map(known.map((part) => [partKey(part.code), part]));
    await session.answer({ parts, customers: new Map() });
  }
}
