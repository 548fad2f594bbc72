import { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import tls from 'node:tls';

/** What a person needs to know of a server's certificate to recognise it, or who put it there. */
export interface CertificateEvidence {
  readonly host: string;
  readonly subject: string;
  readonly issuer: string;
  /** The names that it is made out to, as the certificate writes them. */
  readonly names: string;
  /** ISO times. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly selfSigned: boolean;
}

/** `CN=pims.example, O=Example Ltd` out of the lines that Node gives. */
export function distinguishedName(lines: string): string {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .reverse()
    .join(', ');
}

/** What a certificate says about itself. */
export function describeCertificate(host: string, certificate: X509Certificate): CertificateEvidence {
  return {
    host,
    subject: distinguishedName(certificate.subject),
    issuer: distinguishedName(certificate.issuer),
    names: certificate.subjectAltName ?? '',
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: new Date(certificate.validTo).toISOString(),
    selfSigned: certificate.subject === certificate.issuer,
  };
}

/**
 * Shakes hands over a bare socket only to read the certificate, whatever it is worth; nothing else is sent.
 * Null when the other side shows none.
 */
export function readPeerCertificate(
  socket: Socket,
  host: string,
  timeoutMs: number,
): Promise<CertificateEvidence | null> {
  return new Promise((resolve) => {
    const secure = tls.connect({
      socket,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      rejectUnauthorized: false,
    });
    const finish = (evidence: CertificateEvidence | null) => {
      secure.destroy();
      resolve(evidence);
    };
    secure.setTimeout(timeoutMs, () => finish(null));
    secure.once('error', () => finish(null));
    secure.once('close', () => finish(null));
    secure.once('secureConnect', () => {
      const raw = secure.getPeerCertificate().raw;
      finish(raw === undefined ? null : describeCertificate(host, new X509Certificate(raw)));
    });
  });
}
