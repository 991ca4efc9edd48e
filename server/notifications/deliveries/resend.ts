import type { Resend, ResendAnswer } from '../../../common/notifications/deliveries_api';
import type { Message } from '../../../common/notifications/message';
import type { Clock } from '../../clock';
import { bulk, demandWritten } from '../../cluster/bulk';
import type { BulkOperation } from '../../cluster/bulk';
import { aliasOf } from '../../cluster/own_indices';
import type { Cluster } from '../../cluster/types';
import { resent } from '../settle';
import { deliveryFilter } from './delivery_filter';

/** In one turn: read, swapped, and made visible before the next. */
const AT_ONCE = 500;

interface Hit {
  _index: string;
  _id: string;
  _seq_no: number;
  _primary_term: number;
  _source: Message;
}

export interface Resent extends ResendAnswer {
  /** The first of them, for the audit. */
  first?: Message;
}

const isDead = { term: { status: 'dead' } };

const findDead = async (cluster: Cluster, filter: object[]): Promise<Hit[]> => {
  await cluster.request({ method: 'POST', path: `/${aliasOf('outbox')}/_refresh` });
  const { body } = await cluster.request<{ hits: { hits: Hit[] } }>({
    method: 'POST',
    path: `/${aliasOf('outbox')}/_search`,
    query: { allow_partial_search_results: false },
    body: {
      size: AT_ONCE,
      seq_no_primary_term: true,
      track_total_hits: false,
      query: { bool: { filter: [isDead, ...filter] } },
      sort: [{ created_at: 'asc' }],
    },
  });
  return body.hits.hits;
};

/** @returns those that were still dead */
const swapAll = async (cluster: Cluster, hits: Hit[], now: number): Promise<Message[]> => {
  const messages = hits.map(({ _source }) => resent(_source, now));
  const operations = hits.map(({ _index, _id, _seq_no, _primary_term }, i): BulkOperation => ({
    kind: 'swap',
    index: _index,
    id: _id,
    source: messages[i],
    expected: { seq_no: _seq_no, primary_term: _primary_term },
  }));
  const results = await bulk(cluster, operations);
  demandWritten(results);
  return messages.filter((_message, i) => results[i].kind === 'ok');
};

/** Swaps until nothing is found any more that died before it began. */
const sweep = async (
  cluster: Cluster,
  filter: object[],
  now: number
): Promise<Required<Omit<Resent, 'first'>> & Pick<Resent, 'first'>> => {
  const before = { range: { finished_at: { lte: now, format: 'epoch_millis' } } };
  let first: Message | undefined;
  let count = 0;
  let passedOver = 0;
  for (;;) {
    const hits = await findDead(cluster, [...filter, before]);
    if (hits.length === 0) break;
    const swapped = await swapAll(cluster, hits, now);
    first ??= swapped[0];
    count += swapped.length;
    passedOver += hits.length - swapped.length;
    // Somebody else does the same: what is left is theirs.
    if (swapped.length === 0) break;
  }
  return { resent: count, passed_over: passedOver, ...(first ? { first } : {}) };
};

/**
 * Makes dead messages wait for their first attempt again, each by compare-and-swap.
 *
 * @param cluster as the service account
 */
export const resend = async (
  cluster: Cluster,
  clock: Pick<Clock, 'now'>,
  wanted: Resend
): Promise<Resent> => {
  const now = clock.now();
  if ('ids' in wanted) {
    const ids = [...new Set(wanted.ids)];
    const done = await sweep(cluster, [{ ids: { values: ids } }], now);
    return { ...done, passed_over: ids.length - done.resent };
  }
  const { status } = wanted.filters;
  if (status !== undefined && status !== 'dead') return { resent: 0, passed_over: 0 };
  return sweep(cluster, deliveryFilter(wanted.filters, now), now);
};
