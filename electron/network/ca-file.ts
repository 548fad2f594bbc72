import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DeskError } from '../../shared/errors.ts';
import { distinguishedName } from './certificate.ts';
import { errorCodeOf } from './transport-error.ts';

export interface CaFile {
  /** The usable certificates, PEM. */
  readonly pem: string;
  /** Whose certificates they are, one text each. */
  readonly subjects: string[];
}

/** The largest system bundles are a quarter of this. */
const LARGEST_FILE = 1_024 * 1_024;
const PEM_CERTIFICATE =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/**
 * Reads a file of certificate authorities, PEM (one or several) or DER, and checks each: it has to be readable, in
 * force, and an authority or self-signed. Others in the file are left out; when none is left, throws
 * `invalid-input` with the reason.
 */
export async function readCaFile(path: string, now: Date = new Date()): Promise<CaFile> {
  const content = await readBounded(path);
  const file = `“${basename(path)}”`;
  const certificates = readCertificates(content, file);
  const problems = certificates.map((certificate) => problemWith(certificate, now));
  const usable = certificates.filter((_, index) => problems[index] === null);
  if (usable.length === 0)
    throw invalid(`${file} can't be used: ${problems[0] ?? 'it holds no certificate.'}`);
  return {
    pem: usable.map((certificate) => certificate.toString()).join(''),
    subjects: usable.map((certificate) => distinguishedName(certificate.subject)),
  };
}

async function readBounded(path: string): Promise<Buffer> {
  const file = `“${basename(path)}”`;
  try {
    if ((await stat(path)).size > LARGEST_FILE) throw invalid(`${file} is too large for a certificate file.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof DeskError) throw error;
    throw invalid(`“${path}” could not be read: ${readProblem(errorCodeOf(error))}`);
  }
}

function readProblem(code: string): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file any more. Choose it again.';
    case 'EACCES':
    case 'EPERM':
      return 'you are not allowed to read it. Copy it to a folder of your own.';
    case 'EISDIR':
      return 'it is a folder.';
    default:
      return `the system says ${code || 'nothing further'}.`;
  }
}

function readCertificates(content: Buffer, file: string): X509Certificate[] {
  const text = content.toString('latin1');
  const blocks = text.match(PEM_CERTIFICATE);
  try {
    return blocks === null
      ? [new X509Certificate(content)]
      : blocks.map((block) => new X509Certificate(block));
  } catch {
    throw invalid(`${file} ${notCertificateWords(text, blocks !== null)}`);
  }
}

function notCertificateWords(text: string, hasBlocks: boolean): string {
  if (hasBlocks) return 'holds a certificate that is damaged. Get the file again.';
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    return 'is a private key, not a certificate. Choose the certificate file, and keep the key to yourself.';
  }
  if (/-----BEGIN (PKCS7|CMS)-----/.test(text)) {
    return 'is a PKCS #7 bundle. Ask for the certificate as a PEM file (.pem or .crt).';
  }
  return 'is not a certificate file. Ask for the certificate as a PEM file (.pem or .crt).';
}

/** Null when it can be trusted as an authority. */
function problemWith(certificate: X509Certificate, now: Date): string | null {
  const whose = `the certificate of ${distinguishedName(certificate.subject)}`;
  if (new Date(certificate.validTo) < now) {
    return `${whose} expired on ${new Date(certificate.validTo).toISOString().slice(0, 10)}. Ask for the current one.`;
  }
  if (new Date(certificate.validFrom) > now) {
    return `${whose} is not valid before ${new Date(certificate.validFrom).toISOString().slice(0, 10)}. Check the date of this computer.`;
  }
  // A server's self-signed certificate is its own authority.
  if (!certificate.ca && certificate.subject !== certificate.issuer) {
    return `${whose} belongs to a server. Ask for the certificate of the authority that issued it: ${distinguishedName(certificate.issuer)}.`;
  }
  return null;
}

function invalid(message: string): DeskError {
  return new DeskError('invalid-input', message);
}
