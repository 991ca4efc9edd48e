import { X509Certificate, createPrivateKey } from 'node:crypto';
import { isIP } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import type { TlsOptions } from './types';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;
const SERVER_NAME = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/i;

const works = (action: () => unknown): boolean => {
  try {
    action();
    return true;
  } catch {
    return false;
  }
};

/** Node takes what is no certificate for none at all, and would then trust nobody without a word. */
const areCertificates = (pem: string): boolean => {
  const found = pem.match(CERTIFICATE) ?? [];
  return found.length > 0 && found.every((each) => works(() => new X509Certificate(each)));
};

const keyProblem = ({ key = '', passphrase }: TlsOptions): string | undefined => {
  if (works(() => createPrivateKey({ key, passphrase }))) return undefined;
  if (!/ENCRYPTED/.test(key)) {
    return 'The private key of the client certificate cannot be read. Give it as PEM, from "-----BEGIN" to the end.';
  }
  return passphrase
    ? 'The private key of the client certificate does not open with this passphrase.'
    : 'The private key of the client certificate is encrypted. Give its passphrase.';
};

const clientProblem = (tls: TlsOptions): string | undefined => {
  const { cert, key, passphrase } = tls;
  if (!cert && !key) return undefined;
  if (!cert) return 'A private key is given without its client certificate.';
  if (!key) return 'A client certificate is given without its private key.';
  if (!areCertificates(cert)) {
    return 'The client certificate cannot be read. Give it as PEM, from "-----BEGIN CERTIFICATE-----" to the end.';
  }
  const problem = keyProblem(tls);
  if (problem !== undefined) return problem;
  return works(() => createSecureContext({ cert, key, passphrase }))
    ? undefined
    : 'The private key is not that of the client certificate.';
};

/** Why these cannot be used, as a sentence that repeats nothing of them. */
export const tlsProblem = (tls: TlsOptions): string | undefined => {
  if (tls.ca && !areCertificates(tls.ca)) {
    return 'The certificates to trust (CA) cannot be read. Give them as PEM, from "-----BEGIN CERTIFICATE-----" to the end.';
  }
  if (tls.serverName && (isIP(tls.serverName) !== 0 || !SERVER_NAME.test(tls.serverName))) {
    return 'The name that the certificate must be for is not a host name.';
  }
  return clientProblem(tls);
};

/** An empty field of a form is none. */
const given = (text: string | undefined): string | undefined => (text ? text : undefined);

/** For Node's `tls.connect`. Whatever is asked for, certificates are verified. */
export const connectionOptions = (tls: TlsOptions = {}): ConnectionOptions => ({
  ca: given(tls.ca),
  cert: given(tls.cert),
  key: given(tls.key),
  passphrase: given(tls.passphrase),
  rejectUnauthorized: true,
});
