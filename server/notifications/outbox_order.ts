import { isIncidentOpen } from '../../common/notifications/kinds/incident';
import type { Message } from '../../common/notifications/message';
import type { MessageEvent } from '../../common/notifications/message_facts';
import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import type { About, Making, Standing } from './outbox_types';

const KEY = 'facts.dedup_key';
/** Of the last that were sent, so many are looked through for what their receiver gave. */
const SENT_SEEN = 10;

interface Bucket {
  key: { destination: string; about: string };
  unsettled: TopHit<Making>;
  sent: TopHit<Making>;
}

interface TopHit<T> {
  one: { hits: { hits: Array<{ _source: T }> } };
}

const MAKING: ReadonlyArray<keyof Making> = ['created_at', 'rev'];

/** In the order of their making. */
const byMaking = (order: 'asc' | 'desc'): object[] => [{ created_at: order }, { rev: order }];

const firstBy = (order: 'asc' | 'desc', _source: readonly string[] = MAKING): object => ({
  one: { top_hits: { ...{ size: 1, _source }, sort: byMaking(order) } },
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

/** Of the messages about one thing that were sent, the last ones first. */
const lastSent = async <T>(
  cluster: Cluster,
  { destinationId, key }: About,
  size: number,
  _source: string[]
): Promise<T[]> => {
  const filter = [
    { term: { destination_id: destinationId } },
    { term: { [KEY]: key } },
    { term: { status: 'sent' } },
  ];
  const { hits } = await searchNow<{ hits: { hits: Array<{ _source: T }> } }>(cluster, {
    ...{ size, _source, query: { bool: { filter } } },
    sort: [...byMaking('desc'), { finished_at: 'desc' }],
  });
  return hits.hits.map(({ _source: found }) => found);
};

export const readLastReceiver = async (
  cluster: Cluster,
  about: About
): Promise<Message['receiver']> => {
  const found = await lastSent<Pick<Message, 'receiver'>>(cluster, about, SENT_SEEN, ['receiver']);
  return found.find(({ receiver }) => receiver !== undefined)?.receiver;
};

type Told = Pick<Message, 'facts'>;

export const readLastSaid = async (
  cluster: Cluster,
  about: About
): Promise<MessageEvent | undefined> => {
  const [last] = await lastSent<Told>(cluster, about, 1, ['facts.event']);
  return last?.facts?.event;
};

/** Incidents, by what they are about, of which a destination was told, and not that they are over. */
export const countOpenIncidents = async (
  cluster: Cluster,
  destinationId: string
): Promise<number> => {
  let open = 0;
  let after: object | undefined;
  do {
    const { aggregations } = await searchNow<{
      aggregations?: { abouts: { buckets: Array<TopHit<Told>>; after_key?: object } };
    }>(cluster, {
      size: 0,
      query: {
        bool: {
          filter: [{ term: { destination_id: destinationId } }, { term: { status: 'sent' } }],
        },
      },
      aggs: {
        abouts: {
          composite: {
            ...{ size: 1000, sources: [{ about: { terms: { field: KEY } } }] },
            ...(after ? { after } : {}),
          },
          aggs: firstBy('desc', ['facts.event']),
        },
      },
    });
    const said = (aggregations?.abouts.buckets ?? []).map(
      ({ one }) => one.hits.hits.at(0)?._source.facts?.event
    );
    open += said.filter(isIncidentOpen).length;
    after = aggregations?.abouts.after_key;
  } while (after);
  return open;
};
