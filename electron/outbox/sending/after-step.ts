import { assertNever, type DeskError, isKeychainCode } from '../../../shared/errors.ts';

/*
 * What follows from the outcome of a step. This is the one place of that decision: whoever can find out whether a
 * step of unknown outcome arrived puts it in here.
 */

export type AfterStep =
  /** PIMS has not got it: it goes again once PIMS can be reached, or asks for more. */
  | { readonly kind: 'not-applied'; readonly next: 'wait'; readonly retryAfterMs: number | null }
  /** PIMS has not got it: it goes again once a person has seen to the connection. */
  | { readonly kind: 'not-applied'; readonly next: 'hold' }
  /** PIMS has said no. */
  | { readonly kind: 'rejected' }
  /** Nobody knows. It is looked for before anything is sent again. */
  | { readonly kind: 'unknown'; readonly holdConnection: boolean };

/** The table of design section 5, for writes. What is not certainly unapplied counts as unknown. */
export function afterFailedStep(error: DeskError): AfterStep {
  const { code } = error;
  if (isKeychainCode(code)) return { kind: 'not-applied', next: 'hold' };
  switch (code) {
    case 'unreachable':
      return { kind: 'not-applied', next: 'wait', retryAfterMs: null };
    case 'rate-limited':
      return { kind: 'not-applied', next: 'wait', retryAfterMs: retryAfter(error) };
    case 'unauthorized':
    case 'secret-missing':
      return { kind: 'not-applied', next: 'hold' };
    case 'rejected':
      return { kind: 'rejected' };
    case 'not-pims':
      return error.details.applied === 'no'
        ? { kind: 'not-applied', next: 'hold' }
        : { kind: 'unknown', holdConnection: true };
    case 'unknown-outcome':
      return { kind: 'unknown', holdConnection: false };
    case 'cancelled':
    case 'invalid-input':
    case 'not-found':
    case 'forbidden':
    case 'conflict':
    case 'internal':
      return error.details.applied === 'no'
        ? { kind: 'rejected' }
        : { kind: 'unknown', holdConnection: false };
    default:
      return assertNever(code);
  }
}

/** What a read, or getting ready to send, tells about a connection: go on, wait, or hold until a person sees to it. */
export type AfterRead =
  | { readonly next: 'go-on' }
  | { readonly next: 'wait'; readonly retryAfterMs: number | null }
  | { readonly next: 'hold' };

/** Reads are safe to repeat, so that here an unknown outcome is only a reason to wait. */
export function afterFailedRead(error: DeskError): AfterRead {
  const { code } = error;
  if (isKeychainCode(code)) return { next: 'hold' };
  switch (code) {
    case 'rejected':
    case 'not-found':
      return { next: 'go-on' };
    case 'unreachable':
    case 'unknown-outcome':
    case 'cancelled':
      return { next: 'wait', retryAfterMs: null };
    case 'rate-limited':
      return { next: 'wait', retryAfterMs: retryAfter(error) };
    case 'not-pims':
    case 'unauthorized':
    case 'secret-missing':
    case 'invalid-input':
    case 'forbidden':
    case 'conflict':
    case 'internal':
      return { next: 'hold' };
    default:
      return assertNever(code);
  }
}

function retryAfter({ details }: DeskError): number | null {
  return typeof details.retryAfterMs === 'number' ? details.retryAfterMs : null;
}
