import { DeskError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { orderCompletions } from '../../shared/parts/match-parts.ts';
import type { Pack } from '../../shared/parts/pack.ts';
import { type Part, partKey } from '../../shared/parts/part.ts';
import { partsOfLabel, piecesOf, type ScannedPart } from '../../shared/parts/scanned-part.ts';
import { CODES_A_REQUEST } from '../../shared/pims/codes-a-request.ts';
import { barcodeForms } from '../../shared/scanning/barcode-forms.ts';
import { readScanned, type ScannedLabel } from '../../shared/scanning/read-scanned.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { PackRepository } from '../storage/part-packs.ts';
import type { PartRepository } from '../storage/parts.ts';
import { codesQuery, scannedQuery, searchQuery } from './part-queries.ts';
import type { PartQuestions } from './part-questions.ts';

/** Parts of the chosen connection. Those that ask PIMS throw as `PartQuestions.ask` does. */
export interface PartService {
  complete: DeskCall<'parts.complete'>;
  search: DeskCall<'parts.search'>;
  cancel: DeskCall<'parts.cancel'>;
  known: DeskCall<'parts.known'>;
  codes: DeskCall<'parts.codes'>;
  read: DeskCall<'parts.read'>;
  byBarcode: DeskCall<'parts.byBarcode'>;
}

interface PartServiceOptions {
  readonly questions: PartQuestions;
  readonly parts: PartRepository;
  readonly packs: Pick<PackRepository, 'byBarcodes'>;
  readonly chosen: () => ConnectionId;
  readonly clock: Clock;
}

export function createPartService(options: PartServiceOptions): PartService {
  const { questions, parts, packs, chosen, clock } = options;
  const searching = new Map<string, AbortController>();

  function cancel(ticket: string | undefined): void {
    if (ticket !== undefined) searching.get(ticket)?.abort();
  }

  async function readAnew(connection: ConnectionId, codes: readonly string[]): Promise<Part[]> {
    const found: Part[] = [];
    for (let at = 0; at < codes.length; at += CODES_A_REQUEST) {
      const batch = codes.slice(at, at + CODES_A_REQUEST);
      const answer = await questions.ask(connection, codesQuery(batch));
      const asked = new Set(batch.map(partKey));
      found.push(...answer.parts.filter(({ code }) => asked.has(partKey(code))));
    }
    return found;
  }

  function isYoung({ readAt }: Part, maxAgeMs: number): boolean {
    const ageMs = clock.now().getTime() - Date.parse(readAt);
    // One that was read in the future says that the clock was set, and nothing about its age.
    return ageMs >= 0 && ageMs < maxAgeMs;
  }

  async function ofPack(connection: ConnectionId, pack: Pack, label: ScannedLabel): Promise<ScannedPart> {
    const { partCode, quantity } = pack;
    const [known] = parts.byCodes(connection, [partCode]);
    const part = known ?? (await readIfReachable(connection, partCode));
    if (part === undefined) {
      const problem = `The table of barcodes says ${partCode}, and PIMS has no such part.`;
      return { kind: 'unknown', code: pack.barcode, problem };
    }
    const pieces = piecesOf(quantity, label.quantity);
    return { kind: 'found', partCode: part?.code ?? partCode, part, packQuantity: quantity, pieces };
  }

  /** Null when PIMS can't be asked, which is no reason to refuse a code of a person's own table. */
  async function readIfReachable(connection: ConnectionId, code: string): Promise<Part | null | undefined> {
    try {
      const [part] = await readAnew(connection, [code]);
      return part;
    } catch (cause) {
      if (cause instanceof DeskError) return null;
      throw cause;
    }
  }

  return {
    complete: async ({ text, limit }) => parts.complete(chosen(), text, limit),
    async search({ text, limit, ticket }) {
      const connection = chosen();
      cancel(ticket);
      const controller = new AbortController();
      if (ticket !== undefined) searching.set(ticket, controller);
      try {
        const query = searchQuery(text, limit);
        const { parts: found, isCut } = await questions.ask(connection, query, controller.signal);
        const best = orderCompletions(text, found, limit);
        // PIMS also finds what stands in the middle of a word.
        const others = found.filter((part) => !best.includes(part));
        return { parts: [...best, ...others].slice(0, limit), cut: isCut || found.length > limit };
      } finally {
        if (ticket !== undefined && searching.get(ticket) === controller) searching.delete(ticket);
      }
    },
    async cancel({ ticket }) {
      cancel(ticket);
      return {};
    },
    codes: async () => parts.codes(chosen()),
    known: async ({ codes }) => parts.byCodes(chosen(), codes),
    async read({ codes, maxAgeMs }) {
      const connection = chosen();
      const wanted = new Map(
        codes.filter((code) => partKey(code) !== '').map((code) => [partKey(code), code.trim()]),
      );
      const found = new Map<string, Part>();
      for (const part of parts.byCodes(connection, [...wanted.values()])) {
        if (isYoung(part, maxAgeMs)) found.set(partKey(part.code), part);
      }
      const missing = [...wanted].filter(([key]) => !found.has(key)).map(([, code]) => code);
      for (const part of await readAnew(connection, missing)) found.set(partKey(part.code), part);
      return {
        parts: [...wanted.keys()].flatMap((key) => found.get(key) ?? []),
        unknown: [...wanted].filter(([key]) => !found.has(key)).map(([, code]) => code),
      };
    },
    async byBarcode({ code }) {
      const connection = chosen();
      const label = readScanned(code);
      const { codes, problem } = label;
      const forms = codes.flatMap(barcodeForms);
      const [pack] = packs.byBarcodes(connection, forms);
      if (pack !== undefined) return ofPack(connection, pack, label);
      const seen = [...parts.byBarcodes(connection, forms), ...parts.byCodes(connection, codes)];
      const known = partsOfLabel(codes, seen);
      const found = known.length > 0 ? known : await askFor(connection, codes);
      const [part, ...others] = found;
      if (part === undefined) return { kind: 'unknown', code: codes[0] ?? code, problem };
      if (others.length > 0) return { kind: 'several', parts: [...found] };
      const pieces = piecesOf('1', label.quantity);
      return { kind: 'found', partCode: part.code, part, packQuantity: '1', pieces };
    },
  };

  async function askFor(connection: ConnectionId, codes: readonly string[]): Promise<readonly Part[]> {
    const answer = await questions.ask(connection, scannedQuery(codes));
    return partsOfLabel(codes, answer.parts);
  }
}
