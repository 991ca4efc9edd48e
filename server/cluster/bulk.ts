import { WatchkeeperError } from '../../common/errors';
import { reasonOf } from './errors';
import { readRefusal } from './permissions';
import type { ClusterErrorBody } from './errors';
import type { Cluster, DocVersion } from './types';

export type BulkOperation =
  | { kind: 'create'; index: string; id: string; source: unknown }
  /** Compare-and-swap. */
  | { kind: 'swap'; index: string; id: string; source: unknown; expected: DocVersion }
  /** Ordered by a revision: an older one changes nothing. */
  | { kind: 'versioned'; index: string; id: string; source: unknown; version: number };

export type BulkResult =
  | { kind: 'ok'; version: DocVersion }
  /** There already, changed meanwhile, or newer. */
  | { kind: 'conflict' }
  | { kind: 'failed'; status: number; reason: string };

interface Item {
  _index: string;
  status: number;
  _seq_no: number;
  _primary_term: number;
  error?: ClusterErrorBody['error'];
}

const action = (operation: BulkOperation): object => {
  const { index: _index, id: _id } = operation;
  switch (operation.kind) {
    case 'create':
      return { create: { _index, _id } };
    case 'swap': {
      const { seq_no: if_seq_no, primary_term: if_primary_term } = operation.expected;
      return { index: { _index, _id, if_seq_no, if_primary_term } };
    }
    case 'versioned':
      return { index: { _index, _id, version: operation.version, version_type: 'external_gte' } };
  }
};

const resultOf = (item: Item): BulkResult => {
  if (item.status < 300) {
    return { kind: 'ok', version: { seq_no: item._seq_no, primary_term: item._primary_term } };
  }
  if (item.status === 409) return { kind: 'conflict' };
  const { reason } = reasonOf({ error: item.error });
  const refused = item.status === 403 ? readRefusal(reason, [item._index]) : undefined;
  return { kind: 'failed', status: item.status, reason: refused?.message ?? reason };
};

/** Bytes after which a bulk request is cut in two. */
const MAX_BYTES = 5_000_000;

/** A request that is refused as a whole says which document is to blame only when that stands alone. */
const send = async (cluster: Cluster, lines: string[], refresh: boolean): Promise<BulkResult[]> => {
  try {
    return await sendOnce(cluster, lines, refresh);
  } catch (error) {
    if (!(error instanceof WatchkeeperError) || error.code !== 'cluster_refused') throw error;
    if (lines.length === 1) {
      const { status } = error.details;
      return [
        {
          kind: 'failed',
          status: typeof status === 'number' ? status : 400,
          reason: error.message,
        },
      ];
    }
    const half = Math.ceil(lines.length / 2);
    const first = await send(cluster, lines.slice(0, half), refresh);
    return [...first, ...(await send(cluster, lines.slice(half), refresh))];
  }
};

const sendOnce = async (
  cluster: Cluster,
  lines: string[],
  refresh: boolean
): Promise<BulkResult[]> => {
  const { body } = await cluster.request<{ items: Array<Record<string, Item>> }>(
    {
      method: 'POST',
      path: '/_bulk',
      lines: lines.join(''),
      ...(refresh ? { query: { refresh: 'wait_for' } } : {}),
    },
    { timeoutMs: 60_000 }
  );
  return body.items.map((item) => resultOf(Object.values(item)[0]));
};

/**
 * Writes documents. One result an operation, in order.
 *
 * @throws WatchkeeperError when the request as a whole fails: nothing is known about any of them
 */
export const bulk = async (
  cluster: Cluster,
  operations: BulkOperation[],
  { refresh = false }: { refresh?: boolean } = {}
): Promise<BulkResult[]> => {
  const results: BulkResult[] = [];
  let lines: string[] = [];
  let size = 0;
  const flush = async () => {
    if (lines.length > 0) results.push(...(await send(cluster, lines, refresh)));
    lines = [];
    size = 0;
  };
  for (const operation of operations) {
    const line = `${JSON.stringify(action(operation))}\n${JSON.stringify(operation.source)}\n`;
    if (size + line.length > MAX_BYTES) await flush();
    lines.push(line);
    size += line.length;
  }
  await flush();
  return results;
};

/**
 * True for a refusal that will come again however often it is tried: the document is to blame, and not the state of the
 * cluster.
 */
export const isRefusedForGood = (result: BulkResult): boolean =>
  result.kind === 'failed' && (result.status === 400 || result.status === 413);

/** Throws for the first result that is neither written nor a conflict. */
export const demandWritten = (results: BulkResult[]): void => {
  for (const result of results) {
    if (result.kind === 'failed') {
      const code = result.status === 429 ? 'too_busy' : 'cluster_refused';
      throw new WatchkeeperError(code, result.reason, { status: result.status });
    }
  }
};
