import type { Message } from '../../../common/notifications/message';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { readDelivery } from './delivery_list';

const message = (id: string, changes: Partial<Message> = {}): Message => ({
  ...{ id, monitor_id: 'm', monitor_name: 'Errors', trigger_id: 't', trigger_name: 'Many' },
  ...{ action_id: 'a', action_name: 'Tell', destination_id: 'd', alert_ids: [], severity: '1' },
  ...{ subject: `Subject of ${id}`, message: 'body', period_start: 0, period_end: 1, rev: 1 },
  ...{ created_at: 1, partition: 0, status: 'sent', attempts: [], next_attempt_at: 1 },
  ...changes,
});

/** An outbox that finds messages by id and by the merged message that they went out as. */
const outbox = (messages: readonly Message[]) => {
  const searches: ClusterRequest[] = [];
  const cluster = {
    request: async (request: ClusterRequest) => {
      searches.push(request);
      const { query } = request.body as { query: { ids?: { values: string[] } } };
      const found = query.ids
        ? messages.filter(({ id }) => query.ids?.values.includes(id))
        : messages.filter(({ digest_id: digest }) => digest !== undefined);
      return { status: 200, body: { hits: { hits: found.map((_source) => ({ _source })) } } };
    },
  } as unknown as Cluster;
  const deps = {
    ...{ cluster, clock: { now: () => 5 } },
    destinationNames: async () => new Map([['d', 'Chat']]),
  };
  return { deps, searches };
};

describe('the story of a message', () => {
  it('has the name of its destination, and no merged message where it went out alone', async () => {
    const { deps, searches } = outbox([message('one')]);
    expect(await readDelivery(deps, 'one')).toEqual({
      ...{ message: message('one'), destination_name: 'Chat' },
    });
    expect(searches).toHaveLength(1);
  });

  it('has the merged message as its receiver got it, put together from its parts', async () => {
    const parts = [message('one', { digest_id: 'x' }), message('two', { digest_id: 'x' })];
    const { digest } = await readDelivery(outbox(parts).deps, 'two');
    expect(digest).toMatchObject({ id: 'x', subject: '2 messages: Subject of one' });
    expect(digest?.message).toContain('Subject of two');
  });

  it('is refused where there is no such message', async () => {
    await expect(readDelivery(outbox([]).deps, 'gone')).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
