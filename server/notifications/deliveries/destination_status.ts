import { MOST_STATUSES } from '../../../common/notifications/deliveries_api';
import type { DestinationStatus } from '../../../common/notifications/deliveries_api';
import type { Message } from '../../../common/notifications/message';
import type { Clock } from '../../clock';
import { aliasOf } from '../../cluster/own_indices';
import type { Cluster } from '../../cluster/types';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A message that failed and was sent later stands before one that failed in between: so many are looked at. */
const FAILED_SEEN = 3;

type Failed = Pick<Message, 'attempts' | 'reason' | 'status' | 'finished_at'>;

interface TopHits {
  last: { hits: { hits: Array<{ _source: Failed }> } };
}

interface Bucket {
  key: string;
  queue: { doc_count: number };
  sent: { last: { value: number | null }; recent: { doc_count: number } };
  dead: { recent: { doc_count: number } } & TopHits;
  failed: TopHits;
}

const since = (instant: number): object => ({
  range: { finished_at: { gte: instant, format: 'epoch_millis' } },
});

const lastBy = (field: string, size: number): object => ({
  top_hits: {
    size,
    sort: [{ [field]: { order: 'desc', missing: '_last' } }],
    _source: ['attempts', 'reason', 'status', 'finished_at'],
  },
});

const aggregations = (now: number): object => ({
  queue: { filter: { terms: { status: ['pending', 'sending'] } } },
  sent: {
    filter: { term: { status: 'sent' } },
    aggs: {
      last: { max: { field: 'finished_at' } },
      recent: { filter: since(now - HOUR) },
    },
  },
  dead: {
    filter: { term: { status: 'dead' } },
    aggs: { recent: { filter: since(now - DAY) }, last: lastBy('finished_at', 1) },
  },
  failed: {
    filter: { term: { 'attempts.ok': false } },
    aggs: { last: lastBy('attempts.at', FAILED_SEEN) },
  },
});

/** Of one message: its last failed attempt, or its death. */
const errorsOf = ({ attempts, reason, status, finished_at: at = 0 }: Failed) => {
  const failed = attempts.filter(({ ok }) => !ok).at(-1);
  const said = (answer: string, code?: number) =>
    answer === '' ? `It answered ${code ?? 'nothing'}.` : answer;
  return [
    ...(failed ? [{ at: failed.at, reason: said(failed.answer, failed.status) }] : []),
    ...(status === 'dead' && reason !== undefined ? [{ at, reason }] : []),
  ];
};

const statusOf = ({ key, queue, sent, dead, failed }: Bucket): DestinationStatus => {
  const errors = [...failed.last.hits.hits, ...dead.last.hits.hits].flatMap(({ _source }) =>
    errorsOf(_source)
  );
  const [lastError] = errors.sort((a, b) => b.at - a.at);
  return {
    id: key,
    ...(sent.last.value === null ? {} : { last_success: sent.last.value }),
    ...(lastError ? { last_error: lastError } : {}),
    queue: queue.doc_count,
    sent_last_hour: sent.recent.doc_count,
    dead_last_day: dead.recent.doc_count,
  };
};

/**
 * How destinations have been doing, by one search of the outbox. One status an id, in order.
 *
 * @param ids absent: those that the outbox knows, the busiest first
 * @param cluster as the service account
 */
export const statusOfDestinations = async (
  cluster: Cluster,
  clock: Pick<Clock, 'now'>,
  ids?: readonly string[]
): Promise<DestinationStatus[]> => {
  if (ids?.length === 0) return [];
  const { body } = await cluster.request<{
    aggregations?: { destinations: { buckets: Bucket[] } };
  }>({
    method: 'POST',
    path: `/${aliasOf('outbox')}/_search`,
    body: {
      size: 0,
      track_total_hits: false,
      query: { bool: { filter: ids ? [{ terms: { destination_id: ids } }] : [] } },
      aggs: {
        destinations: {
          terms: { field: 'destination_id', size: ids?.length ?? MOST_STATUSES },
          aggs: aggregations(clock.now()),
        },
      },
    },
  });
  const buckets = body.aggregations?.destinations.buckets ?? [];
  if (!ids) return buckets.map(statusOf);
  const found = new Map(buckets.map((bucket) => [bucket.key, bucket]));
  return ids.map((id) => {
    const bucket = found.get(id);
    return bucket ? statusOf(bucket) : { id, queue: 0, sent_last_hour: 0, dead_last_day: 0 };
  });
};
