import { assertNever, type DeskError, type ErrorDetails } from '../../shared/errors.ts';
import { classifyStatus } from './classify.ts';
import { endpoints, isBare } from './endpoints.ts';
import { type Envelope, readBareAnswer, readEnvelope, saysNo } from './envelope.ts';
import { readErrorMessage, redact, tidy } from './error-message.ts';
import { type CallFacts, callError, unknownEnding } from './failures.ts';
import { isForeignPage } from './foreign-page.ts';
import { htmlTitle, isHtml } from './html-text.ts';
import type { BodyReading } from './read-body.ts';
import { readRetryAfter } from './retry-after.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: BodyReading;
}

export type AnswerReading =
  | { readonly ok: true; readonly envelope: Envelope }
  | { readonly ok: false; readonly error: DeskError };

/**
 * Reads an answer as the table in docs/architecture says: PIMS's envelope, or the error that it means.
 * `secrets` are taken out of whatever the server wrote.
 */
export function readAnswer(
  facts: CallFacts,
  answer: Answer,
  secrets: readonly string[],
  nowMs: number,
): AnswerReading {
  const { status, headers, body } = answer;
  const kind = classifyStatus(status);
  if (kind === 'answer') return readEnvelopeAnswer(facts, answer, secrets);
  const words = wordsOf(answer, secrets);
  const failed = (error: DeskError): AnswerReading => ({ ok: false, error });
  if (kind !== 'rate-limited' && isForeignPage(headers, body.text)) {
    return failed(notPims(facts, answer, secrets));
  }
  const doing = endpoints[facts.endpoint].doing;
  const details = { status, ...said(words) };
  switch (kind) {
    case 'rejected':
      return failed(rejected(facts, status, words));
    case 'unauthorized':
      return failed(
        callError(
          'unauthorized',
          facts,
          `PIMS does not accept the API ID and secret of this connection. Enter them again in the settings; an administrator may have replaced them.`,
          'no',
          details,
        ),
      );
    case 'rate-limited': {
      const retryAfterMs = readRetryAfter(headers.get('retry-after'), headers.get('date'), nowMs);
      return failed(
        callError(
          'rate-limited',
          facts,
          `PIMS asks for a pause of about ${spokenWait(retryAfterMs)}.`,
          'no',
          { ...details, retryAfterMs },
        ),
      );
    }
    case 'server-error': {
      const after = headers.get('retry-after');
      return failed(
        callError(
          'unknown-outcome',
          facts,
          `PIMS at ${facts.host} failed while it was to ${doing} (${status}${words === '' ? '' : `: ${words.replace(/\.$/, '')}`}). ${unknownEnding(facts.endpoint)}`,
          'unknown',
          {
            ...details,
            reason: 'server-error',
            ...(after === null ? {} : { retryAfterMs: readRetryAfter(after, headers.get('date'), nowMs) }),
          },
        ),
      );
    }
    case 'not-pims':
      return failed(notPims(facts, answer, secrets));
    default:
      return assertNever(kind);
  }
}

/** The error for a 2xx whose body is not what the endpoint answers: nobody knows what was done. */
export function noValidAnswer(facts: CallFacts, status: number, what: string): DeskError {
  return callError('unknown-outcome', facts, `${what} ${unknownEnding(facts.endpoint)}`, 'unknown', {
    status,
    reason: 'no-valid-answer',
  });
}

/** The server's own words; what is beyond the first part of a long body adds nothing to them. */
function wordsOf({ headers, body }: Answer, secrets: readonly string[]): string {
  return readErrorMessage(headers.get('content-type'), body.text.slice(0, 256 * 1_024), secrets);
}

