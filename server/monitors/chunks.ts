import type { Delta, MonitorState, Pending } from '../../common/monitors/state';
import { bulk, demandWritten } from '../cluster/bulk';
import { indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

/** A delta with more entries than this stands in documents of its own, written before the state that names them. */
const INLINE_ENTRIES = 500;

type Entries = Pick<Delta, 'alerts' | 'events' | 'messages' | 'findings'>;

const sizeOf = ({ alerts, events, messages, findings = [] }: Entries): number =>
  alerts.length + events.length + messages.length + findings.length;

const slices = <T>(list: T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / INLINE_ENTRIES) }, (_, i) =>
    list.slice(i * INLINE_ENTRIES, (i + 1) * INLINE_ENTRIES)
  );

const empty: Entries = { alerts: [], events: [], messages: [] };

const split = ({ alerts, events, messages, findings = [] }: Delta): Entries[] => [
  ...slices(alerts).map((part) => ({ ...empty, alerts: part })),
  ...slices(events).map((part) => ({ ...empty, events: part })),
  ...slices(messages).map((part) => ({ ...empty, messages: part })),
  ...slices(findings).map((part) => ({ ...empty, findings: part })),
];

const chunkId = (monitorId: string, nonce: string, i: number) => `${monitorId}.${nonce}.${i}`;

/**
 * Moves a large delta out of a state that is about to be committed. The chunks carry a nonce: an attempt that loses the
 * compare-and-swap leaves chunks that nobody names, and that go with their index.
 */
export const moveLargeDelta = async (
  cluster: Cluster,
  next: MonitorState,
  delta: Delta,
  nonce: string
): Promise<MonitorState> => {
  if (sizeOf(delta) <= INLINE_ENTRIES) return next;
  const parts = split(delta);
  const results = await bulk(
    cluster,
    parts.map((part, i) => ({
      kind: 'create',
      index: indexFor('chunks', delta.at),
      id: chunkId(next.monitor_id, nonce, i),
      source: { monitor_id: next.monitor_id, rev: delta.rev, ...part },
    }))
  );
  demandWritten(results);
  const pending: Pending = {
    kind: 'chunked',
    rev: delta.rev,
    at: delta.at,
    nonce,
    chunks: parts.length,
  };
  return { ...next, pending };
};

/** The delta that a state's commit left to be projected. */
export const readPending = async (
  cluster: Cluster,
  state: MonitorState
): Promise<Delta | undefined> => {
  const { pending, monitor_id: monitorId } = state;
  if (!pending) return undefined;
  if (pending.kind === 'inline') return pending.delta;
  const { rev, at, nonce, chunks } = pending;
  const ids = Array.from({ length: chunks }, (_, i) => chunkId(monitorId, nonce, i));
  const { body } = await cluster.request<{ docs?: Array<{ _source?: Entries }> }>(
    { method: 'POST', path: `/${indexFor('chunks', at)}/_mget`, body: { ids } },
    // Dropped with its retention: it was projected long ago.
    { ignore: [404] }
  );
  const parts = (body.docs ?? []).map(({ _source }) => _source ?? empty);
  return {
    rev,
    at,
    alerts: parts.flatMap(({ alerts }) => alerts),
    events: parts.flatMap(({ events }) => events),
    messages: parts.flatMap(({ messages }) => messages),
    findings: parts.flatMap(({ findings = [] }) => findings),
  };
};
