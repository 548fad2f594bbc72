import { z } from 'zod';
import { CODE_LENGTH } from '../../parts/pack.ts';

/** What a call takes, or answers, that needs or tells nothing. */
export const nothing = z.object({}).strict();

/** Codes of parts or customers. */
export const codes = z.array(z.string().max(CODE_LENGTH)).max(2_000);

/** Made by the caller, for one place where a person types. */
export const ticket = z.string().min(1).max(64);

/** A search in PIMS for what was typed; one under a ticket calls off the one before it under the same ticket. */
export const ticketedSearch = z
  .object({
    text: z.string().trim().min(1).max(CODE_LENGTH),
    limit: z.number().int().min(1).max(200),
    ticket: ticket.exactOptional(),
  })
  .strict();

/** Records by their codes; those read within the last `maxAgeMs` milliseconds are not read anew. */
export const readByCodes = z.object({ codes, maxAgeMs: z.number().min(0) }).strict();
