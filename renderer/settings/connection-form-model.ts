import { readBaseUrl } from '../../shared/connections/base-url.ts';
import type { Connection, ConnectionInput } from '../../shared/connections/connection.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';

/** What the form holds, as typed. */
export interface ConnectionValues {
  readonly name: string;
  readonly baseUrl: string;
  readonly teamId: string;
  readonly apiId: string;
  readonly secret: string;
  readonly kind: ConnectionInput['kind'];
}

/** The fields in the order in which they stand in the form. */
export const connectionFields = ['name', 'kind', 'baseUrl', 'teamId', 'apiId', 'secret'] as const;
export type ConnectionField = (typeof connectionFields)[number];
export type ConnectionErrors = Partial<Record<ConnectionField, string>>;

/** The form for a connection as it is kept, or an empty one. The secret is never there: it can't be read back. */
export function valuesOf(connection: Connection | null): ConnectionValues {
  if (connection === null) {
    return { name: '', baseUrl: '', teamId: '', apiId: '', secret: '', kind: 'test' };
  }
  const { name, baseUrl, teamId, apiId, kind } = connection;
  return { name, baseUrl, teamId, apiId, secret: '', kind: kind === 'live' ? 'live' : 'test' };
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
  return errors;
}

/** The form as the main process takes it. A test of a connection that has no name yet goes by its address. */
export function toInput(
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
