import { useMemo } from 'react';
import { ALERTS_PATH } from '../../common/alerts/api';
import type { AcknowledgeAllAnswer, UnacknowledgeAnswer } from '../../common/alerts/api';
import { FIELDS_PATH, VALUES_PATH } from '../../common/indices/fields';
import type { FieldsAnswer, ValuesAnswer } from '../../common/indices/fields';
import { MONITORS_PATH } from '../../common/monitors/api';
import type {
  ConditionAnswer,
  DryRun,
  MonitorRecord,
  MonitorVersion,
  MonitorsPage,
  QueryRun,
  RunsPage,
} from '../../common/monitors/api';
import { BULK_PATH } from '../../common/monitors/bulk';
import type { BulkAnswer, BulkRequest } from '../../common/monitors/bulk';
import type { IndexFamily } from '../../common/indices/families';
import type { Monitor, SearchInput } from '../../common/monitors/monitor';
import type { RunAt } from '../../common/monitors/explain_run';
import type { MonitorHistory } from '../../common/monitors/history/history';
import type { Window } from '../../common/monitors/run';
import type { WindowsAnswer } from '../../common/monitors/windows';
import { DESTINATIONS_PATH } from '../../common/notifications/api';
import type {
  DestinationRecord,
  SaveDestination,
  SendAnswer,
} from '../../common/notifications/api';
import type { Page } from '../../common/page';
import { API_BASE } from '../../common/plugin';
import type { ApiClient } from '../shared/api_client';
import { useServices } from '../shared/services';

export interface MonitorsListQuery {
  search: string;
  state: string;
  type: string;
  tag: string;
  owner: string;
  health: string;
  sort: string;
  order: string;
  page: number;
  per_page: number;
}

export interface RunsQuery {
  size: number;
  notable: boolean;
  before?: number;
}

export interface ConditionQuestion {
  source: string;
  monitor: Monitor;
  trigger: Monitor['triggers'][number];
  window: Window;
  /** The cluster's answer, as text. */
  response: string;
}

export interface IndexSuggestions {
  indices: string[];
  aliases: string[];
  data_streams: string[];
}

/** What the server does to a monitor by one request without a body. */
export type MonitorVerb = 'enable' | 'disable' | 'adopt';

const path = (id: string): string => `${MONITORS_PATH}/${encodeURIComponent(id)}`;

