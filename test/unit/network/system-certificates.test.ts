import { X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import { describe, expect, it } from 'vitest';
import { nodeCertificates, readSystemCertificates } from '../../../electron/network/system-certificates.ts';

describe('certificates that are trusted without being asked', () => {
  it('are at least the well-known authorities', () => {
    const subjects = nodeCertificates().map((pem) => new X509Certificate(pem).subject);
    expect(subjects.length).toBeGreaterThan(100);
    expect(subjects.some((subject) => subject.includes('ISRG Root X1'))).toBe(true);
  });

  it('can all be used together with those of this system', () => {
    expect(() =>
      tls.createSecureContext({ ca: [...nodeCertificates(), ...readSystemCertificates()] }),
    ).not.toThrow();
  });

  it.skipIf('getCACertificates' in tls)('are Node’s alone where an old Node can not ask the system', () => {
    expect(readSystemCertificates('win32')).toEqual([]);
    expect(readSystemCertificates('darwin')).toEqual([]);
  });
});
