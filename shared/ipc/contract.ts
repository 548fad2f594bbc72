import { z } from 'zod';
import {
  connectionInputSchema,
  connectionSchema,
  connectionTestSchema,
  secretPlaceSchema,
} from '../connections/connection.ts';
import { customerSchema } from '../customers/customer.ts';
import { dataFindingsSchema, dataSafetySchema } from '../data-safety/findings.ts';
import {
  confirmableKinds,
  draftEditSchema,
  draftSchema,
  draftStandingSchema,
  draftSummarySchema,
  templateNameSchema,
  templateSchema,
} from '../drafts/draft.ts';
import type { Result } from '../errors.ts';
import { MOST_NUMBERS, NUMBERS_PER_CALL, SHOPIFY_NUMBER_LENGTH } from '../fulfilment/order-numbers.ts';
import { shopifyOrderSchema } from '../fulfilment/shopify-record.ts';
import {
  connectionIdSchema,
  draftIdSchema,
  importIdSchema,
  orderNumberSchema,
  submissionIdSchema,
} from '../ids.ts';
import { namedMappingSchema, savedMappingSchema } from '../import/columns/import-mapping.ts';
import {
  draftPieceSchema,
  importedFileSchema,
  importRecordSchema,
  importTargetSchema,
} from '../import/import-record.ts';
import { orderSchema, savedSearchSchema } from '../orders/order.ts';
import { dayCheckSchema, dayPeriodSchema } from '../outbox/day-check.ts';
import { evidenceSchema } from '../outbox/evidence.ts';
import { fieldChoicesSchema } from '../outbox/field-choice.ts';
import { copyDecisions, folderCopySchema } from '../outbox/folder-copy.ts';
import { stepStandingSchema } from '../outbox/step-standing.ts';
import { journalEntrySchema, submissionSchema } from '../outbox/submission.ts';
import { CODE_LENGTH, enteredPackSchema, packSchema } from '../parts/pack.ts';
import { packImportSchema } from '../parts/pack-import.ts';
import { partSchema } from '../parts/part.ts';
import { scannedPartSchema } from '../parts/scanned-part.ts';
import { enteredFieldsSchema, pimsFieldsSchema, pimsTables } from '../pims/fields.ts';
import { orderQuerySchema } from '../pims/filters.ts';
import { preferencesPatchSchema, preferencesSchema } from '../preferences/preferences.ts';
import { openScanSchema, SCAN_LENGTH } from '../scanning/open-scan.ts';
import { deskStatusSchema } from '../status.ts';
import { monthSchema } from '../usage/month.ts';
import { usageMonthSchema } from '../usage/usage-month.ts';

/*
 * Every call that the renderer can make, with what goes in and what comes out. Adding a call is one entry here
 * and one handler in electron/ipc/. Calls never throw across: they answer a Result.
 */

const nothing = z.object({}).strict();
const codes = z.array(z.string().max(CODE_LENGTH)).max(2_000);
/** Made by the caller, for one place where a person types. */
const ticket = z.string().min(1).max(64);

