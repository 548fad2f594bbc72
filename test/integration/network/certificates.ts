import { readFileSync } from 'node:fs';

const folder = new URL('../../fixtures/certificates/', import.meta.url);

/** The authority that issued the certificates below, as PEM. */
export const authority = readFileSync(new URL('authority.crt', folder), 'utf8');

/** Certificate and key of one of the servers in test/fixtures/certificates/README.md. */
export function serverIdentity(name: 'loopback' | 'other-name' | 'expired' | 'self-signed'): {
  readonly cert: string;
  readonly key: string;
} {
  return {
    cert: readFileSync(new URL(`${name}.crt`, folder), 'utf8'),
    key: readFileSync(new URL(`${name}.key`, folder), 'utf8'),
  };
}
