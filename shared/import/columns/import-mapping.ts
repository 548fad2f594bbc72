import { z } from 'zod';
import { FIELD_NAME_LENGTH, fieldNameSchema, pimsTables, VALUE_LENGTH } from '../../pims/fields.ts';
import { dateReadingSchema } from './date-reading.ts';
import { numberReadingSchema } from './number-reading.ts';

const columnSchema = z.number().int().min(0).max(16_384);

/** Where the value of a field comes from: one column, several joined in this order, or the same text in every row. */
export const fieldSourceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('columns'),
    columns: z.array(columnSchema).min(1).max(20),
    joiner: z.string().max(20),
  }),
  z.object({ kind: z.literal('constant'), value: z.string().max(VALUE_LENGTH) }),
]);
export type FieldSource = z.infer<typeof fieldSourceSchema>;

/** How the text of a field is read. One for the whole column, so that no row is read in another way than the next. */
export const cellReadingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), upperCase: z.boolean() }),
  z.object({ kind: z.literal('number'), reading: numberReadingSchema }),
  z.object({ kind: z.literal('date'), reading: dateReadingSchema }),
]);
export type CellReading = z.infer<typeof cellReadingSchema>;

export const mappedFieldSchema = z.object({
  table: z.enum(pimsTables),
  field: fieldNameSchema.max(FIELD_NAME_LENGTH),
  source: fieldSourceSchema,
  cell: cellReadingSchema,
  /** Takes blanks off both ends. */
  trim: z.boolean(),
  /** What a blank cell stands for, such as a quantity of 1; empty for nothing. */
  whenBlank: z.string().max(VALUE_LENGTH),
});
export type MappedField = z.infer<typeof mappedFieldSchema>;

/**
 * What becomes of the columns of a file. A column that no field takes is not imported; no field is taken twice. Rows with
 * the same cells in all columns of `groupBy` belong to one order; without any, all rows belong to one.
 */
export const importMappingSchema = z
  .object({
    fields: z.array(mappedFieldSchema).max(300),
    groupBy: z.array(columnSchema).max(10),
  })
  .refine(
    ({ fields }) => new Set(fields.map(({ table, field }) => `${table}.${field}`)).size === fields.length,
    {
      message: 'Two columns are imported into one field. Choose one, or join them.',
    },
  );
export type ImportMapping = z.infer<typeof importMappingSchema>;

/** A mapping with the headings it was made for. */
export const savedMappingSchema = z.object({
  headings: z.array(z.string().max(VALUE_LENGTH)).max(16_384),
  mapping: importMappingSchema,
});
export type SavedMapping = z.infer<typeof savedMappingSchema>;

/** One that a person gave a name. */
export const namedMappingSchema = savedMappingSchema.extend({
  name: z.string().trim().min(1, 'Give the mapping a name.').max(80),
});
export type NamedMapping = z.infer<typeof namedMappingSchema>;
