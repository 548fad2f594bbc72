import { z } from 'zod';

/*
 * Branded identifiers. A local id can never be passed where a PIMS order number belongs, nor the other way
 * round: in comparable systems local ids that leaked into server calls were a cause of lost orders.
 */

/** Id of a connection on this machine. */
export const connectionIdSchema = z.string().min(1).max(64).brand<'ConnectionId'>();
export type ConnectionId = z.infer<typeof connectionIdSchema>;

/** Id of a draft on this machine. */
export const draftIdSchema = z.string().min(1).max(64).brand<'DraftId'>();
export type DraftId = z.infer<typeof draftIdSchema>;

/** Id of one line of a draft on this machine; made by whoever adds the line. */
export const draftLineIdSchema = z.string().min(1).max(64).brand<'DraftLineId'>();
export type DraftLineId = z.infer<typeof draftLineIdSchema>;

/** Id of a submission in the outbox on this machine. */
export const submissionIdSchema = z.string().min(1).max(64).brand<'SubmissionId'>();
export type SubmissionId = z.infer<typeof submissionIdSchema>;

/** Id of an import on this machine; made by whoever begins it. The lines that it makes bear it in their ids. */
export const importIdSchema = z.uuid().brand<'ImportId'>();
export type ImportId = z.infer<typeof importIdSchema>;

/** A PIMS order number (`ORDER_NUMBER`), as PIMS writes it: text, not a number. */
export const orderNumberSchema = z.string().trim().min(1).max(64).brand<'OrderNumber'>();
export type OrderNumber = z.infer<typeof orderNumberSchema>;
