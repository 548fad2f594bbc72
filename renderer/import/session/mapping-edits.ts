import type {
  CellReading,
  FieldSource,
  ImportMapping,
  MappedField,
} from '../../../shared/import/columns/import-mapping.ts';
import type { FieldName } from '../../../shared/import/fields/import-fields.ts';

/** Takes a column out of the field that it goes into; a field without columns is not imported. */
export function withoutColumn(mapping: ImportMapping, column: number): ImportMapping {
  const fields = mapping.fields.flatMap((field) => {
    if (field.source.kind === 'constant') return [field];
    const columns = field.source.columns.filter((one) => one !== column);
    return columns.length === 0 ? [] : [{ ...field, source: { ...field.source, columns } }];
  });
  return { ...mapping, fields };
}

/** Puts a column into a field. One that has columns already keeps them, and joins this one to them. */
export function withColumn(
  mapping: ImportMapping,
  column: number,
  { table, field }: FieldName,
  cell: CellReading,
): ImportMapping {
  const isThis = (one: FieldName): boolean => one.table === table && one.field === field;
  const present = mapping.fields.find(isThis);
  if (present?.source.kind === 'columns') {
    const source: FieldSource = { ...present.source, columns: [...present.source.columns, column] };
    return { ...mapping, fields: mapping.fields.map((one) => (isThis(one) ? { ...one, source } : one)) };
  }
  const source: FieldSource = { kind: 'columns', columns: [column], joiner: ' ' };
  const mapped = { table, field, source, cell, trim: true, whenBlank: present?.whenBlank ?? '' };
  return { ...mapping, fields: [...mapping.fields.filter((one) => !isThis(one)), mapped] };
}

/** Changes one field of a mapping. */
export function withField(
  mapping: ImportMapping,
  { table, field }: FieldName,
  change: Partial<MappedField>,
): ImportMapping {
  return {
    ...mapping,
    fields: mapping.fields.map((one) =>
      one.table === table && one.field === field ? { ...one, ...change } : one,
    ),
  };
}

/** Takes a field out of a mapping. */
export function withoutField(mapping: ImportMapping, { table, field }: FieldName): ImportMapping {
  return { ...mapping, fields: mapping.fields.filter((one) => one.table !== table || one.field !== field) };
}

/** Gives a field the same text in every row. */
export function withConstant(
  mapping: ImportMapping,
  { table, field }: FieldName,
  value: string,
): ImportMapping {
  const cell: CellReading = { kind: 'text', upperCase: false };
  const constant = {
    table,
    field,
    source: { kind: 'constant' as const, value },
    cell,
    trim: true,
    whenBlank: '',
  };
  const isThere = mapping.fields.some((one) => one.table === table && one.field === field);
  if (!isThere) return { ...mapping, fields: [...mapping.fields, constant] };
  return withField(mapping, { table, field }, constant);
}

/** The field that a column goes into. */
export function fieldOfColumn({ fields }: ImportMapping, column: number): MappedField | undefined {
  return fields.find(({ source }) => source.kind === 'columns' && source.columns.includes(column));
}
