import { invalidInput, notFound } from '../../../common/errors';
import { MOST_PAGED } from '../../../common/notifications/deliveries_api';
import type {
  DeliveriesQuery,
  DeliveryPage,
  DeliveryRow,
  DeliveryStory,
} from '../../../common/notifications/deliveries_api';
import { digestOf } from '../../../common/notifications/digest';
import { MESSAGE_STATUSES } from '../../../common/notifications/deliveries_api';
import type { Message } from '../../../common/notifications/message';
import type { Clock } from '../../clock';
import { aliasOf } from '../../cluster/own_indices';
import type { Cluster } from '../../cluster/types';
import { deliveryFilter } from './delivery_filter';

export interface DeliveryListDeps {
  /** As the service account. */
  cluster: Cluster;
  clock: Pick<Clock, 'now'>;
  /** By id; those that are gone are left out. */
  destinationNames(ids: readonly string[]): Promise<Map<string, string>>;
}

interface ListAnswer {
  hits: { total: { value: number }; hits: Array<{ _source: Message }> };
  aggregations?: { statuses: { buckets: Array<{ key: Message['status']; doc_count: number }> } };
}

/** So much of the last answer a list shows. */
const ANSWER_LENGTH = 200;

const rowOf = (
  { attempts, ...message }: Message,
  names: ReadonlyMap<string, string>
): DeliveryRow => {
  const name = names.get(message.destination_id);
  const answer = attempts.at(-1)?.answer;
  return {
    ...message,
    attempts: attempts.length,
    ...(name === undefined ? {} : { destination_name: name }),
    ...(answer === undefined ? {} : { last_answer: answer.slice(0, ANSWER_LENGTH) }),
  };
};

const demandReachable = ({ page, per_page: size }: DeliveriesQuery): void => {
  if (page * size <= MOST_PAGED) return;
  const message = `Only the first ${MOST_PAGED} messages can be paged through: narrow the filters or the time, or turn the order round.`;
  throw invalidInput([{ field: 'page', message }]);
};

const search = async <T>(cluster: Cluster, body: object): Promise<T> => {
  const answer = await cluster.request<T>({
    method: 'POST',
    path: `/${aliasOf('outbox')}/_search`,
    body,
  });
  return answer.body;
};

/** A page of the outbox, with how many there are in each status. */
export const listDeliveries = async (
  { cluster, clock, destinationNames }: DeliveryListDeps,
  query: DeliveriesQuery
): Promise<DeliveryPage> => {
  demandReachable(query);
  const { page, per_page: size, sort, order, status } = query;
  const { hits, aggregations } = await search<ListAnswer>(cluster, {
    from: (page - 1) * size,
    size,
    track_total_hits: true,
    query: { bool: { filter: deliveryFilter(query, clock.now()) } },
    // After the counting: the counts are of all statuses.
    ...(status === undefined ? {} : { post_filter: { term: { status } } }),
    sort: [{ [sort]: { order, missing: '_last' } }, { created_at: order }, { rev: order }],
    _source: { excludes: ['message', 'facts', 'receiver'] },
    aggs: { statuses: { terms: { field: 'status', size: MESSAGE_STATUSES.length } } },
  });
  const found = hits.hits.map(({ _source }) => _source);
  const names = await destinationNames(found.map(({ destination_id: id }) => id));
  return {
    total: hits.total.value,
    items: found.map((message) => rowOf(message, names)),
    by_status: Object.fromEntries(
      (aggregations?.statuses.buckets ?? []).map(({ key, doc_count: count }) => [key, count])
    ),
  };
};

/** As many as go out as one, and more. */
const MOST_PARTS = 200;

/** The message that another went out as a part of. */
const digestWith = async (
  cluster: Cluster,
  { digest_id: id, destination_id: destination }: Message
): Promise<Message | undefined> => {
  if (id === undefined) return undefined;
  const filter = [{ term: { digest_id: id } }, { term: { destination_id: destination } }];
  const { hits } = await search<ListAnswer>(cluster, {
    size: MOST_PARTS,
    query: { bool: { filter } },
  });
  const [first, ...others] = hits.hits.map(({ _source }) => _source);
  return first && digestOf(id, [first, ...others]);
};

/** @throws WatchkeeperError `not_found` */
export const readDelivery = async (
  { cluster, destinationNames }: DeliveryListDeps,
  id: string
): Promise<DeliveryStory> => {
  const { hits } = await search<ListAnswer>(cluster, { size: 1, query: { ids: { values: [id] } } });
  const message = hits.hits.at(0)?._source;
  if (!message) throw notFound('message', id);
  const name = (await destinationNames([message.destination_id])).get(message.destination_id);
  const digest = await digestWith(cluster, message);
  return {
    message,
    ...(digest ? { digest } : {}),
    ...(name === undefined ? {} : { destination_name: name }),
  };
};
