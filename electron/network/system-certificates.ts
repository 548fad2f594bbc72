import { readFileSync } from 'node:fs';
import tls from 'node:tls';

/** Where Linux distributions keep their certificate bundle; the first that exists counts. */
const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/**
 * The certificates that this computer trusts, as PEM texts; companies add those of their inspecting proxies there.
 * Node 22.15 and newer can ask the system itself; before that only Linux has a file to read.
 */
export function readSystemCertificates(platform: NodeJS.Platform = process.platform): readonly string[] {
  const fromNode = certificatesOfNode('system');
  if (fromNode !== null) return fromNode;
  if (platform !== 'linux') return [];
  for (const file of linuxBundles) {
    try {
      return [readFileSync(file, 'utf8')];
    } catch {
      // The next distribution's place.
    }
  }
  return [];
}

/** Node's own roots, with `NODE_EXTRA_CA_CERTS` where Node tells. */
export function nodeCertificates(): readonly string[] {
  return certificatesOfNode('default') ?? tls.rootCertificates;
}

function certificatesOfNode(kind: 'default' | 'system'): readonly string[] | null {
  // Missing in Node 20, whatever the types say.
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  return typeof read === 'function' ? tls.getCACertificates(kind) : null;
}
