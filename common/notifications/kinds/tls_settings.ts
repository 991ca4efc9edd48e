import { z } from 'zod';
import { phrase } from '../../phrase';
import type { FormField, FormValues } from './form_field';

/** Whom to trust and who we are, for kinds that may speak to receivers of a company's own. All are PEM. */
export const TLS_SETTINGS = {
  /** Trusted instead of the system's. Public by nature, so it is no secret. */
  ca: z.string().max(200_000).optional(),
  /** The name that the certificate must be for, instead of the host. */
  tls_server_name: z.string().trim().max(253).optional(),
};

const pem = (what: string) =>
  z
    .string()
    .max(200_000)
    .includes('-----BEGIN ', {
      error: `${what} is given as PEM, from "-----BEGIN" to the end.`,
    });

export const TLS_SECRETS = {
  client_cert: pem('The client certificate').optional(),
  client_key: pem('The private key').optional(),
  client_key_passphrase: z.string().optional(),
};

interface Settings {
  ca?: string;
  tls_server_name?: string;
}

interface Secrets {
  client_cert?: string;
  client_key?: string;
  client_key_passphrase?: string;
}

export interface WireTls {
  ca?: string;
  cert?: string;
  key?: string;
  passphrase?: string;
  serverName?: string;
}

/** What a connection to this destination needs beyond the system's own; undefined where that is nothing. */
export const wireTls = (settings: Settings, secrets: Secrets): WireTls | undefined => {
  const all: Readonly<Record<keyof WireTls, string | undefined>> = {
    ca: settings.ca,
    cert: secrets.client_cert,
    key: secrets.client_key,
    passphrase: secrets.client_key_passphrase,
    serverName: settings.tls_server_name,
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? undefined : Object.fromEntries(given);
};

const PEM_EXAMPLE = '-----BEGIN CERTIFICATE-----';

/** @param when where TLS is spoken at all */
export const tlsFields = (when?: (values: FormValues) => boolean): FormField[] => {
  const common = { advanced: true as const, ...(when ? { when } : {}) };
  return [
    {
      ...common,
      name: 'ca',
      control: { kind: 'text', multiline: true },
      placeholder: PEM_EXAMPLE,
      label: phrase('watchkeeper.destinations.tls.caLabel', 'Certificates to trust (CA)'),
      help: phrase(
        'watchkeeper.destinations.tls.caHelp',
        'As PEM. Empty: those that the system trusts. Certificates are always verified.'
      ),
    },
    {
      ...common,
      name: 'tls_server_name',
      control: { kind: 'text' },
      label: phrase('watchkeeper.destinations.tls.serverNameLabel', 'Name in the certificate'),
      help: phrase(
        'watchkeeper.destinations.tls.serverNameHelp',
        'Where the certificate of the receiver is for another name than its host.'
      ),
    },
    {
      ...common,
      name: 'secrets.client_cert',
      control: { kind: 'secret', multiline: true },
      placeholder: PEM_EXAMPLE,
      label: phrase('watchkeeper.destinations.tls.clientCertLabel', 'Client certificate'),
      help: phrase(
        'watchkeeper.destinations.tls.clientCertHelp',
        'As PEM, where the receiver wants to know who we are (mutual TLS).'
      ),
    },
    {
      ...common,
      name: 'secrets.client_key',
      control: { kind: 'secret', multiline: true },
      placeholder: '-----BEGIN PRIVATE KEY-----',
      label: phrase('watchkeeper.destinations.tls.clientKeyLabel', 'Key of the client certificate'),
    },
    {
      ...common,
      name: 'secrets.client_key_passphrase',
      control: { kind: 'secret' },
      label: phrase('watchkeeper.destinations.tls.passphraseLabel', 'Passphrase of the key'),
    },
  ];
};
