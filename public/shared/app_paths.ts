import { APP_IDS } from '../../common/plugin';
import type { AppId } from '../../common/plugin';

/** A page of some room: the app, and the path (with its query) within it. */
export interface AppPath {
  app: AppId;
  path: string;
}

const query = (values: Record<string, string>): string => new URLSearchParams(values).toString();
const segment = encodeURIComponent;

/** Where the rooms' pages are, so that one room can link to another without knowing it. */
export const appPaths = {
  monitors: (): AppPath => ({ app: APP_IDS.monitors, path: '/' }),
  createMonitor: (): AppPath => ({ app: APP_IDS.monitors, path: '/create' }),
  cloneMonitor: (id: string): AppPath => ({
    app: APP_IDS.monitors,
    path: `/create?${query({ clone: id })}`,
  }),
  readyMadeMonitor: (which: string): AppPath => ({
    app: APP_IDS.monitors,
    path: `/create?${query({ ready: which })}`,
  }),
  monitorFromSearch: (id: string): AppPath => ({
    app: APP_IDS.monitors,
    path: `/create?${query({ search: id })}`,
  }),
  monitor: (id: string): AppPath => ({ app: APP_IDS.monitors, path: `/${segment(id)}` }),
  editMonitor: (id: string): AppPath => ({ app: APP_IDS.monitors, path: `/${segment(id)}/edit` }),
  /** The editor, at the back-test. */
  backTestMonitor: (id: string): AppPath => ({
    app: APP_IDS.monitors,
    path: `/${segment(id)}/edit?${query({ back_test: 'true' })}`,
  }),
  alerts: (): AppPath => ({ app: APP_IDS.alerts, path: '/' }),
  /** Of all of the time. */
  alertsWhere: (filters: Record<string, string>): AppPath => ({
    app: APP_IDS.alerts,
    path: `/?${query({ from: 'all', ...filters })}`,
  }),
  alertsOfMonitor: (monitorId: string, state = 'all'): AppPath => ({
    app: APP_IDS.alerts,
    path: `/?${query({ monitor_id: monitorId, state, from: 'all' })}`,
  }),
  /** All alerts of one monitor with this value in their group. */
  alertsOfGroup: (monitorId: string, value: string): AppPath => ({
    app: APP_IDS.alerts,
    path: `/?${query({ monitor_id: monitorId, group: value, state: 'all', from: 'all' })}`,
  }),
  alert: (id: string): AppPath => ({ app: APP_IDS.alerts, path: `/${segment(id)}` }),
  overview: (): AppPath => ({ app: APP_IDS.overview, path: '/' }),
  scheduler: (): AppPath => ({ app: APP_IDS.overview, path: '/scheduler' }),
  audit: (): AppPath => ({ app: APP_IDS.overview, path: '/audit' }),
  auditOf: (objectId: string): AppPath => ({
    app: APP_IDS.overview,
    path: `/audit?${query({ object_id: objectId })}`,
  }),
  destinations: (): AppPath => ({ app: APP_IDS.destinations, path: '/' }),
  createDestination: (): AppPath => ({ app: APP_IDS.destinations, path: '/create' }),
  /** The form of a new one that begins with what can be seen of another. */
  duplicateDestination: (id: string): AppPath => ({
    app: APP_IDS.destinations,
    path: `/create?${query({ clone: id })}`,
  }),
  destinationsWhere: (filters: Record<string, string>): AppPath => ({
    app: APP_IDS.destinations,
    path: `/?${query(filters)}`,
  }),
  templates: (): AppPath => ({ app: APP_IDS.destinations, path: '/templates' }),
  createTemplate: (): AppPath => ({ app: APP_IDS.destinations, path: '/templates/create' }),
  template: (id: string): AppPath => ({
    app: APP_IDS.destinations,
    path: `/templates/edit/${segment(id)}`,
  }),
  deliveries: (): AppPath => ({ app: APP_IDS.destinations, path: '/deliveries' }),
  /** Of all of the time, unless the filters say from when. */
  deliveriesWhere: (filters: Record<string, string>): AppPath => ({
    app: APP_IDS.destinations,
    path: `/deliveries?${query({ from: 'all', ...filters })}`,
  }),
  delivery: (id: string): AppPath => ({
    app: APP_IDS.destinations,
    path: `/deliveries/${segment(id)}`,
  }),
  indices: (): AppPath => ({ app: APP_IDS.indices, path: '/' }),
  /** The table with these filters. */
  indicesWhere: (filters: Record<string, string>): AppPath => ({
    app: APP_IDS.indices,
    path: `/?${query(filters)}`,
  }),
  createIndex: (): AppPath => ({ app: APP_IDS.indices, path: '/create' }),
  indexFamilies: (): AppPath => ({ app: APP_IDS.indices, path: '/families' }),
  index: (name: string): AppPath => ({ app: APP_IDS.indices, path: `/index/${segment(name)}` }),
  dataStreams: (): AppPath => ({ app: APP_IDS.indices, path: '/data_streams' }),
  dataStream: (name: string): AppPath => ({
    app: APP_IDS.indices,
    path: `/data_streams/${segment(name)}`,
  }),
  aliases: (): AppPath => ({ app: APP_IDS.indices, path: '/aliases' }),
  aliasesWhere: (filters: Record<string, string>): AppPath => ({
    app: APP_IDS.indices,
    path: `/aliases?${query(filters)}`,
  }),
  indexTemplates: (): AppPath => ({ app: APP_IDS.indices, path: '/index_templates' }),
  indexTemplate: (name: string): AppPath => ({
    app: APP_IDS.indices,
    path: `/index_templates/${segment(name)}`,
  }),
  /** One of old, which is shown and not edited. */
  legacyTemplate: (name: string): AppPath => ({
    app: APP_IDS.indices,
    path: `/index_templates/${segment(name)}?${query({ kind: 'legacy' })}`,
  }),
  /** The editor of a new one; with `clone` and `kind` it begins with another. */
  createIndexTemplate: (from: Record<string, string> = {}): AppPath => ({
    app: APP_IDS.indices,
    path: `/create_index_template?${query(from)}`,
  }),
  componentTemplate: (name: string): AppPath => ({
    app: APP_IDS.indices,
    path: `/component_templates/${segment(name)}`,
  }),
  createComponentTemplate: (from: Record<string, string> = {}): AppPath => ({
    app: APP_IDS.indices,
    path: `/create_component_template?${query(from)}`,
  }),
  componentTemplates: (): AppPath => ({ app: APP_IDS.indices, path: '/component_templates' }),
  /** Long work on indices: what runs, and what became of it. */
  indexTasks: (): AppPath => ({ app: APP_IDS.indices, path: '/tasks' }),
  /** The form of a task, with indices in it. */
  beginIndexTask: (kind: string, indices: readonly string[]): AppPath => ({
    app: APP_IDS.indices,
    path: `/tasks/begin/${segment(kind)}${indices.length > 0 ? `?${query({ indices: indices.join(',') })}` : ''}`,
  }),
  policies: (): AppPath => ({ app: APP_IDS.lifecycle, path: '/' }),
  managedIndices: (): AppPath => ({ app: APP_IDS.lifecycle, path: '/managed' }),
  managedIndicesWhere: (filters: Record<string, string>): AppPath => ({
    app: APP_IDS.lifecycle,
    path: `/managed?${query(filters)}`,
  }),
  managedIndex: (name: string): AppPath => ({
    app: APP_IDS.lifecycle,
    path: `/managed/${segment(name)}`,
  }),
  /** Where a policy is applied to indices: by `policy`, `indices` (names with commas between) or `pattern`. */
  applyPolicy: (what: { policy?: string; indices?: string; pattern?: string }): AppPath => ({
    app: APP_IDS.lifecycle,
    path: `/apply?${query(what)}`,
  }),
  lifecycleForecast: (): AppPath => ({ app: APP_IDS.lifecycle, path: '/forecast' }),
  policyNames: (): AppPath => ({ app: APP_IDS.lifecycle, path: '/names' }),
  /** Which policy takes in an index of this name. */
  policyOfName: (name: string): AppPath => ({
    app: APP_IDS.lifecycle,
    path: `/names?${query({ name })}`,
  }),
  /** The editor of a new policy that begins with a template, by its name. */
  createPolicy: (from = ''): AppPath => ({
    app: APP_IDS.lifecycle,
    path: `/create${from && `?${query({ from })}`}`,
  }),
  importPolicies: (): AppPath => ({ app: APP_IDS.lifecycle, path: '/import' }),
  clonePolicy: (id: string): AppPath => ({
    app: APP_IDS.lifecycle,
    path: `/create?${query({ clone: id })}`,
  }),
  /** @param where the query of a view and a state of it, with its question mark */
  policy: (id: string, where = ''): AppPath => ({
    app: APP_IDS.lifecycle,
    path: `/policies/${segment(id)}${where}`,
  }),
  destination: (id: string): AppPath => ({ app: APP_IDS.destinations, path: `/${segment(id)}` }),
};
