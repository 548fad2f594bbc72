import { z } from 'zod';

/** What can be wrong with the keychain of the system. */
export const keychainCodes = [
  /** No keychain service. `details.package` names what to install where we know. */
  'keychain-unavailable',
  'keychain-locked',
  'keychain-cancelled',
  'keychain-denied',
  'keychain-full',
  'keychain-secret-too-long',
  /** What was read back is not what was written. */
  'keychain-mismatch',
] as const;
export type KeychainCode = (typeof keychainCodes)[number];

/** Every way in which a call can fail, as the renderer sees it. The first six are the PIMS client's (docs: architecture). */
export const errorCodes = [
  /** Nothing was sent: DNS, connection refused, TLS failure, offline. */
  'unreachable',
  /** It may or may not have been applied: timeout, reset, 5xx, an answer that is no answer. */
  'unknown-outcome',
  /** PIMS said no (400). `message` carries its words. */
  'rejected',
  /** Wrong API ID, secret, or no keys for the tenant (401). */
  'unauthorized',
  /** 429. `details.retryAfterMs` says how long to wait. */
  'rate-limited',
  /** Somebody else answered in PIMS's place: proxy, sign-in page, block page, redirect. `details.host` names it. */
  'not-pims',
  /** The caller withdrew the request. */
  'cancelled',
  /** The connection has no secret on this machine. */
  'secret-missing',
  ...keychainCodes,
  /** The input of a call is not what the contract asks for. */
  'invalid-input',
  /** The call came from a frame that is not ours. */
  'forbidden',
  /** There is no such record on this machine or in PIMS. */
  'not-found',
  /** The record is in a state that does not allow it, e.g. a draft that is queued already. */
  'conflict',
  /** A defect of ours. The log has the rest. */
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Most of the program need not know what exactly is wrong with the keychain. A switch after this lacks those cases. */
export function isKeychainCode(code: ErrorCode): code is KeychainCode {
  return keychainCodes.some((one) => one === code);
}

export const errorDetailsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);
export type ErrorDetails = z.infer<typeof errorDetailsSchema>;

export const deskErrorSchema = z.object({
  code: z.enum(errorCodes),
  /** A plain sentence or two for the person: what, where, how to go on. Never a stack trace, never a secret. */
  message: z.string(),
  details: errorDetailsSchema,
});
export type DeskErrorShape = z.infer<typeof deskErrorSchema>;

/** What every call over IPC answers: Electron keeps only the message of a thrown error, so nothing is thrown across. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: DeskErrorShape };

/** The one error class of Order Desk's own code; it crosses IPC as `DeskErrorShape`. */
export class DeskError extends Error {
  override readonly name = 'DeskError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }

  /** The plain object that may cross IPC. */
  toShape(): DeskErrorShape {
    return { code: this.code, message: this.message, details: this.details };
  }
}

/** For the default branch of an exhaustive switch; fails to compile when a case is missing. */
export function assertNever(value: never): never {
  throw new DeskError('internal', `Unexpected value: ${JSON.stringify(value)}`);
}
