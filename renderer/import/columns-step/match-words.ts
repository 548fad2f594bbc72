import type { MappedField } from '../../../shared/import/columns/import-mapping.ts';
import { readField } from '../../../shared/import/columns/map-row.ts';
import type { ColumnMatch } from '../../../shared/import/columns/match-columns.ts';
import { requiredFields } from '../../../shared/import/fields/import-fields.ts';
import type { ColumnPlan } from '../session/import-snapshot.ts';

/** Why a field was proposed for a column; empty where the person chose it, or nothing was proposed. */
export function matchWords({ match }: ColumnMatch, isKept: boolean): string {
  if (match === null || !isKept) return '';
  switch (match.reason) {
    case 'exact':
      return 'by its name';
    case 'synonym':
      return 'by what it is called';
    case 'similar':
      return 'a guess, by a similar name';
    case 'values':
      return 'a guess, by its values';
  }
}

/** A text of a column as it stands, and what it is read as where that is another: “1,5 → 1.5”. */
export function readWords(field: MappedField, sample: string): string {
  const alone = { ...field, source: { kind: 'columns' as const, columns: [0], joiner: '' } };
  const { value, isMisread } = readField(alone, [sample]);
  if (isMisread) return `${sample} → not readable so`;
  return value === sample.trim() ? sample : `${sample} → ${value}`;
}

/** Where the mapping comes from; empty when the file itself told. */
export function planWords({ from, missing }: Pick<ColumnPlan, 'from' | 'missing'>): string {
  const columns = missing.length === 1 ? 'column' : 'columns';
  const lost = missing.length === 0 ? '' : ` This file has no ${columns} ${missing.join(', ')}.`;
  switch (from) {
    case 'proposed':
      return '';
    case 'remembered':
      return `As the last file with these headings was imported.${lost}`;
    default:
      return `As saved under “${from}”.${lost}`;
  }
}

/** The required fields that nothing goes into. */
export function missingFields({ mapping }: Pick<ColumnPlan, 'mapping'>): string[] {
  const lines = mapping.fields.filter(({ table }) => table === 'ORDER_LINEITEMS').map(({ field }) => field);
  // A line without a part has a description.
  return requiredFields.filter(
    (field) => !lines.includes(field) && !(field === 'PART_CODE' && lines.includes('DESCRIPTION')),
  );
}
