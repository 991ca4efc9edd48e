import { readFileSync } from 'node:fs';
import type { ClientOptions } from '@opensearch-project/opensearch';
import { Client } from '@opensearch-project/opensearch';
import type { Logger } from 'opensearch-dashboards/server';
import type { ClusterOptions } from '../host_options';

const REQUEST_TIMEOUT_MS = 30_000;

/** Options of the client for a cluster, as Dashboards sets them. */
export function clientOptions({ url, username, password, caPath }: ClusterOptions): ClientOptions {
  return {
    nodes: url.split(',').map((node) => node.trim()),
    requestTimeout: REQUEST_TIMEOUT_MS,
    ...(username === undefined ? {} : { auth: { username, password: password ?? '' } }),
    ...(caPath === undefined ? {} : { ssl: { ca: readFileSync(caPath, 'utf8') } }),
  };
}

/** A client that logs its errors, as that of Dashboards does: expected ones need `ignore`. */
export function createLoggingClient(options: ClientOptions, log: Logger): Client {
  const client = new Client(options);
  client.on('response', (error, event) => {
    if (!error || error.name === 'RequestAbortedError') return;
    const cause = (event?.body as { error?: { type?: string; reason?: string } } | null)?.error;
    const line = `[${cause?.type ?? error.name}]: ${cause?.reason ?? error.message}`;
    // That the cluster is gone is told once, by whoever watches it.
    if (error.name === 'ConnectionError') log.debug(line);
    else log.error(line);
  });
  return client;
}
