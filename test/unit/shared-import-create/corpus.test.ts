import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { groupRows } from '../../../shared/import/check/group-rows.ts';
import { checkImport } from '../../../shared/import/check/import-check.ts';
import { matchColumns } from '../../../shared/import/columns/match-columns.ts';
import { proposeGrouping, proposeMapping } from '../../../shared/import/columns/propose-mapping.ts';
import { planImport } from '../../../shared/import/create/plan-import.ts';
import { importFields } from '../../../shared/import/fields/import-fields.ts';
import { detectFile } from '../../../shared/import/file/detect-reading.ts';
import { readTextTable } from '../../../shared/import/file/read-table.ts';
import { usualPriceList } from '../../../shared/usage/pricing.ts';

/*
 * Files as programs make them, each with what has to come of it when nobody changes a thing. Beside each file stands a
 * JSON of the same name.
 */
const folder = join(import.meta.dirname, '../../fixtures/csv');

const expectedSchema = z.union([
  z.strictObject({ refused: z.string() }),
  z.strictObject({
    source: z.object({
      encoding: z.string(),
      delimiter: z.string(),
      hasMark: z.boolean().default(false),
      headingLine: z.number().nullable(),
    }),
    columns: z.array(z.string().nullable()),
    /** The fields of each row, of its line and its order. */
    rows: z.array(z.record(z.string(), z.string())),
    titles: z.number().default(0),
    totals: z.number().default(0),
    findings: z.array(z.string()).default([]),
    questions: z.array(z.string()).default([]),
    groupBy: z.array(z.number()).nullable().default(null),
    orders: z.number().default(1),
    /** Kinds of problems by line; rows without any are left out. */
    problems: z.record(z.string(), z.array(z.string())).default({}),
  }),
]);

const fields = importFields({ ORDERS: [], ORDER_LINEITEMS: ['UNIT_PRICE'] });

/** All that the import makes of a file by itself. */
async function importFile(bytes: Uint8Array<ArrayBuffer>): Promise<z.infer<typeof expectedSchema>> {
  const file = detectFile(bytes, true);
  if (!file.ok) return { refused: file.refusal.code };
  if (file.kind === 'workbook') throw new Error('A workbook is no part of this corpus.');
  const { reading } = file.detected;
  const answer = await readTextTable(new Blob([bytes]).stream(), reading);
  if (!answer.ok) return { refused: answer.refusal.code };
  const { table } = answer;
  const matches = matchColumns(table, fields);
  const { mapping, questions } = proposeMapping(table, matches, fields);
  const groupBy = proposeGrouping(table, mapping);
  const { rows } = checkImport(table, { ...mapping, groupBy: groupBy ?? [] }, { duplicates: 'keep' });
  const plan = planImport(rows, {
    target: 'new-drafts',
    duplicates: 'keep',
    totals: table.totals.length,
    requestsThisMonth: 0,
    prices: usualPriceList,
  });
  expect(plan.rows.created + plan.rows.rejected + plan.rows.leftOut).toBe(plan.rows.read);
  const { encoding, delimiter, hasMark } = reading.source;
  return {
    source: { encoding, delimiter, hasMark, headingLine: reading.headingLine },
    columns: matches.map(({ match }) => match?.field ?? null),
    rows: rows.map((row) => ({ ...row.fields, ...row.order })),
    titles: table.titles.length,
    totals: table.totals.length,
    findings: table.findings.map(({ kind }) => kind),
    questions: questions.map(({ field }) => field),
    groupBy,
    orders: groupRows(rows).length,
    problems: Object.fromEntries(
      rows
        .filter(({ problems }) => problems.length > 0)
        .map(({ line, problems }) => [line, problems.map(({ kind }) => kind)]),
    ),
  };
}

describe('the corpus', () => {
  const files = readdirSync(folder).filter((name) => extname(name) !== '.json');

  it.each(files)('%s comes out as it should', async (name) => {
    const expected: unknown = JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.json')), 'utf8'));
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    expect(await importFile(bytes)).toEqual(expectedSchema.parse(expected));
  });
});
