import { compactHeading } from '../fields/compact-heading.ts';
import type { ImportMapping, SavedMapping } from './import-mapping.ts';

/** What a mapping is remembered under: files with the same headings in the same order have the same signature. */
export function headerSignature(headings: readonly string[]): string {
  return headings.map(compactHeading).join('|');
}

/** A mapping made to fit other headings, and those of its columns that are not there. */
export interface FittedMapping {
  readonly mapping: ImportMapping;
  readonly missing: readonly string[];
}

/**
 * Fits a saved mapping to a file whose columns may stand elsewhere, by their headings. A field that has lost a column is
 * left out; the person sees which.
 */
export function fitMapping(
  { headings: saved, mapping }: SavedMapping,
  headings: readonly string[],
): FittedMapping {
  const places = new Map<string, number>();
  for (const [column, heading] of headings.entries()) {
    const name = compactHeading(heading);
    if (!places.has(name)) places.set(name, column);
  }
  const isSame = headerSignature(saved) === headerSignature(headings);
  const missing = new Set<string>();
  const placeOf = (column: number): number | null => {
    if (isSame) return column;
    const heading = saved[column] ?? '';
    const place = places.get(compactHeading(heading));
    if (place === undefined) missing.add(heading);
    return place ?? null;
  };
  const allPlaces = (columns: readonly number[]): number[] | null => {
    const found = columns.map(placeOf);
    return found.every((place) => place !== null) ? found : null;
  };
  const fields = mapping.fields.flatMap((field) => {
    if (field.source.kind === 'constant') return [field];
    const columns = allPlaces(field.source.columns);
    return columns === null ? [] : [{ ...field, source: { ...field.source, columns } }];
  });
  return { mapping: { fields, groupBy: allPlaces(mapping.groupBy) ?? [] }, missing: [...missing] };
}
