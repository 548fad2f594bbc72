import { z } from 'zod';
import { connectionIdSchema } from '../ids.ts';
import { fieldNameSchema } from '../pims/fields.ts';

/** The field by which an order is found again, unless the connection names another. */
export const REFERENCE_FIELD = 'REFERENCE_NUMBER';

/** More lines of one order at once do not make PIMS faster. */
export const MOST_LINES_IN_FLIGHT = 8;

/**
 * How long a request may still be applied after the connection broke, in seconds. What has not shown by then counts as
 * never arrived, so that too short a time may double an order.
 */
export const settleLimits = { least: 5, usual: 60, most: 900 } as const;

/** How a connection sends until a person says otherwise. */
export const usualSending = {
  referenceField: REFERENCE_FIELD,
  linesInFlight: 1,
  settleSeconds: settleLimits.usual,
} as const;

/** `practice` is the server that Order Desk brings along; people add `test` and `live` ones. */
export const connectionKinds = ['practice', 'test', 'live'] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** Where a connection's secret is. The secret itself never leaves the main process. */
export const secretKeepings = ['keychain', 'memory', 'missing'] as const;
export type SecretKeeping = (typeof secretKeepings)[number];

/** One PIMS tenant as the renderer may know it: everything but the secret. */
export const connectionSchema = z.object({
  id: connectionIdSchema,
  name: z.string(),
  /** Normalised: origin and any path before `/tenant/api/pims/v1`, no trailing slash. Empty for the practice server. */
  baseUrl: z.string(),
  teamId: z.string(),
  apiId: z.string(),
  kind: z.enum(connectionKinds),
  secret: z.enum(secretKeepings),
  chosen: z.boolean(),
  /** The field of an order that carries its reference, by which it is found again. */
  referenceField: z.string(),
  /** How many lines of one order are sent at once. Above 1, PIMS may have them in another order. */
  linesInFlight: z.number().int(),
  /** Within so many seconds after a connection broke, a request that was on its way may still be applied. */
  settleSeconds: z.number().int(),
  /** When a person paused the sending, ISO; null while it is not. */
  pausedAt: z.string().nullable(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** What a person fills in to add or change a connection. An absent `secret` leaves the kept one alone. */
export const connectionInputSchema = z.object({
  id: connectionIdSchema.optional(),
  name: z.string().trim().min(1, 'Give the connection a name.').max(80),
  baseUrl: z.string().trim().min(1, 'Enter the address of the PIMS server.').max(500),
  teamId: z.string().trim().min(1, 'Enter the team ID.').max(200),
  apiId: z.string().trim().min(1, 'Enter the API ID.').max(500),
  kind: z.enum(['test', 'live']),
  secret: z.string().min(1).max(20_000).optional(),
  referenceField: fieldNameSchema.default(usualSending.referenceField),
  linesInFlight: z.number().int().min(1).max(MOST_LINES_IN_FLIGHT).default(usualSending.linesInFlight),
  settleSeconds: z
    .number()
    .int()
    .min(settleLimits.least, `Not less than ${settleLimits.least} seconds.`)
    .max(settleLimits.most, `Not more than ${settleLimits.most} seconds.`)
    .default(usualSending.settleSeconds),
});
export type ConnectionInput = z.infer<typeof connectionInputSchema>;

/** The keychain is the rule; `memory` (until quitting) is the only fallback, and the person has to choose it. */
export const secretPlaceSchema = z.enum(['keychain', 'memory']);

/** The outcome of "Test connection", in words. */
export const connectionTestSchema = z.object({
  ok: z.boolean(),
  /** What was found, in plain words. */
  message: z.string(),
  /** What to do about it; empty when all is well. */
  advice: z.string(),
  /** Lines of evidence: host that answered, certificate subject and issuer, status … */
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;
