import { Readable } from 'node:stream';
import type { Fault } from './fault.ts';

/** A complete HTTP answer. */
export interface Answer {
  kind: 'answer';
  status: number;
  headers: Record<string, string>;
  body: string | Readable;
}

/** What goes over the wire in the end. */
export type Outcome =
  | Answer
  | { kind: 'drop'; reset: boolean }
  | { kind: 'cut'; status: number; body: string }
  | { kind: 'hang' };

/** Where in the life of a call a fault acts: before PIMS sees it, when PIMS would apply it, or after it did. */
export type FaultPoint = 'network' | 'refusal' | 'after';

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';
const DEFAULT_HUGE_BYTES = 64 * 1024 * 1024;

/** An answer in JSON. */
export function jsonAnswer(status: number, body: unknown): Answer {
  return writtenAnswer(status, JSON.stringify(body));
}

/** An answer whose text is ready; JSON unless another content type is given. */
export function writtenAnswer(status: number, body: string, type = JSON_TYPE): Answer {
  return { kind: 'answer', status, headers: { 'content-type': type }, body };
}

export function pointOf(fault: Fault): FaultPoint {
  switch (fault.kind) {
    case 'drop':
      return fault.when === 'before-reading' || fault.when === 'before' ? 'network' : 'after';
    case 'sign-in-page':
    case 'redirect':
    case 'proxy-auth':
    case 'proxy-page':
      return 'network';
    case 'slow':
    case 'hang':
      return fault.when === 'after' ? 'after' : 'network';
    case 'server-error':
    case 'answer':
      return fault.when === 'after' ? 'after' : 'refusal';
    case 'rate-limited':
    case 'bad-request':
      return 'refusal';
    case 'malformed-json':
    case 'truncated-json':
    case 'huge-body':
      return fault.when === 'before' ? 'refusal' : 'after';
  }
}

/**
 * Acts a fault out. `answer` is the JSON that PIMS would have sent, where it is known. Returns
 * undefined when the call goes on as usual (it was only slow).
 */
export async function actOut(
  fault: Fault,
  answer: string,
  wait: (ms: number) => Promise<void>,
): Promise<Outcome | undefined> {
  switch (fault.kind) {
    case 'slow':
      await wait(fault.ms);
      return undefined;
    case 'hang':
      return { kind: 'hang' };
    case 'drop':
      return fault.when === 'mid-answer'
        ? { kind: 'cut', status: 200, body: answer }
        : { kind: 'drop', reset: fault.reset ?? false };
    default:
      return spoiltAnswer(fault, answer);
  }
}

function spoiltAnswer(fault: Exclude<Fault, { kind: 'slow' | 'hang' | 'drop' }>, answer: string): Answer {
  switch (fault.kind) {
    case 'server-error':
      return jsonAnswer(500, { status: 'error', message: 'Internal server error.' });
    case 'rate-limited':
      return rateLimited(fault.retryAfter ?? 1);
    case 'bad-request':
      return badRequest(
        fault.shape ?? 'message',
        fault.message ?? 'The practice server refuses this call as planned.',
      );
    case 'malformed-json':
      return writtenAnswer(200, '{"status": success, data: }');
    case 'truncated-json':
      return writtenAnswer(200, firstHalf(answer));
    case 'huge-body':
      return {
        kind: 'answer',
        status: 200,
        headers: { 'content-type': JSON_TYPE },
        body: Readable.from(hugeJson(fault.bytes ?? DEFAULT_HUGE_BYTES)),
      };
    case 'sign-in-page':
      return writtenAnswer(
        200,
        page('Sign in', '<h1>Sign in to the guest network</h1><form><input name="user"></form>'),
        HTML_TYPE,
      );
    case 'redirect':
      return { kind: 'answer', status: 302, headers: { location: fault.location ?? '/sign-in' }, body: '' };
    case 'proxy-auth': {
      const body = page('Proxy Authentication Required', '<h1>407 Proxy Authentication Required</h1>');
      const headers = { 'content-type': HTML_TYPE, 'proxy-authenticate': 'Basic realm="Office proxy"' };
      return { kind: 'answer', status: 407, headers, body };
    }
    case 'proxy-page':
      return writtenAnswer(
        503,
        page('Service Unavailable', '<h1>503</h1><p>The proxy could not reach the host.</p>'),
        HTML_TYPE,
      );
    case 'answer':
      return { kind: 'answer', status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? '' };
  }
}

function rateLimited(retryAfter: number | string): Answer {
  const answer = jsonAnswer(429, { status: 'error', message: 'Too many requests.' });
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfter) } };
}

function badRequest(shape: 'message' | 'error' | 'errors' | 'text' | 'html', message: string): Answer {
  switch (shape) {
    case 'message':
      return jsonAnswer(400, { status: 'error', message });
    case 'error':
      return jsonAnswer(400, { error: message });
    case 'errors':
      return jsonAnswer(400, { errors: [message] });
    case 'text':
      return writtenAnswer(400, message, 'text/plain; charset=utf-8');
    case 'html':
      return writtenAnswer(
        400,
        page('Bad Request', `<h1>Bad Request</h1><p>${escaped(message)}</p>`),
        HTML_TYPE,
      );
  }
}

function page(title: string, content: string): string {
  return `<!doctype html>\n<html><head><title>${title}</title></head><body>${content}</body></html>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The first half of an answer. */
export function firstHalf(answer: string): string {
  return answer.slice(0, Math.ceil(answer.length / 2));
}

/** A valid answer of about that many bytes, made piece by piece so that the server needs no memory for it. */
function* hugeJson(bytes: number): Generator<Buffer> {
  const piece = Buffer.alloc(64 * 1024, 'x');
  yield Buffer.from('{"status":"success","data":"');
  for (let left = bytes; left > 0; left -= piece.length)
    yield piece.subarray(0, Math.min(left, piece.length));
  yield Buffer.from('"}');
}
