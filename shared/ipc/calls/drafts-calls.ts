import { z } from 'zod';
import {
  confirmableKinds,
  draftEditSchema,
  draftSchema,
  draftStandingSchema,
  draftSummarySchema,
  templateNameSchema,
  templateSchema,
} from '../../drafts/draft.ts';
import { draftIdSchema, orderNumberSchema } from '../../ids.ts';
import { submissionSchema } from '../../outbox/submission.ts';
import { enteredFieldsSchema } from '../../pims/fields.ts';
import { openScanSchema } from '../../scanning/open-scan.ts';
import { nothing } from './common-inputs.ts';

/** Drafts, their templates, and the scanned codes that wait in them. */
export const draftsCalls = {
  /**
   * Drafts of the chosen connection that hold something and are not sent yet, newest edit first. `search` is looked for
   * in every value of the header and of the lines.
   */
  'drafts.list': {
    input: z.object({ search: z.string().max(200).exactOptional() }).strict(),
    output: z.array(draftSummarySchema),
  },
  /**
   * An empty draft: of a new order, or for `target`, an order in PIMS; then the one that is open for it already, if
   * there is one. `header` says whose order it is.
   */
  'drafts.create': {
    input: z
      .object({
        target: z
          .object({ orderNumber: orderNumberSchema, header: enteredFieldsSchema })
          .strict()
          .exactOptional(),
      })
      .strict(),
    output: draftSchema,
  },
  /** A new draft with the same content, but for its reference. */
  'drafts.duplicate': { input: z.object({ id: draftIdSchema }).strict(), output: draftSchema },
  'drafts.open': { input: z.object({ id: draftIdSchema }).strict(), output: draftSchema },
  /** Asked with every step of every submission while a draft is on the screen. */
  'drafts.standing': { input: z.object({ id: draftIdSchema }).strict(), output: draftStandingSchema },
  /** On disk when it answers. All edits or none. */
  'drafts.edit': {
    input: z.object({ id: draftIdSchema, edits: z.array(draftEditSchema).min(1).max(20_000) }).strict(),
    output: z.object({ updatedAt: z.string() }),
  },
  'drafts.remove': { input: z.object({ id: draftIdSchema }).strict(), output: nothing },
  /** Takes a removal back. */
  'drafts.restore': { input: z.object({ id: draftIdSchema }).strict(), output: nothing },
  /**
   * Checks, then queues in one transaction; a second call for the same draft is a `conflict`. So is a reference that
   * PIMS or another draft has already (`details.reason` is `duplicate-reference`). `confirmed` names what the person
   * submits knowingly.
   */
  'drafts.submit': {
    input: z
      .object({ id: draftIdSchema, confirmed: z.array(z.enum(confirmableKinds)).max(3).exactOptional() })
      .strict(),
    output: submissionSchema,
  },

  /** The scanned codes of a draft that are still to be resolved, the earliest first. */
  'scans.list': { input: z.object({ draftId: draftIdSchema }).strict(), output: z.array(openScanSchema) },
  /** On disk when it answers. One of the same code is replaced, and keeps its place. */
  'scans.keep': {
    input: z.object({ draftId: draftIdSchema, scan: openScanSchema.strict() }).strict(),
    output: nothing,
  },
  'scans.drop': {
    input: z.object({ draftId: draftIdSchema, code: openScanSchema.shape.code }).strict(),
    output: nothing,
  },

  /** Templates of the chosen connection, by name. */
  'templates.list': { input: nothing, output: z.array(templateSchema) },
  /** Keeps a copy of a draft's content, without its reference, under a name; one of the same name is replaced. */
  'templates.save': {
    input: z.object({ draftId: draftIdSchema, name: templateNameSchema }).strict(),
    output: templateSchema,
  },
  /** A new draft with the template's content. */
  'templates.start': { input: z.object({ id: draftIdSchema }).strict(), output: draftSchema },
  /** @throws `conflict` when there is one of that name */
  'templates.rename': {
    input: z.object({ id: draftIdSchema, name: templateNameSchema }).strict(),
    output: templateSchema,
  },
  'templates.remove': { input: z.object({ id: draftIdSchema }).strict(), output: nothing },
  /** Takes a removal back. */
  'templates.restore': { input: z.object({ id: draftIdSchema }).strict(), output: nothing },
} as const;
