import { z } from 'zod';
import { connectionIdSchema, draftIdSchema, draftLineIdSchema, orderNumberSchema } from '../ids.ts';
import { enteredFieldsSchema, fieldNameSchema, pimsFieldsSchema, VALUE_LENGTH } from '../pims/fields.ts';

/** `open` can be edited; `queued` belongs to the outbox until it is sent or handed back. */
export const draftStates = ['open', 'queued', 'sent'] as const;
export type DraftState = (typeof draftStates)[number];

export const draftLineSchema = z.object({ id: draftLineIdSchema, fields: pimsFieldsSchema });
export type DraftLine = z.infer<typeof draftLineSchema>;

/** A change of a line that PIMS has: the line as the person saw it, and the fields that the person changed. */
export const draftChangeSchema = z.object({
  lineNumber: z.string().min(1).max(64),
  base: pimsFieldsSchema,
  fields: pimsFieldsSchema,
});
export type DraftChange = z.infer<typeof draftChangeSchema>;

/** Why PIMS refused a step of the draft's latest submission, after which it came back. */
export const refusalSchema = z.object({
  /** What PIMS said. */
  words: z.string(),
  /** What it was about. */
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('order') }),
    z.object({ kind: z.literal('line'), lineId: draftLineIdSchema }),
    z.object({ kind: z.literal('change'), lineNumber: z.string() }),
  ]),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** A draft, whole. Lines are in the order in which they will be sent. Times are ISO. */
export const draftSchema = z.object({
  id: draftIdSchema,
  connectionId: connectionIdSchema,
  state: z.enum(draftStates),
  header: pimsFieldsSchema,
  lines: z.array(draftLineSchema),
  /** The order in PIMS that the lines and changes are for; null for a new order. Its header can't be edited. */
  target: orderNumberSchema.nullable(),
  /** Changes of lines that the target has, by line number. */
  changes: z.array(draftChangeSchema),
  /** The name of a template; null for a draft. */
  templateName: z.string().nullable(),
  /** The reference that the order will carry when the person gives none. */
  ownReference: z.string(),
  /** The order that an earlier submission began, and the lines of it that PIMS has: they can't be edited here. */
  inPims: z.object({ orderNumber: orderNumberSchema, lineIds: z.array(draftLineIdSchema) }).nullable(),
  /** Null unless it came back because of it. */
  refusal: refusalSchema.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Draft = z.infer<typeof draftSchema>;

/** Where a draft stands: what becomes of it in the outbox. Its lines are left out, of which there may be 100,000. */
export const draftStandingSchema = draftSchema.pick({
  state: true,
  inPims: true,
  changes: true,
  refusal: true,
});
export type DraftStanding = z.infer<typeof draftStandingSchema>;

/** What a list of drafts shows of one. */
export const draftSummarySchema = z.object({
  id: draftIdSchema,
  connectionId: connectionIdSchema,
  state: z.enum(draftStates),
  /** As the person gave it; empty when they gave none. */
  reference: z.string(),
  /** The one that the order will carry then; empty for lines of an order that PIMS has. */
  ownReference: z.string(),
  customerCode: z.string(),
  billingName: z.string(),
  lineCount: z.number().int(),
  /** The order that it is for; null for a new one. */
  target: orderNumberSchema.nullable(),
  changeCount: z.number().int(),
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
  /** Changes a field of a line that the target has; the value that stands in `base` takes the change away. */
  z.object({
    kind: z.literal('change-line'),
    lineNumber: z.string().min(1).max(64),
    /** The line as the person sees it. Kept from the first change of the line on. */
    base: pimsFieldsSchema,
    field: fieldNameSchema,
    value: valueSchema,
  }),
]);
export type DraftEdit = z.infer<typeof draftEditSchema>;

/** A template: a draft that is started from. */
export const templateSchema = z.object({
  id: draftIdSchema,
  name: z.string(),
  customerCode: z.string(),
  billingName: z.string(),
  lineCount: z.number().int(),
  updatedAt: z.string(),
});
export type Template = z.infer<typeof templateSchema>;

export const templateNameSchema = z.string().trim().min(1, 'Give the template a name.').max(80);

/** What a person may knowingly submit although it is nearly always a slip. */
export const confirmableKinds = ['no-customer', 'no-lines', 'duplicate-reference'] as const;
export type Confirmable = (typeof confirmableKinds)[number];
