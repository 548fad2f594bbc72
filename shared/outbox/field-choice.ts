import { z } from 'zod';
import { fieldNameSchema, type PimsFields, VALUE_LENGTH } from '../pims/fields.ts';

/** What a field of a line is to have that somebody else changed too: what was typed, what PIMS has, or another value. */
export const fieldChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mine') }).strict(),
  z.object({ kind: z.literal('theirs') }).strict(),
  z.object({ kind: z.literal('other'), value: z.string().max(VALUE_LENGTH) }).strict(),
]);
export type FieldChoice = z.infer<typeof fieldChoiceSchema>;

/** By field; one without an entry is still to be chosen. */
export const fieldChoicesSchema = z.record(fieldNameSchema, fieldChoiceSchema);
export type FieldChoices = Readonly<Record<string, FieldChoice>>;

/**
 * What was typed for a line, with the other values that the person has typed since, for a change that goes back to its
 * draft: there nothing typed is lost, and what PIMS has is compared again.
 */
export function withTyped(fields: PimsFields, choices: FieldChoices): PimsFields {
  const typed = Object.entries(choices).flatMap(([field, choice]): [string, string][] =>
    choice.kind === 'other' && choice.value.trim() !== '' ? [[field, choice.value.trim()]] : [],
  );
  return { ...fields, ...Object.fromEntries(typed) };
}
