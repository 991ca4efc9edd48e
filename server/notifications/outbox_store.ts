import { WatchkeeperError } from '../../common/errors';
import type { Message } from '../../common/notifications/message';
import { Batcher } from '../cluster/batcher';
import { bulk } from '../cluster/bulk';
import type { BulkOperation } from '../cluster/bulk';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import { readLastReceiver, readLastSaid, readStandings } from './outbox_order';
import type { About, DueMessage, Entry, OutboxStore, Place } from './outbox_types';

interface Hit<T> {
  _index: string;
  _id: string;
  _source: T;
}
interface SearchAnswer<T> {
  hits: { hits: Array<Hit<T>> };
}

const IDS_AT_ONCE = 1000;
const MESSAGES_OF_ALERT = 1000;

export const placeOf = ({ id, created_at: at }: Pick<Message, 'id' | 'created_at'>): Place => ({
  index: indexFor('outbox', at),
  id,
});

/** A message as something to be done. */
export const jobOf = (
  { index, id }: Place,
  {
    partition,
    facts,
    ...message
  }: Pick<Message, 'partition' | 'facts' | 'created_at' | 'tried_since'>
): DueMessage => {
  const { created_at, tried_since } = message;
  return {
    ...{ index, id, partition },
    age: tried_since === undefined ? { created_at } : { created_at, tried_since },
    ...(facts ? { key: facts.dedup_key } : {}),
  };
};

/** Waiting and due; or claimed by somebody who has not come back. */
const isDue = (partitions: readonly number[], now: number): object[] => [
  { terms: { partition: partitions } },
  {
    bool: {
      should: [
        {
          bool: {
            filter: [{ term: { status: 'pending' } }, { range: { next_attempt_at: { lte: now } } }],
          },
        },
        {
          bool: {
            filter: [
              { term: { status: 'sending' } },
              { range: { claim_expires_at: { lte: now } } },
            ],
          },
        },
      ],
      minimum_should_match: 1,
    },
  },
];

interface DestinationBuckets {
  aggregations?: {
    destinations: {
      buckets: Array<{ key: { destination: string } }>;
      after_key?: { destination: string };
    };
  };
}

interface Got extends Hit<Message> {
  found?: boolean;
  _seq_no: number;
  _primary_term: number;
  error?: { reason?: string };
}

const toEntry = ({ _index, _id, _seq_no, _primary_term, _source }: Got): Entry => ({
  index: _index,
  id: _id,
  seq_no: _seq_no,
  primary_term: _primary_term,
  message: _source,
});

/** By id, so as they are now, refreshed or not. An index that is gone took its messages along. */
const readMany = async (cluster: Cluster, places: Place[]): Promise<Array<Entry | undefined>> => {
  const docs = places.map(({ index: _index, id: _id }) => ({ _index, _id }));
  const { body } = await cluster.request<{ docs: Got[] }>({
    method: 'POST',
    path: '/_mget',
    body: { docs },
  });
  return body.docs.map((got) => (got.found ? toEntry(got) : undefined));
};

interface Swap {
  entry: Entry;
  message: Message;
}

/** One of them that could not be written is no conflict, and its own error. */
const swapMany = async (
  cluster: Cluster,
  swaps: Swap[]
): Promise<Array<Entry | undefined | WatchkeeperError>> => {
  const operations = swaps.map(({ entry, message }): BulkOperation => {
    const { index, id } = entry;
    return { kind: 'swap', index, id, source: message, expected: entry };
  });
  const results = await bulk(cluster, operations);
  return swaps.map(({ entry, message }, i) => {
    const result = results[i];
    if (result.kind === 'ok') return { ...entry, ...result.version, message };
    if (result.kind === 'conflict') return undefined;
    const { status, reason } = result;
    return new WatchkeeperError('cluster_refused', reason, { status, id: entry.id });
  });
};

/** In one request at the most: a burst of messages must not be a burst of requests. */
const AT_ONCE = 500;

/** @param pageSize How many destinations are asked for at once. */
export const createOutboxStore = (cluster: Cluster, pageSize = 1000): OutboxStore => {
  const search = async <T>(body: object): Promise<T> => {
    const answer = await cluster.request<T>({
      method: 'POST',
      path: `/${aliasOf('outbox')}/_search`,
      query: { allow_partial_search_results: false },
      body: { track_total_hits: false, ...body },
    });
    return answer.body;
  };

  const reads = new Batcher((places: Place[]) => readMany(cluster, places), AT_ONCE);
  const standings = new Batcher((batch: About[]) => readStandings(cluster, batch), AT_ONCE);
  const swaps = new Batcher((batch: Swap[]) => swapMany(cluster, batch), AT_ONCE);

  const messages = async (body: object): Promise<Message[]> => {
    const { hits } = await search<SearchAnswer<Message>>(body);
    return hits.hits.map(({ _source }) => _source);
  };

  return {
    get: (place) => reads.add(place),

    async swap(entry, message) {
      const swapped = await swaps.add({ entry, message });
      if (swapped instanceof WatchkeeperError) throw swapped;
      return swapped;
    },

    async dueDestinations(partitions, now) {
      if (partitions.length === 0) return [];
      const found: string[] = [];
      let after: { destination: string } | undefined;
      do {
        const composite = {
          size: pageSize,
          sources: [{ destination: { terms: { field: 'destination_id' } } }],
          ...(after ? { after } : {}),
        };
        const { aggregations } = await search<DestinationBuckets>({
          size: 0,
          query: { bool: { filter: isDue(partitions, now) } },
          aggs: { destinations: { composite } },
        });
        found.push(...(aggregations?.destinations.buckets ?? []).map(({ key }) => key.destination));
        after = aggregations?.destinations.after_key;
      } while (after);
      return found;
    },

    async due(destinationId, partitions, now, size) {
      if (partitions.length === 0) return [];
      const filter = [{ term: { destination_id: destinationId } }, ...isDue(partitions, now)];
      const { hits } = await search<SearchAnswer<Message>>({
        size,
        query: { bool: { filter } },
        sort: [{ created_at: 'asc' }, { rev: 'asc' }],
        _source: ['partition', 'created_at', 'tried_since', 'facts.dedup_key'],
      });
      return hits.hits.map(({ _index: index, _id: id, _source }) => jobOf({ index, id }, _source));
    },

    standing: (about) => standings.add(about),
    lastSaid: (about) => readLastSaid(cluster, about),
    lastReceiver: (about) => readLastReceiver(cluster, about),

    async byIds(ids) {
      const unique = [...new Set(ids)];
      const found: Message[] = [];
      for (let start = 0; start < unique.length; start += IDS_AT_ONCE) {
        const values = unique.slice(start, start + IDS_AT_ONCE);
        found.push(...(await messages({ size: values.length, query: { ids: { values } } })));
      }
      return found;
    },

    ofAlert: (alertId) =>
      messages({
        size: MESSAGES_OF_ALERT,
        query: { bool: { filter: [{ term: { alert_ids: alertId } }] } },
        sort: [{ created_at: 'desc' }],
      }),
  };
};
