import { partitionOf } from '../../common/hash';
import type { Delta } from '../../common/monitors/state';
import type { Message, MessageIntent } from '../../common/notifications/message';
import { bulk, isRefusedForGood } from '../cluster/bulk';
import type { BulkOperation, BulkResult } from '../cluster/bulk';
import { indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import type { Claim, EnteredMessage } from '../notifications/types';

/** An intent as it enters the outbox. */
export const toMessage = (intent: MessageIntent): Message => ({
  ...intent,
  partition: partitionOf(intent.monitor_id),
  status: 'pending',
  attempts: [],
  next_attempt_at: intent.created_at,
});

const operationsOf = (
  { alerts, events, messages, findings = [] }: Delta,
  claimed: ReadonlyMap<string, Message>
): BulkOperation[] => [
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
    source: claimed.get(message.id) ?? toMessage(message),
  })),
  ...findings.map((finding): BulkOperation => ({
    kind: 'create',
    index: indexFor('findings', finding.at),
    id: finding.id,
    source: finding,
  })),
];

export interface Projected {
  /** What is new in the outbox. */
  messages: EnteredMessage[];
  /** What has to be projected again, with the reason: the cluster could not take it now. */
  waiting: Map<Delta, string>;
  /** Documents that the cluster will never take, with the reason. Nothing else waits for them. */
  refused: Array<{ monitorId: string; reason: string }>;
}

/**
 * Writes what commits have changed into alerts, events, outbox and findings. Safe to repeat: ids are deterministic, a newer alert
 * wins, a message that is there stays as it is. One delta that fails does not stop the others.
 *
 * @throws WatchkeeperError when nothing is known about any of them
 */
export const project = async (
  cluster: Cluster,
  deltas: Delta[],
  { claim = (messages) => messages, ...options }: { refresh?: boolean; claim?: Claim } = {}
): Promise<Projected> => {
  const projected: Projected = { messages: [], waiting: new Map(), refused: [] };
  const messages = deltas.flatMap((delta) => delta.messages.map(toMessage));
  const claimed = new Map(claim(messages).map((message) => [message.id, message]));
  const entries = deltas.flatMap((delta) =>
    operationsOf(delta, claimed).map((operation) => ({ delta, operation }))
  );
  if (entries.length === 0) return projected;
  const results = await bulk(
    cluster,
    entries.map(({ operation }) => operation),
    options
  );
  entries.forEach(({ delta, operation }, i) => note(projected, delta, operation, results[i]));
  return projected;
};

const note = (
  { messages, waiting, refused }: Projected,
  delta: Delta,
  { kind, source }: BulkOperation,
  result: BulkResult
): void => {
  if (result.kind === 'ok' && kind === 'create' && isMessage(source)) {
    messages.push({ message: source, version: result.version });
  }
  if (result.kind !== 'failed') return;
  if (isRefusedForGood(result)) {
    const { monitor_id: monitorId } = source as { monitor_id: string };
    refused.push({ monitorId, reason: result.reason });
  } else {
    waiting.set(delta, result.reason);
  }
};

const isMessage = (source: unknown): source is Message =>
  typeof source === 'object' && source !== null && 'next_attempt_at' in source;
