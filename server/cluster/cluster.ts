import type { Readable } from 'stream';
import type { OpenSearchClient } from 'opensearch-dashboards/server';
import { clusterError, refusal } from './errors';
import { indicesIn } from './permissions';
import type { Cluster, ClusterOptions, ClusterRequest } from './types';

const readAll = async (stream: Readable): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

const paramsOf = ({ method, path, query, body, lines }: ClusterRequest) => ({
  method,
  path,
  ...(query ? { querystring: query } : {}),
  ...(lines === undefined ? { ...(body === undefined ? {} : { body }) } : { bulkBody: lines }),
});

/** No retries: the scheduler and the outbox decide themselves when to try again. */
const transportOptions = ({ ignore, timeoutMs, headers }: ClusterOptions) => ({
  maxRetries: 0,
  ...(ignore ? { ignore } : {}),
  ...(timeoutMs ? { requestTimeout: timeoutMs } : {}),
  ...(headers ? { headers } : {}),
});

const parseOr = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return { error: text.slice(0, 500) };
  }
};

/** Puts the narrow port of this plugin before the host's client. */
export const createCluster = (client: OpenSearchClient): Cluster => ({
  async request<T>(request: ClusterRequest, options: ClusterOptions = {}) {
    try {
      const { body, statusCode } = await client.transport.request<T>(
        paramsOf(request),
        transportOptions(options)
      );
      return { status: statusCode ?? 0, body };
    } catch (error) {
      throw clusterError(error, indicesIn(request.path));
    }
  },

  async text(request: ClusterRequest, options: ClusterOptions = {}) {
    try {
      const { body, statusCode } = await client.transport.request<Readable>(paramsOf(request), {
        ...transportOptions(options),
        asStream: true,
      });
      const status = statusCode ?? 0;
      const text = await readAll(body);
      if (status >= 400 && !options.ignore?.includes(status)) {
        throw refusal(status, parseOr(text), indicesIn(request.path));
      }
      return { status, body: text };
    } catch (error) {
      throw clusterError(error, indicesIn(request.path));
    }
  },
});
