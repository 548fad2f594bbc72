import { z } from 'zod';
import { connectionIdSchema, draftIdSchema, draftLineIdSchema, orderNumberSchema } from '../ids.ts';
import { enteredFieldsSchema, fieldNameSchema, pimsFieldsSchema, VALUE_LENGTH } from '../pims/fields.ts';

/** `open` can be edited; `queued` belongs to the outbox until it is sent or handed back. */
export const draftStates = ['open', 'queued', 'sent'] as const;
export type DraftState = (typeof draftStates)[number];

export const draftLineSchema = z.object({ id: draftLineIdSchema, fields: pimsFieldsSchema });
export type DraftLine = z.infer<typeof draftLineSchema>;

/** A draft, whole. Lines are in the order in which they will be sent. Times are ISO. */
export const draftSchema = z.object({
  id: draftIdSchema,
  connectionId: connectionIdSchema,
  state: z.enum(draftStates),
  header: pimsFieldsSchema,
  lines: z.array(draftLineSchema),
  /** The order that an earlier submission began, and the lines of it that PIMS has: they can't be edited here. */
  inPims: z.object({ orderNumber: orderNumberSchema, lineIds: z.array(draftLineIdSchema) }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Draft = z.infer<typeof draftSchema>;

/** What a list of drafts shows of one. */
export const draftSummarySchema = z.object({
  id: draftIdSchema,
  connectionId: connectionIdSchema,
  state: z.enum(draftStates),
  reference: z.string(),
  customerCode: z.string(),
  billingName: z.string(),
  lineCount: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type DraftSummary = z.infer<typeof draftSummarySchema>;

const valueSchema = z.string().max(VALUE_LENGTH);

/**
 * One edit of a draft. Edits are small on purpose: autosave writes a row, not the draft, and undo sends the
 * opposite edit. An empty value takes the field away.
 */
export const draftEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-header'), field: fieldNameSchema, value: valueSchema }),
  z.object({
    kind: z.literal('set-line'),
    lineId: draftLineIdSchema,
    field: fieldNameSchema,
    value: valueSchema,
  }),
  z.object({
    kind: z.literal('insert-line'),
    lineId: draftLineIdSchema,
    /** Null puts the line first. */
    after: draftLineIdSchema.nullable(),
    fields: enteredFieldsSchema,
  }),
  z.object({ kind: z.literal('delete-line'), lineId: draftLineIdSchema }),
]);
export type DraftEdit = z.infer<typeof draftEditSchema>;
