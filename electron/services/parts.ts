import { DeskError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { orderCompletions } from '../../shared/parts/match-parts.ts';
import type { Pack } from '../../shared/parts/pack.ts';
import type { Part } from '../../shared/parts/part.ts';
import { partsOfLabel, piecesOf, type ScannedPart } from '../../shared/parts/scanned-part.ts';
import { barcodeForms } from '../../shared/scanning/barcode-forms.ts';
import { readScanned, type ScannedLabel } from '../../shared/scanning/read-scanned.ts';
import type { Clock } from '../clock.ts';
import type { DeskCall } from '../desk-call.ts';
import type { PackRepository } from '../storage/part-packs.ts';
import type { PartRepository } from '../storage/parts.ts';
import { scannedQuery, searchQuery } from './part-queries.ts';
import { createReadByCodes } from './read-by-codes.ts';
import type { RecordQuestions } from './record-questions.ts';
import { searchedFirst } from './searched-first.ts';
import { createTicketedSearches } from './ticketed-searches.ts';

/** Parts of the chosen connection. Those that ask PIMS throw as `RecordQuestions.ask` does. */
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
  readonly questions: RecordQuestions<Part>;
  readonly parts: PartRepository;
  readonly packs: Pick<PackRepository, 'byBarcodes'>;
  readonly chosen: () => ConnectionId;
  readonly clock: Clock;
}

export function createPartService(options: PartServiceOptions): PartService {
  const { questions, parts, packs, chosen, clock } = options;
  const searches = createTicketedSearches();
  const { read, readAnew } = createReadByCodes({ field: 'PART_CODE', questions, cache: parts, clock });

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
      const query = searchQuery(text, limit);
      const { records, isCut } = await searches.run(ticket, (signal) =>
        questions.ask(connection, query, signal),
      );
      const shown = searchedFirst(orderCompletions(text, records, limit), records, limit);
      return { parts: shown, cut: isCut || records.length > limit };
    },
    async cancel({ ticket }) {
      searches.cancel(ticket);
      return {};
    },
    codes: async () => parts.codes(chosen()),
    known: async ({ codes }) => parts.byCodes(chosen(), codes),
    async read(wanted) {
      const { found, unknown } = await read(chosen(), wanted);
      return { parts: found, unknown };
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
    return partsOfLabel(codes, answer.records);
  }
}
