import { readFileSync } from 'node:fs';
import { Client } from '@opensearch-project/opensearch';
import type { ClusterOptions } from '../host_options';

/** A client of the cluster that the demo writes its logs to, with the host's own credentials. */
export const clientOf = ({ url, username, password, caPath }: ClusterOptions): Client =>
  new Client({
    nodes: url.split(',').map((node) => node.trim()),
    ...(username ? { auth: { username, password: password ?? '' } } : {}),
    ...(caPath ? { ssl: { ca: readFileSync(caPath, 'utf8') } } : {}),
    maxRetries: 0,
    requestTimeout: 15_000,
  });
