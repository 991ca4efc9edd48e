import { partitionOf } from '../../common/hash';
import type { Delta } from '../../common/monitors/state';
import type { Message, MessageIntent } from '../../common/notifications/message';
import { bulk, demandWritten } from '../cluster/bulk';
import type { BulkOperation } from '../cluster/bulk';
import { indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

/** An intent as it enters the outbox. */
export const toMessage = (intent: MessageIntent): Message => ({
  ...intent,
  partition: partitionOf(intent.monitor_id),
  status: 'pending',
  attempts: [],
  next_attempt_at: intent.created_at,
});

const operationsOf = ({ alerts, events, messages }: Delta): BulkOperation[] => [
  ...alerts.map((alert): BulkOperation => ({
    kind: 'versioned',
    // By its start, so that every version of an alert meets the same document.
    index: indexFor('alerts', alert.start_time),
    id: alert.id,
    source: alert,
    version: alert.rev,
  })),
  ...events.map((event): BulkOperation => ({
    kind: 'create',
    index: indexFor('events', event.at),
    id: event.id,
    source: event,
  })),
  ...messages.map((message): BulkOperation => ({
    kind: 'create',
    index: indexFor('outbox', message.created_at),
    id: message.id,
    source: toMessage(message),
  })),
];

/**
 * Writes what commits have changed into alerts, events and outbox. Safe to repeat: ids are deterministic, a newer alert
 * wins, a message that is there stays as it is.
 *
 * @returns the messages that are new in the outbox
 */
export const project = async (
  cluster: Cluster,
  deltas: Delta[],
  options: { refresh?: boolean } = {}
): Promise<Message[]> => {
  const operations = deltas.flatMap(operationsOf);
  if (operations.length === 0) return [];
  const results = await bulk(cluster, operations, options);
  demandWritten(results);
  return operations.flatMap(({ kind, source }, i) =>
    kind === 'create' && results[i].kind === 'ok' && isMessage(source) ? [source] : []
  );
};

const isMessage = (source: unknown): source is Message =>
  typeof source === 'object' && source !== null && 'next_attempt_at' in source;
