import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Logger } from 'opensearch-dashboards/server';
import { ConfigError } from '../config/config_error';

export interface TlsFiles {
  cert: string;
  key: string;
}

/** What the server is given: PEM texts that belong together. */
export interface Tls {
  cert: string;
  key: string;
  minVersion: 'TLSv1.2';
}

function read(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(
      `${name}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`
    );
  }
}

function parse<T>(sentence: string, make: () => T): T {
  try {
    return make();
  } catch {
    throw new ConfigError(sentence);
  }
}

/** Reads and checks the files of TLS, so that a wrong one is told at the start and not by each browser. */
export function readTls({ cert, key }: TlsFiles, log: Logger): Tls {
  const [certText, keyText] = [read('tls.cert', cert), read('tls.key', key)];
  const certificate = parse(
    `tls.cert: ${cert} holds no certificate in PEM form.`,
    () => new X509Certificate(certText)
  );
  const privateKey: KeyObject = parse(
    `tls.key: ${key} holds no private key in PEM form, or one with a passphrase, which cannot be used.`,
    () => createPrivateKey(keyText)
  );
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new ConfigError(`tls.key: ${key} does not belong to the certificate ${cert}.`);
  }
  if (Date.parse(certificate.validTo) < Date.now()) {
    log.warn(`tls.cert: ${cert} is not valid any more since ${certificate.validTo}.`);
  }
  return { cert: certText, key: keyText, minVersion: 'TLSv1.2' };
}
