import { bestFirst } from '../search/best-first.ts';
import { beginWords, wordsOf } from '../search/words.ts';
import { type Part, partKey } from './part.ts';

/** Why a part is offered, the best reason first. */
export const matchKinds = ['code', 'barcode', 'code-start', 'code-middle', 'words'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** What a completion is looked for by, made once from what was typed. */
export interface TypedPart {
  /** As `partKey` gives it; empty when nothing was typed. */
  readonly key: string;
  readonly barcode: string;
  /** As `wordsOf` gives them. */
  readonly words: readonly string[];
}

type Matched = Pick<Part, 'code' | 'barcode' | 'description'>;

export function readTypedPart(text: string): TypedPart {
  return { key: partKey(text), barcode: text.trim(), words: wordsOf(text) };
}

/** The words by which a part is found: those of its code and of its description. */
export function wordsOfPart({ code, description }: Pick<Part, 'code' | 'description'>): string[] {
  return wordsOf(`${code} ${description ?? ''}`);
}

/** Null when the part has nothing to do with what was typed, in upper or lower case. */
export function matchPart(typed: TypedPart, part: Matched): MatchKind | null {
  if (typed.key === '') return null;
  const key = partKey(part.code);
  if (key === typed.key) return 'code';
  if (part.barcode === typed.barcode) return 'barcode';
  if (key.startsWith(typed.key)) return 'code-start';
  if (key.includes(typed.key)) return 'code-middle';
  return beginWords(typed.words, wordsOfPart(part)) ? 'words' : null;
}

/** The parts that match, best first and by code among equals, at most `limit`. */
export function orderCompletions<P extends Matched>(text: string, parts: Iterable<P>, limit: number): P[] {
  const typed = readTypedPart(text);
  return bestFirst(parts, matchKinds, (part) => matchPart(typed, part), limit);
}
