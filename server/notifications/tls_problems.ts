import type { FieldProblem } from '../../common/errors';
import type { Destination } from '../../common/notifications/destination';
import type { Secrets } from '../../common/notifications/kinds/registry';
import { tlsProblem } from './outbound/tls_options';

const problemAt = (field: string, message: string | undefined): FieldProblem[] =>
  message === undefined ? [] : [{ field, message }];

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What is wrong with certificates and keys, which a browser cannot read. */
export const tlsProblems = (destination: Destination, secrets?: Secrets): FieldProblem[] => {
  const settings: Readonly<Record<string, unknown>> = { ...destination };
  const given: Readonly<Record<string, unknown>> = { ...secrets };
  const client = {
    cert: textOf(given.client_cert),
    key: textOf(given.client_key),
    passphrase: textOf(given.client_key_passphrase),
  };
  const field =
    client.cert === undefined || client.key !== undefined ? 'client_cert' : 'client_key';
  return [
    ...problemAt('ca', tlsProblem({ ca: textOf(settings.ca) })),
    ...problemAt('tls_server_name', tlsProblem({ serverName: textOf(settings.tls_server_name) })),
    ...problemAt(`secrets.${field}`, tlsProblem(client)),
  ];
};