function readEnvelopeAnswer(facts: CallFacts, answer: Answer, secrets: readonly string[]): AnswerReading {
  const { status, headers, body } = answer;
  const read = isBare(facts.endpoint) ? readBareAnswer : readEnvelope;
  const envelope = body.end === 'too-large' ? null : read(body.text);
  if (envelope !== null) {
    if (!saysNo(envelope)) return { ok: true, envelope };
    // A “no” in PIMS's own envelope is its word, whatever the HTTP status.
    return { ok: false, error: rejected(facts, status, wordsOf(answer, secrets)) };
  }
  if (isHtml(headers.get('content-type'), body.text)) {
    return { ok: false, error: notPims(facts, answer, secrets) };
  }
  return { ok: false, error: noValidAnswer(facts, status, brokenAnswerWords(facts, body)) };
}

function brokenAnswerWords(facts: CallFacts, body: BodyReading): string {
  if (body.end === 'too-large') {
    return `The answer of ${facts.host} was larger than Order Desk reads, so it was cut off.`;
  }
  if (body.end === 'broken') return `The connection to ${facts.host} broke in the middle of the answer.`;
  return `${facts.host} answered with something that is not PIMS data.`;
}

function rejected(facts: CallFacts, status: number, words: string): DeskError {
  const doing = endpoints[facts.endpoint].doing;
  const message =
    words === '' ? `PIMS refused to ${doing} and gave no reason.` : `PIMS refused to ${doing}: ${words}`;
  return callError('rejected', facts, message, 'no', { status, ...said(words) });
}

function said(words: string): ErrorDetails {
  return words === '' ? {} : { serverMessage: words };
}

function notPims(facts: CallFacts, answer: Answer, secrets: readonly string[]): DeskError {
  const { status, headers, body } = answer;
  const title = isHtml(headers.get('content-type'), body.text)
    ? tidy(redact(htmlTitle(body.text), secrets))
    : '';
  const target = redirectTarget(headers.get('location'), facts.host);
  const details: ErrorDetails = {
    status,
    ...said(wordsOf(answer, secrets)),
    ...(title === '' ? {} : { pageTitle: title }),
    ...(target === null ? {} : { redirectedTo: target }),
    ...headerDetail('server', headers.get('server')),
    ...headerDetail('via', headers.get('via')),
    ...headerDetail('signIn', headers.get('proxy-authenticate')),
  };
  const ending = endpoints[facts.endpoint].effect === 'write' ? ` ${unknownEnding(facts.endpoint)}` : '';
  return callError(
    'not-pims',
    facts,
    `${notPimsWords(facts, status, title, target)}${ending}`,
    'unknown',
    details,
  );
}

function notPimsWords(facts: CallFacts, status: number, title: string, target: string | null): string {
  const named = title === '' ? '' : ` (“${title}”)`;
  if (status === 407 || status === 511) {
    return `Something between this computer and ${facts.host} demands a sign-in to the network (${status}). Sign in with the browser, or ask IT to let ${facts.host} through.`;
  }
  if (status >= 300 && status < 400) {
    const where = target === null ? 'elsewhere' : `to ${target}`;
    return `${facts.host} did not answer as PIMS but sent Order Desk on ${where}. That is often the sign-in page of a network; else the address in the connection's settings is not PIMS's.`;
  }
  if (title !== '' || (status >= 200 && status < 300)) {
    return `In place of PIMS, ${facts.host} answered with a web page${named}. That is often a sign-in or block page of the network: open the address in the browser, or ask IT to let ${facts.host} through.`;
  }
  return `${facts.host} answered ${status}, which PIMS does not. Check the address in the connection's settings.`;
}

/** The host that a redirect leads to; the path alone when it is the same host. */
function redirectTarget(location: string | null, host: string): string | null {
  if (location === null) return null;
  try {
    const url = new URL(location, `https://${host}`);
    // No query: it often holds tokens.
    return (url.host === host ? url.pathname : url.host).slice(0, 200);
  } catch {
    return null;
  }
}

function headerDetail(name: string, value: string | null): ErrorDetails {
  return value === null ? {} : { [name]: value.replace(/[^\x20-\x7e]/g, ' ').slice(0, 200) };
}

function spokenWait(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  if (seconds === 1) return 'a second';
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
