import type { Message } from '../../common/notifications/message';
import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import type { About, Making, Standing } from './outbox_types';

const KEY = 'facts.dedup_key';
/** Of the last that were sent, so many are looked through for what their receiver gave. */
const SENT_SEEN = 10;

interface Bucket {
  key: { destination: string; about: string };
  unsettled: TopHit;
  sent: TopHit;
}

interface TopHit {
  one: { hits: { hits: Array<{ _source: Making }> } };
}

/** In the order of their making. */
const byMaking = (order: 'asc' | 'desc'): object[] => [{ created_at: order }, { rev: order }];

const firstBy = (order: 'asc' | 'desc'): object => ({
  one: { top_hits: { size: 1, sort: byMaking(order), _source: ['created_at', 'rev'] } },
});

/** What was written a moment ago counts as well: the order hangs on it. */
const searchNow = async <T>(cluster: Cluster, body: object): Promise<T> => {
  const alias = aliasOf('outbox');
  await cluster.request({ method: 'POST', path: `/${alias}/_refresh` });
  const answer = await cluster.request<T>({
    method: 'POST',
    path: `/${alias}/_search`,
    query: { allow_partial_search_results: false },
    body: { track_total_hits: false, ...body },
  });
  return answer.body;
};

const nameOf = (destinationId: string, key: string): string => JSON.stringify([destinationId, key]);

const standingOf = ({ unsettled, sent }: Bucket): Standing => {
  const [from, upTo] = [unsettled, sent].map(({ one }) => one.hits.hits.at(0)?._source);
  return { ...(from ? { unsettledFrom: from } : {}), ...(upTo ? { sentUpTo: upTo } : {}) };
};

/** By one search for all of them; one standing each, in order. */
export const readStandings = async (
  cluster: Cluster,
  abouts: readonly About[]
): Promise<Standing[]> => {
  const unique = (values: string[]) => [...new Set(values)];
  const filter = [
    { terms: { destination_id: unique(abouts.map(({ destinationId }) => destinationId)) } },
    { terms: { [KEY]: unique(abouts.map(({ key }) => key)) } },
  ];
  const found = new Map<string, Standing>();
  let after: object | undefined;
  do {
    const { aggregations } = await searchNow<{
      aggregations?: { abouts: { buckets: Bucket[]; after_key?: object } };
    }>(cluster, {
      size: 0,
      query: { bool: { filter } },
      aggs: {
        abouts: {
          composite: {
            size: 1000,
            sources: [
              { destination: { terms: { field: 'destination_id' } } },
              { about: { terms: { field: KEY } } },
            ],
            ...(after ? { after } : {}),
          },
          aggs: {
            unsettled: {
              filter: { terms: { status: ['pending', 'sending'] } },
              aggs: firstBy('asc'),
            },
            sent: {
              filter: { term: { status: 'sent' } },
              aggs: firstBy('desc'),
            },
          },
        },
      },
    });
    for (const bucket of aggregations?.abouts.buckets ?? []) {
      found.set(nameOf(bucket.key.destination, bucket.key.about), standingOf(bucket));
    }
    after = aggregations?.abouts.after_key;
  } while (after);
  return abouts.map(({ destinationId, key }) => found.get(nameOf(destinationId, key)) ?? {});
};

export const readLastReceiver = async (
  cluster: Cluster,
  { destinationId, key }: About
): Promise<Message['receiver']> => {
  const { hits } = await searchNow<{
    hits: { hits: Array<{ _source: Pick<Message, 'receiver'> }> };
  }>(cluster, {
    size: SENT_SEEN,
    query: {
      bool: {
        filter: [
          { term: { destination_id: destinationId } },
          { term: { [KEY]: key } },
          { term: { status: 'sent' } },
        ],
      },
    },
    sort: [...byMaking('desc'), { finished_at: 'desc' }],
    _source: ['receiver'],
  });
  return hits.hits.find(({ _source }) => _source.receiver !== undefined)?._source.receiver;
};
