import { readBaseUrl } from '../../shared/connections/base-url.ts';
import {
  type Connection,
  type ConnectionInput,
  MOST_LINES_IN_FLIGHT,
  settleLimits,
  usualSending,
} from '../../shared/connections/connection.ts';
import { referenceFieldProblem } from '../../shared/connections/reference-field.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { toFieldName } from '../../shared/pims/fields.ts';

/** What the form holds, as typed. */
export interface ConnectionValues {
  readonly name: string;
  readonly baseUrl: string;
  readonly teamId: string;
  readonly apiId: string;
  readonly secret: string;
  readonly kind: ConnectionInput['kind'];
  readonly referenceField: string;
  readonly linesInFlight: string;
  readonly settleSeconds: string;
}

/** The fields of the part "Sending", which is folded away at first. */
export const sendingFields = ['referenceField', 'linesInFlight', 'settleSeconds'] as const;
/** The fields in the order in which they stand in the form. */
export const connectionFields = [
  'name',
  'kind',
  'baseUrl',
  'teamId',
  'apiId',
  'secret',
  ...sendingFields,
] as const;
export type ConnectionField = (typeof connectionFields)[number];
export type ConnectionErrors = Partial<Record<ConnectionField, string>>;

/** The form for a connection as it is kept, or an empty one. The secret is never there: it can't be read back. */
export function valuesOf(connection: Connection | null): ConnectionValues {
  const { referenceField, linesInFlight, settleSeconds } = connection ?? usualSending;
  const sending = {
    referenceField,
    linesInFlight: String(linesInFlight),
    settleSeconds: String(settleSeconds),
  };
  if (connection === null) {
    return { name: '', baseUrl: '', teamId: '', apiId: '', secret: '', kind: 'test', ...sending };
  }
  const { name, baseUrl, teamId, apiId, kind } = connection;
  return { name, baseUrl, teamId, apiId, secret: '', kind: kind === 'live' ? 'live' : 'test', ...sending };
}

/** True when an empty secret field means "leave the kept one alone". */
export function keepsSecret(connection: Connection | null): boolean {
  return connection !== null && connection.secret !== 'missing';
}

/** All that keeps the form from being sent. A test can't do without a name of the connection, and need not have one. */
export function checkValues(
  values: ConnectionValues,
  connection: Connection | null,
  purpose: 'save' | 'test',
): ConnectionErrors {
  const errors: ConnectionErrors = {};
  if (purpose === 'save' && values.name.trim() === '') errors.name = 'Give the connection a name.';
  const address = readBaseUrl(values.baseUrl);
  if (!address.ok) errors.baseUrl = address.problem;
  if (values.teamId.trim() === '') errors.teamId = 'Enter the team ID.';
  if (values.apiId.trim() === '') errors.apiId = 'Enter the API ID.';
  if (values.secret === '' && !keepsSecret(connection)) errors.secret = 'Enter the API secret.';
  return purpose === 'save' ? { ...errors, ...checkSending(values) } : errors;
}

function checkSending({ referenceField, linesInFlight, settleSeconds }: ConnectionValues): ConnectionErrors {
  const errors: ConnectionErrors = {};
  const problem = referenceFieldProblem(toFieldName(referenceField));
  if (problem !== null) errors.referenceField = problem;
  if (!isWholeNumber(linesInFlight, 1, MOST_LINES_IN_FLIGHT)) {
    errors.linesInFlight = `Enter a number from 1 to ${MOST_LINES_IN_FLIGHT}.`;
  }
  if (!isWholeNumber(settleSeconds, settleLimits.least, settleLimits.most)) {
    errors.settleSeconds = `Enter a number from ${settleLimits.least} to ${settleLimits.most}.`;
  }
  return errors;
}

function isWholeNumber(text: string, least: number, most: number): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}

/** True when the connection sends as every connection does at first. */
export function sendsAsUsual(sending: Pick<Connection, (typeof sendingFields)[number]>): boolean {
  return sendingFields.every((field) => sending[field] === usualSending[field]);
}

/** How it sends, in a few words. */
export function sendingWords(
  sending: Readonly<Record<(typeof sendingFields)[number], string | number>>,
): string {
  const lines = String(sending.linesInFlight).trim() === '1' ? '1 line' : `${sending.linesInFlight} lines`;
  return `Reference in ${sending.referenceField}, ${lines} at once, settle time ${sending.settleSeconds} s`;
}

/** What sending several lines at once means for the order; null while one goes after the other. */
export function linesInFlightWarning(typed: string): string | null {
  if (!isWholeNumber(typed, 2, MOST_LINES_IN_FLIGHT)) return null;
  return 'Faster, but PIMS may have the lines in another order than the draft: the order of a CSV is not promised then.';
}

/** What a settle time below the usual one risks; null when it is long enough. */
export function settleWarning(typed: string): string | null {
  if (!isWholeNumber(typed, settleLimits.least, usualSending.settleSeconds - 1)) return null;
  return `Short: a request that PIMS applies later than that counts as lost and is sent again, so that the line or the order is there twice. ${usualSending.settleSeconds} seconds are usual.`;
}

/** The form as the main process takes it to save it. */
export function toInput(
  values: ConnectionValues,
  connection: Connection | null,
): CallInput<'connections.test'> {
  return {
    ...toTestInput(values, connection),
    referenceField: toFieldName(values.referenceField),
    linesInFlight: Number(values.linesInFlight),
    settleSeconds: Number(values.settleSeconds),
  };
}

/** What a test needs of the form: not how it sends. A connection that has no name yet goes by its address. */
export function toTestInput(
  values: ConnectionValues,
  connection: Connection | null,
): CallInput<'connections.test'> {
  const name = values.name.trim() === '' ? values.baseUrl.trim().slice(0, 80) : values.name;
  return {
    ...(connection === null ? {} : { id: connection.id }),
    name,
    baseUrl: values.baseUrl,
    teamId: values.teamId,
    apiId: values.apiId,
    kind: values.kind,
    ...(values.secret === '' ? {} : { secret: values.secret }),
  };
}

/** The field that an answer of the main process is about; undefined when it is about none of them. */
export function fieldOf(details: Readonly<Record<string, unknown>>): ConnectionField | undefined {
  const named = String(details.field ?? '').replace(/^connection\./, '');
  return connectionFields.find((field) => field === named);
}
