import { z } from 'zod';
import { connectionIdSchema, submissionIdSchema } from '../../ids.ts';
import { evidenceSchema } from '../../outbox/evidence.ts';
import { fieldChoicesSchema } from '../../outbox/field-choice.ts';
import { copyDecisions, folderCopySchema } from '../../outbox/folder-copy.ts';
import { stepStandingSchema } from '../../outbox/step-standing.ts';
import { journalEntrySchema, submissionSchema } from '../../outbox/submission.ts';
import { enteredFieldsSchema } from '../../pims/fields.ts';
import { nothing } from './common-inputs.ts';

/** Submissions on their way to PIMS. */
export const outboxCalls = {
  /** Submissions of all connections, newest first: all that is not finished, and the newest of what is. */
  'outbox.list': { input: nothing, output: z.array(submissionSchema) },
  /**
   * Finished submissions, also those that the list leaves out: the newest that have the text in their reference, customer
   * code or order number, none when it is blank; and the one of the id, where one is given.
   */
  'outbox.older': {
    input: z.object({ text: z.string().max(200), id: submissionIdSchema.nullable() }).strict(),
    output: z.array(submissionSchema),
  },
  'outbox.journal': {
    input: z.object({ id: submissionIdSchema }).strict(),
    output: z.array(journalEntrySchema),
  },
  /**
   * Writes the journal of a submission with all that was sent and answered as JSON, without secrets. Opens the save
   * dialog in the main process. `savedAs` is null when it was cancelled.
   */
  'outbox.exportJournal': {
    input: z.object({ id: submissionIdSchema }).strict(),
    output: z.object({ savedAs: z.string().nullable() }),
  },
  /** What a person needs to decide about a submission that needs attention; null when there is nothing to decide. */
  'outbox.evidence': {
    input: z.object({ id: submissionIdSchema }).strict(),
    output: evidenceSchema.nullable(),
  },
  /** Where each step of a submission stands, in the order in which they go. */
  'outbox.steps': {
    input: z.object({ id: submissionIdSchema }).strict(),
    output: z.array(stepStandingSchema),
  },
  /** What a person has chosen so far for a change that met somebody else's, and has not sent. */
  'outbox.choices': {
    input: z.object({ id: submissionIdSchema }).strict(),
    output: fieldChoicesSchema,
  },
  /** Keeps it, on disk when it answers. A `conflict` when there is no such change to decide about. */
  'outbox.keepChoices': {
    input: z.object({ id: submissionIdSchema, choices: fieldChoicesSchema }).strict(),
    output: nothing,
  },
  /** "It is this one": the step arrived as the candidate with that id. */
  'outbox.adopt': {
    input: z.object({ id: submissionIdSchema, candidate: z.string().min(1).max(64) }).strict(),
    output: submissionSchema,
  },
  /**
   * "It isn't there, send it": looks once more and sends when there is nothing new. `confirmed` says that none of the
   * candidates shown is it; without it, a submission with candidates is a `conflict`.
   */
  'outbox.sendAgain': {
    input: z.object({ id: submissionIdSchema, confirmed: z.boolean() }).strict(),
    output: submissionSchema,
  },
  /** "Take it as it is": an order that is in PIMS in another form counts as sent. */
  'outbox.accept': { input: z.object({ id: submissionIdSchema }).strict(), output: submissionSchema },
  /**
   * For a change that met somebody else's: the values to send for the line, in place of those that were to be sent. An
   * empty record leaves the line as PIMS has it.
   */
  'outbox.settleLine': {
    input: z.object({ id: submissionIdSchema, values: enteredFieldsSchema }).strict(),
    output: submissionSchema,
  },
  /**
   * Calls a submission off: back to its draft, at once or after the step under way, once it is known whether that arrived.
   * What PIMS has by then stays there, and the draft goes on with it. `confirmed` says that none of the candidates shown
   * is it; without it, a submission with candidates is a `conflict`.
   */
  'outbox.withdraw': {
    input: z.object({ id: submissionIdSchema, confirmed: z.boolean() }).strict(),
    output: submissionSchema,
  },
  /** Pauses one submission after the step under way, or lets it go on. */
  'outbox.pause': {
    input: z.object({ id: submissionIdSchema, paused: z.boolean() }).strict(),
    output: submissionSchema,
  },
  /** Pauses everything of a connection, also what is submitted later, or lets it go on. */
  'outbox.pauseConnection': {
    input: z.object({ connectionId: connectionIdSchema, paused: z.boolean() }).strict(),
    output: nothing,
  },
  /**
   * Wakes what is `waiting` or `held`, of one connection or of all. Never sends a step again whose outcome is unknown, and
   * never wakes what a person paused.
   */
  'outbox.wake': {
    input: z.object({ connectionId: connectionIdSchema.exactOptional() }).strict(),
    output: nothing,
  },
  /** Whether the data folder is, or may be, a copy of one that sends elsewhere; null when it is not. */
  'outbox.copy': { input: nothing, output: folderCopySchema.nullable() },
  /**
   * What is to become of a copy's queue: `go-on` sends from here what PIMS has not got; `take-back` takes everything back to
   * its draft, since the other one sends it.
   */
  'outbox.decideCopy': {
    input: z.object({ decision: z.enum(copyDecisions) }).strict(),
    output: nothing,
  },
  /** What the last run left, counted when this one began. Told once: asked again, it is nothing. */
  'outbox.leftOver': {
    input: nothing,
    output: z.object({ waiting: z.number().int(), needsAttention: z.number().int() }),
  },
} as const;
