import { createHash, timingSafeEqual } from 'node:crypto';
import { PimsRejection } from './rejection.ts';

export interface Credentials {
  teamId: string;
  apiId: string;
  apiSecret: string;
}

/** What a call brings to prove who it is; parameters are looked up in the query, then in the body. */
export interface Proof {
  authorization: string | undefined;
  parameter: (name: 'teamID' | 'apiID' | 'apiSecret') => string | undefined;
}

/**
 * Throws a PimsRejection unless the call may pass.
 *
 * A missing teamID comes first (400): it names the tenant whose settings the key is checked against,
 * so without it nothing else can be checked. A wrong one is 401, since the key is not one of that
 * tenant's, and an unknown tenant has no keys (pims-more: Authentication).
 */
export function authenticate(proof: Proof, expected: Credentials): void {
  const teamId = proof.parameter('teamID');
  if (!teamId) throw new PimsRejection("Missing 'teamID' parameter!");
  const given = basicCredentials(proof.authorization) ?? {
    apiId: proof.parameter('apiID') ?? '',
    apiSecret: proof.parameter('apiSecret') ?? '',
  };
  const checks = [
    isSameText(teamId, expected.teamId),
    isSameText(given.apiId, expected.apiId),
    isSameText(given.apiSecret, expected.apiSecret),
  ];
  if (checks.includes(false)) throw new PimsRejection('The API ID or API Secret is missing or invalid.', 401);
}

/** The pair of an HTTP Basic header in UTF-8; undefined when the header is absent or no such pair. */
export function basicCredentials(
  authorization: string | undefined,
): { apiId: string; apiSecret: string } | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+) *$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon === -1 ? undefined : { apiId: pair.slice(0, colon), apiSecret: pair.slice(colon + 1) };
}

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export function isSameText(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
