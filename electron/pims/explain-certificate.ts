import type { CertificateEvidence } from '../network/certificate.ts';

/**
 * Why a certificate was not accepted and what to do, from OpenSSL's code and the certificate itself, which may be
 * missing when it could not be read.
 */
export function explainCertificate(
  code: string,
  host: string,
  certificate: CertificateEvidence | null,
): { readonly message: string; readonly advice: string } {
  const issuer = certificate === null ? 'an issuer' : `“${certificate.issuer}”`;
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return {
        message: `The certificate of ${host} has expired${certificate === null ? '' : ` (${certificate.validTo.slice(0, 10)})`}.`,
        advice: 'Check the date of this computer. If it is right, whoever runs the server has to renew it.',
      };
    case 'CERT_NOT_YET_VALID':
      return {
        message: `The certificate of ${host} is not valid yet${certificate === null ? '' : ` (from ${certificate.validFrom.slice(0, 10)})`}.`,
        advice: 'Check the date and time of this computer.',
      };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return {
        message: `The certificate that ${host} shows is made out to other names${certificate === null ? '' : `: ${certificate.names || certificate.subject}`}.`,
        advice: 'Use the name that the certificate is made out to, or ask who runs the server.',
      };
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return {
        message: `${host} shows a certificate that it made for itself.`,
        advice:
          'For a test server of your own, set its certificate file under Settings, Network. For any other, do not go on: ask who runs the server.',
      };
    case 'CERT_REVOKED':
      return {
        message: `The certificate of ${host} was withdrawn by its issuer.`,
        advice: 'Do not go on: ask who runs the server.',
      };
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return {
        message: `The certificate of ${host} was issued by ${issuer}, which this computer does not trust.`,
        advice:
          'If that is your company, it inspects the traffic or runs its own authority: ask IT for its certificate file and set it under Settings, Network. If you do not know the name, do not go on.',
      };
    default:
      return {
        message: `The certificate of ${host} could not be checked (${code || 'no code given'}).`,
        advice: 'Ask who runs the server, and show the evidence below.',
      };
  }
}