export const contract = {
  /** Versions and places, for Settings and support. */
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      chrome: z.string(),
      node: z.string(),
      platform: z.string(),
      dataFolder: z.string(),
    }),
  },
  /** The page has drawn its first screen; the window is shown then. */
  'app.ready': { input: nothing, output: nothing },
  /**
   * Pastes into what has the focus in the page, as Ctrl+V does: the page itself may not read the clipboard. Nothing is pasted, and so
   * answered, while the person has the window not before them.
   */
  'app.paste': { input: nothing, output: z.object({ pasted: z.boolean() }) },

  'status.read': { input: nothing, output: deskStatusSchema },
  /** "Try now": ask PIMS again and wake the outbox. Costs one metered request. */
  'status.tryNow': { input: nothing, output: deskStatusSchema },

  /**
   * The requests of a connection, by default the chosen one, in a calendar month, by day, endpoint and purpose. Counted on this
   * machine; asks PIMS nothing.
   */
  'usage.month': {
    input: z.object({ connectionId: connectionIdSchema.exactOptional(), month: monthSchema }).strict(),
    output: usageMonthSchema,
  },

  'preferences.read': { input: nothing, output: preferencesSchema },
  'preferences.change': { input: preferencesPatchSchema.strict(), output: preferencesSchema },

  'connections.list': { input: nothing, output: z.array(connectionSchema) },
  'connections.save': {
    input: z.object({ connection: connectionInputSchema.strict(), keepSecretIn: secretPlaceSchema }).strict(),
    output: connectionSchema,
  },
  'connections.remove': { input: z.object({ id: connectionIdSchema }).strict(), output: nothing },
  'connections.choose': { input: z.object({ id: connectionIdSchema }).strict(), output: connectionSchema },
  /** Tries a connection as typed, saved or not. Costs at most one metered request. */
  'connections.test': { input: connectionInputSchema.strict(), output: connectionTestSchema },
  /** Asks the OS to unlock or try the keychain again for a connection whose secret could not be read. */
  'connections.unlock': { input: z.object({ id: connectionIdSchema }).strict(), output: connectionSchema },

  'network.read': {
    input: nothing,
    output: z.object({ caFile: z.string().nullable(), caSubjects: z.array(z.string()) }),
  },
  /** Opens the file dialog in the main process; the renderer never names a path. Null when it was cancelled. */
  'network.chooseCaFile': {
    input: nothing,
    output: z.object({ caFile: z.string().nullable(), caSubjects: z.array(z.string()) }),
  },
  'network.clearCaFile': {
    input: nothing,
    output: z.object({ caFile: z.string().nullable(), caSubjects: z.array(z.string()) }),
  },

  /** Orders of the chosen connection. `readAt` is an ISO time. */
  'orders.query': {
    input: orderQuerySchema.strict(),
    output: z.object({ orders: z.array(pimsFieldsSchema), readAt: z.string() }),
  },
  'orders.single': { input: z.object({ orderNumber: orderNumberSchema }).strict(), output: orderSchema },
  /** Field names seen so far in the chosen connection's records, the documented ones first. */
  'orders.fieldNames': {
    input: z.object({ table: z.enum(pimsTables) }).strict(),
    output: z.array(z.string()),
  },
  /** Opens the save dialog in the main process and writes a CSV. `savedAs` is null when it was cancelled. */
  'orders.exportCsv': {
    input: z
      .object({
        columns: z.array(z.string().max(64)).min(1).max(200),
        rows: z.array(pimsFieldsSchema).max(5_000),
      })
      .strict(),
    output: z.object({ savedAs: z.string().nullable() }),
  },

  /**
   * Parts of the chosen connection that match what was typed, best first: by code, barcode, or words of the description.
   * From what PIMS has shown before, at once; asks PIMS nothing.
   */
  'parts.complete': {
    input: z.object({ text: z.string().max(CODE_LENGTH), limit: z.number().int().min(1).max(50) }).strict(),
    output: z.array(partSchema),
  },
  /**
   * The same, from PIMS: one metered request. `cut` says that PIMS may have more. A search under a ticket calls off the one
   * before it under the same ticket, which is `cancelled` then.
   */
  'parts.search': {
    input: z
      .object({
        text: z.string().trim().min(1).max(CODE_LENGTH),
        limit: z.number().int().min(1).max(200),
        ticket: ticket.exactOptional(),
      })
      .strict(),
    output: z.object({ parts: z.array(partSchema), cut: z.boolean() }),
  },
  /** Calls the search under the ticket off, if there is one under way. */
  'parts.cancel': { input: z.object({ ticket }).strict(), output: nothing },
  /** Those of the codes that PIMS has shown before, however long ago. Asks PIMS nothing. */
  'parts.known': { input: z.object({ codes }).strict(), output: z.array(partSchema) },
  /** The codes of all parts that PIMS has shown before. */
  'parts.codes': { input: nothing, output: z.array(z.string()) },
  /**
   * Parts by their codes: those read within the last `maxAgeMs` milliseconds as they are, the others anew, one metered
   * request for each fifty. `unknown` are the codes that PIMS does not have.
   */
  'parts.read': {
    input: z.object({ codes, maxAgeMs: z.number().min(0) }).strict(),
    output: z.object({ parts: z.array(partSchema), unknown: z.array(z.string()) }),
  },
  /**
   * What a scanned code stands for (`Scan.code`): by the table of barcodes, by what PIMS has shown before, or else by asking
   * PIMS, one metered request.
   */
  'parts.byBarcode': {
    input: z.object({ code: z.string().min(1).max(SCAN_LENGTH) }).strict(),
    output: scannedPartSchema,
  },
  /** The table of barcodes of the chosen connection, by part. */
  'parts.packs': { input: nothing, output: z.array(packSchema) },
  /** One of the same barcode is replaced. */
  'parts.savePack': { input: enteredPackSchema.strict(), output: packSchema },
  'parts.removePack': {
    input: z.object({ barcode: z.string().trim().min(1).max(CODE_LENGTH) }).strict(),
    output: nothing,
  },
  /**
   * Opens the file dialog in the main process and takes a CSV over into the table of barcodes; the rows that are not in
   * order come back with their reasons. Null when it was cancelled.
   */
  'parts.importPacks': { input: nothing, output: packImportSchema.nullable() },

  /**
   * What PIMS has of Shopify orders, by the numbers as PIMS stores them: one metered request each. Whoever wants more than go
   * into one call asks in parts, shows what has come, and can stop between them. A number that could not be looked up says
   * why; it takes nothing from the others.
   */
  'shopify.lookup': {
    input: z
      .object({
        numbers: z.array(z.string().trim().min(1).max(SHOPIFY_NUMBER_LENGTH)).min(1).max(NUMBERS_PER_CALL),
      })
      .strict(),
    output: z.array(shopifyOrderSchema),
  },
  /** Writes looked-up orders, each perhaps under two forms of its number, as a CSV, a row for each part. `savedAs` is null when the save dialog was cancelled. */
  'shopify.exportCsv': {
    input: z
      .object({
        orders: z
          .array(shopifyOrderSchema)
          .min(1)
          .max(2 * MOST_NUMBERS),
      })
      .strict(),
    output: z.object({ savedAs: z.string().nullable() }),
  },

  /**
   * Customers of the chosen connection that match what was typed, best first: by code, name, e-mail, phone or city. From
   * what PIMS has shown before, at once; asks PIMS nothing. With nothing typed, those that it has shown last.
   */
  'customers.complete': {
    input: z.object({ text: z.string().max(CODE_LENGTH), limit: z.number().int().min(1).max(200) }).strict(),
    output: z.array(customerSchema),
  },
  /** Customers that match the filters, as `orders.query`: one metered request. `cut` says that PIMS may have more. */
  'customers.query': {
    input: orderQuerySchema.strict(),
    output: z.object({ customers: z.array(customerSchema), cut: z.boolean() }),
  },
  /** From PIMS: one metered request. `cut` and the ticket are those of `parts.search`. */
  'customers.search': {
    input: z
      .object({
        text: z.string().trim().min(1).max(CODE_LENGTH),
        limit: z.number().int().min(1).max(200),
        ticket: ticket.exactOptional(),
      })
      .strict(),
    output: z.object({ customers: z.array(customerSchema), cut: z.boolean() }),
  },
  /** Calls the search under the ticket off, if there is one under way. */
  'customers.cancel': { input: z.object({ ticket }).strict(), output: nothing },
  /** Customers by their codes, as `parts.read` reads parts: one metered request for each fifty that are read anew. */
  'customers.read': {
    input: z.object({ codes, maxAgeMs: z.number().min(0) }).strict(),
    output: z.object({ customers: z.array(customerSchema), unknown: z.array(z.string()) }),
  },

  'searches.list': { input: nothing, output: z.array(savedSearchSchema) },
  /** Saves under its name for the chosen connection; a search of the same name is replaced. */
  'searches.save': {
    input: savedSearchSchema.omit({ id: true }).strict(),
    output: savedSearchSchema,
  },
  'searches.remove': { input: z.object({ id: z.string().min(1).max(64) }).strict(), output: nothing },

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

  /**
   * Hands over some of what an import is to create; it waits until all is there. Another import's pieces take the place of
   * those of the one before.
   */
  'imports.stage': {
    input: z.object({ id: importIdSchema, pieces: z.array(draftPieceSchema).max(1_000) }).strict(),
    output: nothing,
  },
  /** Forgets what was handed over. */
  'imports.discard': { input: z.object({ id: importIdSchema }).strict(), output: nothing },
  /** Creates what was handed over, in one transaction: all of it or nothing. */
  'imports.create': {
    input: z.object({ id: importIdSchema, source: importedFileSchema, target: importTargetSchema }).strict(),
    output: importRecordSchema,
  },
  /** Imports of the chosen connection, newest first. */
  'imports.list': { input: nothing, output: z.array(importRecordSchema) },
  /** Those of files with the same content, without what was undone. */
  'imports.ofContent': {
    input: z.object({ contentHash: importedFileSchema.shape.contentHash }).strict(),
    output: z.array(importRecordSchema),
  },
  /** The drafts of an import that can be submitted, in the order of the file. */
  'imports.openDrafts': {
    input: z.object({ id: importIdSchema }).strict(),
    output: z.array(draftIdSchema),
  },
  /**
   * Removes the drafts that an import made, or the lines that it added; a removed draft can be taken back. A `conflict` once
   * something of it was submitted.
   */
  'imports.undo': { input: z.object({ id: importIdSchema }).strict(), output: importRecordSchema },
  /** Mappings of columns that were given a name, by name; and what was done with files of these headings the last time. */
  'imports.mappings': {
    input: savedMappingSchema.pick({ headings: true }).strict(),
    output: z.object({ named: z.array(namedMappingSchema), remembered: savedMappingSchema.nullable() }),
  },
  /** Keeps a mapping under its name; one of the same name is replaced. */
  'imports.saveMapping': { input: namedMappingSchema.strict(), output: nothing },
  'imports.removeMapping': { input: namedMappingSchema.pick({ name: true }).strict(), output: nothing },
  /** Remembers a mapping for the next file with the same headings. */
  'imports.rememberMapping': { input: savedMappingSchema.strict(), output: nothing },
  /** The file that a person opened Order Desk with, which `import.opened` told of; null when there is none. Given once. */
  'imports.takeOpened': {
    input: nothing,
    output: z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }).nullable(),
  },
  /** Opens the save dialog in the main process and writes a file. `savedAs` is null when it was cancelled. */
  'imports.saveFile': {
    input: z
      .object({ suggestedName: z.string().regex(/^[^/\\]{1,255}$/), bytes: z.instanceof(Uint8Array) })
      .strict(),
    output: z.object({ savedAs: z.string().nullable() }),
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

  /** What was submitted in a period, beside what the latest run for the same period found in PIMS. Asks PIMS nothing. */
  'dayCheck.plan': { input: dayPeriodSchema, output: dayCheckSchema },
  /**
   * Asks PIMS for the orders of a period, one metered request each; answers when that is done or called off. `agreed` is
   * the number of requests that the person has agreed to: more than that, and more than a hundred, are a `conflict`. So is
   * a second run at the same time. `onlyUnchecked` leaves out what the latest run has an answer for.
   */
  'dayCheck.run': {
    input: dayPeriodSchema.extend({ agreed: z.number().int().min(0), onlyUnchecked: z.boolean() }).strict(),
    output: dayCheckSchema,
  },
  /** Calls the run off; what was checked by then stays. */
  'dayCheck.cancel': { input: nothing, output: nothing },
  /** Writes the rows of `dayCheck.plan` as a CSV. `savedAs` is null when the save dialog was cancelled. */
  'dayCheck.export': { input: dayPeriodSchema, output: z.object({ savedAs: z.string().nullable() }) },
  /** What was found to be wrong with the data at a start, the newest, also when it was read; null when nothing ever was. */
  'data.findings': { input: nothing, output: dataFindingsSchema.nullable() },
  /** The person has read it. */
  'data.acknowledge': { input: nothing, output: nothing },
  'data.safety': { input: nothing, output: dataSafetySchema },
  /** Backs up now. */
  'data.backUp': { input: nothing, output: dataSafetySchema },
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
/** What a caller passes. */
export type CallInput<C extends Channel> = z.input<Contract[C]['input']>;
/** What a handler receives, checked. */
export type CheckedInput<C extends Channel> = z.output<Contract[C]['input']>;
export type CallOutput<C extends Channel> = z.output<Contract[C]['output']>;

/** What main tells the renderer without being asked. Payloads are small; screens read again what they show. */
export interface DeskEvents {
  'status.changed': z.infer<typeof deskStatusSchema>;
  'connections.changed': Record<string, never>;
  'drafts.changed': { readonly id: z.infer<typeof draftIdSchema> };
  'outbox.changed': { readonly id: z.infer<typeof submissionIdSchema> };
  /** Changed by something else than the page: an answer to one of the system's dialogs. */
  'preferences.changed': z.infer<typeof preferencesSchema>;
  /** How far the day check is; null when it has ended. */
  'day-check.progress': Pick<z.infer<typeof dayCheckSchema>, 'running'>;
  /** Order Desk was opened with a file: the page takes it by `imports.takeOpened`. */
  'import.opened': Record<string, never>;
  /** A menu item was chosen; the renderer acts. */
  command: { readonly name: MenuCommand };
}
export type DeskEventName = keyof DeskEvents;

/** Commands that the application menu and the command palette share. */
export const menuCommands = [
  'new-order',
  'go-orders',
  'go-drafts',
  'go-outbox',
  'go-import',
  'go-settings',
  'open-palette',
  'find',
  'submit',
  'toggle-appearance',
  'show-shortcuts',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What the preload puts on `window.orderDesk`: the whole bridge. */
export interface OrderDeskBridge {
  call<C extends Channel>(channel: C, input: CallInput<C>): Promise<Result<CallOutput<C>>>;
  /** Subscribes; the answer unsubscribes. */
  on<E extends DeskEventName>(event: E, listener: (payload: DeskEvents[E]) => void): () => void;
}
