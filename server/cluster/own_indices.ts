/**
 * The plugin's own indices (design 5): explicit mappings, hidden, read through an alias, a format version in `_meta`.
 * A dated family has one index a period, named after the instant that the document belongs to and not the wall clock,
 * so that `op_type=create` meets the same index when it is repeated; whole indices are dropped.
 */
export const FORMAT_VERSION = 1;

type Field =
  | { type: string; index?: boolean; doc_values?: boolean; ignore_above?: number }
  | { type: 'object'; enabled: false }
  | { properties: Record<string, Field> };

const keyword: Field = { type: 'keyword' };
const date: Field = { type: 'date' };
const long: Field = { type: 'long' };
const double: Field = { type: 'double' };
const boolean: Field = { type: 'boolean' };
const stored: Field = { type: 'object', enabled: false };
/** Found by a term, never sorted or counted. */
const term: Field = { type: 'keyword', doc_values: false };
const text: Field = { type: 'text' };
/** Found by a part of it; the longest ones are not. */
const part: Field = { type: 'keyword', doc_values: false, ignore_above: 2000 };

export type Family =
  | 'leases'
  | 'states'
  | 'chunks'
  | 'secrets'
  | 'authorisations'
  | 'heartbeats'
  | 'hints'
  | 'ticks'
  | 'alerts'
  | 'events'
  | 'outbox'
  | 'findings'
  | 'versions'
  | 'audit'
  | 'switches'
  | 'tasks';

export interface FamilyDefinition {
  /** `none`: one index; otherwise one a day or month (UTC). */
  period: 'none' | 'day' | 'month';
  properties: Record<string, Field>;
  /** How soon a write is found by a search. */
  refreshInterval?: string;
}

export const FAMILIES: Readonly<Record<Family, FamilyDefinition>> = {
  leases: { period: 'none', properties: { kind: keyword, partition: long } },
  states: { period: 'none', properties: { partition: long, monitor_id: keyword } },
  chunks: { period: 'day', properties: { monitor_id: term } },
  secrets: { period: 'none', properties: { destination_id: keyword } },
  authorisations: { period: 'none', properties: { monitor_id: keyword } },
  heartbeats: { period: 'none', properties: { monitor_id: keyword, made_at: date } },
  hints: { period: 'day', properties: { at: date } },
  ticks: {
    period: 'day',
    properties: {
      partition: long,
      tick: date,
      monitors: term,
      notable: term,
      gaps: term,
      rows: stored,
      checkpoint: stored,
    },
  },
  alerts: {
    period: 'month',
    properties: {
      monitor_id: keyword,
      monitor_name: { type: 'keyword' },
      trigger_id: keyword,
      trigger_name: keyword,
      severity: keyword,
      state: keyword,
      start_time: date,
      end_time: date,
      last_notification_time: date,
      acknowledged_time: date,
      acknowledged_by: keyword,
      error_message: text,
      last_seen: date,
      active_time: date,
      acknowledged_until: date,
      measure: double,
      peak: double,
      flapping: boolean,
      no_data: boolean,
      tags: keyword,
      owner: keyword,
      group: { properties: { field: keyword, value: keyword } },
      rev: long,
    },
  },
  events: {
    period: 'month',
    properties: {
      alert_id: keyword,
      monitor_id: keyword,
      trigger_id: keyword,
      at: date,
      to: keyword,
      rev: long,
    },
  },
  findings: {
    period: 'day',
    properties: {
      monitor_id: keyword,
      monitor_name: keyword,
      index: keyword,
      related_doc_ids: keyword,
      queries: { properties: { id: keyword, name: keyword, tags: keyword } },
      timestamp: date,
      rev: long,
    },
  },
  versions: { period: 'month', properties: { object_type: keyword, object_id: keyword, at: date } },
  audit: {
    period: 'month',
    properties: {
      at: date,
      who: keyword,
      what: keyword,
      object_type: keyword,
      object_id: keyword,
      name: keyword,
      said: text,
      details: stored,
    },
  },
  outbox: {
    period: 'day',
    properties: {
      monitor_id: keyword,
      monitor_name: part,
      trigger_id: keyword,
      trigger_name: part,
      action_id: keyword,
      action_name: part,
      subject: part,
      destination_id: keyword,
      digest_id: term,
      alert_ids: keyword,
      attempts: { properties: { at: date, ok: boolean } },
      facts: { properties: { dedup_key: keyword } },
      partition: long,
      status: keyword,
      next_attempt_at: date,
      claim_expires_at: date,
      created_at: date,
      finished_at: date,
      tried_since: date,
      rev: long,
    },
  },
  switches: { period: 'none', properties: { kind: keyword } },
  tasks: {
    period: 'month',
    properties: {
      kind: keyword,
      state: keyword,
      sources: keyword,
      target: keyword,
      who: keyword,
      created_at: date,
    },
  },
};

const PREFIX = '.watchkeeper-';

/** Whether an index, or an alias, is one of ours. */
export const isOwn = (index: string): boolean => index.startsWith(PREFIX);

/** What is read: every index of the family. */
export const aliasOf = (family: Family): string => `${PREFIX}${family}`;

/** The index that a document of this instant belongs to. */
export const indexFor = (family: Family, at = 0): string => {
  const { period } = FAMILIES[family];
  const base = `${PREFIX}${family}-v${FORMAT_VERSION}`;
  if (period === 'none') return base;
  const day = new Date(at).toISOString().slice(0, period === 'day' ? 10 : 7);
  return `${base}-${day.replace(/-/g, '.')}`;
};

/** Whether an index is one of the family's, of whatever format and period. */
export const belongsTo = (family: Family, index: string): boolean =>
  index.startsWith(`${PREFIX}${family}-v`);

/** The instant after the last one that belongs to a dated index; undefined where the name is not one of the family's. */
export const endOfIndex = (family: Family, index: string): number | undefined => {
  const suffix = index.slice(`${PREFIX}${family}-v${FORMAT_VERSION}-`.length);
  const [, year, month, day] = /^(\d{4})\.(\d{2})(?:\.(\d{2}))?$/.exec(suffix) ?? [];
  if (year === undefined) return undefined;
  return day === undefined
    ? Date.UTC(Number(year), Number(month), 1)
    : Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
};

const settingsOf = ({ refreshInterval }: FamilyDefinition) => ({
  index: {
    hidden: true,
    number_of_shards: 1,
    auto_expand_replicas: '0-1',
    ...(refreshInterval ? { refresh_interval: refreshInterval } : {}),
  },
});

/** The index template of a family: an index that a write makes gets its mapping, wherever the write comes from. */
export const templateOf = (family: Family) => {
  const definition = FAMILIES[family];
  return {
    index_patterns: [`${PREFIX}${family}-v${FORMAT_VERSION}*`],
    priority: 500,
    template: {
      settings: settingsOf(definition),
      mappings: {
        dynamic: false,
        _meta: { watchkeeper_format: FORMAT_VERSION },
        properties: definition.properties,
      },
      aliases: { [aliasOf(family)]: { is_hidden: true } },
    },
  };
};