/** The routes that the pages of this room call. */
export const createMonitorsApi = (api: ApiClient) => ({
  list: (query: MonitorsListQuery, signal?: AbortSignal) =>
    api.get<MonitorsPage>(MONITORS_PATH, { query: { ...query }, signal }),
  bulk: (request: BulkRequest) => api.post<BulkAnswer>(BULK_PATH, request),
  acknowledgeAll: (monitorIds: string[]) =>
    api.post<AcknowledgeAllAnswer>(`${ALERTS_PATH}/_acknowledge_all`, { monitor_ids: monitorIds }),
  unacknowledge: (alerts: AcknowledgeAllAnswer['acknowledged']) =>
    api.post<UnacknowledgeAnswer>(`${ALERTS_PATH}/_unacknowledge`, { alerts }),
  get: (id: string, signal?: AbortSignal) => api.get<MonitorRecord>(path(id), { signal }),
  /** `note`: what the author says about this version. */
  create: (monitor: Monitor, note?: string) =>
    api.post<MonitorRecord>(MONITORS_PATH, { monitor, note }),
  update: (id: string, version: string, monitor: Monitor, note?: string) =>
    api.put<MonitorRecord>(path(id), { monitor, version, note }),
  versions: (id: string, signal?: AbortSignal) =>
    api.get<MonitorVersion[]>(`${path(id)}/versions`, { signal }),
  restore: (id: string, versionId: string, version: string) =>
    api.post<MonitorRecord>(`${path(id)}/_restore`, { version_id: versionId, version }),
  remove: (id: string) => api.delete<unknown>(path(id)),
  tell: (id: string, verb: MonitorVerb) => api.post<unknown>(`${path(id)}/_${verb}`),
  runs: (id: string, query: RunsQuery, signal?: AbortSignal) =>
    api.get<RunsPage>(`${path(id)}/runs`, { query: { ...query }, signal }),
  windows: (id: string, signal?: AbortSignal) =>
    api.get<WindowsAnswer>(`${path(id)}/windows`, { signal }),
  history: (id: string, from: string, to: string, signal?: AbortSignal) =>
    api.get<MonitorHistory>(`${path(id)}/history`, { query: { from, to }, signal }),
  runAt: (id: string, instant: number, signal?: AbortSignal) =>
    api.get<RunAt>(`${path(id)}/runs/_at`, { query: { instant }, signal }),
  runQuery: (input: SearchInput, intervalMs: number, queryDelaySeconds: number) =>
    api.post<QueryRun>(`${MONITORS_PATH}/_run`, {
      input,
      interval_ms: intervalMs,
      query_delay_seconds: queryDelaySeconds,
    }),
  /** What a run would find. `id` is empty before the first save. */
  dryRun: (monitor: Monitor, id: string) =>
    api.post<DryRun>(`${MONITORS_PATH}/_dry_run`, {
      monitor,
      ...(id === '' ? {} : { monitor_id: id }),
    }),
  evaluateCondition: (question: ConditionQuestion, signal?: AbortSignal) =>
    api.post<ConditionAnswer>(`${MONITORS_PATH}/_condition`, question, { signal }),
  suggestIndices: (query: string, signal?: AbortSignal) =>
    api.get<IndexSuggestions>(`${API_BASE}/indices/_suggest`, { query: { query }, signal }),
  families: (signal?: AbortSignal) =>
    api.get<{ families: IndexFamily[] }>(`${API_BASE}/indices/_families`, { signal }),
  fields: (indices: readonly string[], signal?: AbortSignal) =>
    api.get<FieldsAnswer>(FIELDS_PATH, { query: { indices: indices.join(',') }, signal }),
  /** The most frequent values that begin so. */
  values: (indices: readonly string[], field: string, begin: string, signal?: AbortSignal) =>
    api.get<ValuesAnswer>(VALUES_PATH, {
      query: { indices: indices.join(','), field, query: begin },
      signal,
    }),
  /** Sends one message by a destination that is not saved. */
  tryDestination: (destination: SaveDestination, subject: string, message: string) =>
    api.post<SendAnswer>(`${DESTINATIONS_PATH}/_test`, { destination, subject, message }),
  createDestination: (destination: SaveDestination) =>
    api.post<DestinationRecord>(DESTINATIONS_PATH, destination),
  destinations: (signal?: AbortSignal) =>
    api.get<Page<DestinationRecord>>(DESTINATIONS_PATH, {
      query: { per_page: 1000, sort: 'name' },
      signal,
    }),
  sendTest: (destinationId: string, subject: string, message: string) =>
    api.post<SendAnswer>(`${DESTINATIONS_PATH}/${encodeURIComponent(destinationId)}/_test`, {
      subject,
      message,
    }),
});

export type MonitorsApi = ReturnType<typeof createMonitorsApi>;

export const useMonitorsApi = (): MonitorsApi => {
  const { api } = useServices();
  return useMemo(() => createMonitorsApi(api), [api]);
};

/** Keys of what is fetched, so that a change can have it fetched again. */
export const monitorKeys = {
  lists: () => ['monitors', 'list'] as const,
  list: (query: MonitorsListQuery) => ['monitors', 'list', query] as const,
  one: (id: string) => ['monitors', 'one', id] as const,
  runs: (id: string, query: RunsQuery) => ['monitors', 'runs', id, query] as const,
  windows: (id: string) => ['monitors', 'windows', id] as const,
  history: (id: string, from: string, to: string) => ['monitors', 'history', id, from, to] as const,
  runAt: (id: string, instant: number) => ['monitors', 'run_at', id, instant] as const,
  alertCounts: (id: string) => ['monitors', 'alerts', id] as const,
  suggestions: (query: string) => ['indices', 'suggest', query] as const,
  families: () => ['indices', 'families'] as const,
  fields: (indices: readonly string[]) => ['indices', 'fields', ...indices] as const,
  values: (indices: readonly string[], field: string, begin: string) =>
    ['indices', 'values', field, begin, ...indices] as const,
  destinations: () => ['destinations', 'all'] as const,
};
