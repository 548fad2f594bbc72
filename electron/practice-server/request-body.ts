import { BODY_PARAMETERS } from './sent-fields.ts';

/** A body as it was sent: nothing, values, or something that is neither JSON nor a form. */
export type ReadBody = { kind: 'none' } | { kind: 'value'; value: unknown } | { kind: 'malformed' };

/**
 * Reads a body. curl calls every `--data` a form unless told otherwise, so what looks like JSON is
 * read as JSON whatever its content type says.
 */
export function readBody(raw: unknown, contentType: string | undefined): ReadBody {
  if (!Buffer.isBuffer(raw) || raw.length === 0) return { kind: 'none' };
  const text = raw.toString('utf8').trim();
  if (contentType?.startsWith('application/x-www-form-urlencoded') && !/^[[{]/.test(text))
    return { kind: 'value', value: Object.fromEntries(new URLSearchParams(text)) };
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch {
    return { kind: 'malformed' };
  }
}

/** A parameter that travels in the body, if it is there as a text. */
export function bodyParameter(body: ReadBody, name: string): string | undefined {
  if (body.kind !== 'value' || typeof body.value !== 'object' || body.value === null) return undefined;
  const value: unknown = Object.entries(body.value).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}

const MOST_RECORDED = 64 * 1024;

/** The body for the request log: without credentials, and not at all when it is large. */
export function recordable(body: ReadBody, raw: unknown): unknown {
  if (body.kind !== 'value' || !Buffer.isBuffer(raw) || raw.length > MOST_RECORDED) return undefined;
  const { value } = body;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !BODY_PARAMETERS.includes(name)));
}
