export const AUDITED_OBJECTS = [
  'monitor',
  'destination',
  'alert',
  'delivery',
  'template',
  'policy',
  'index',
  'index_template',
  'component_template',
  'alias',
  'data_stream',
] as const;
export type AuditedObject = (typeof AUDITED_OBJECTS)[number];

/** What people do. The word before the point is the kind of object. */
export const AUDITED_ACTS = [
  'monitor.created',
  'monitor.updated',
  'monitor.enabled',
  'monitor.disabled',
  'monitor.restored',
  'monitor.adopted',
  'monitor.deleted',
  'monitor.token_made',
  'destination.created',
  'destination.updated',
  'destination.deleted',
  'destination.tested',
  'alert.acknowledged',
  'alert.unacknowledged',
  'alert.commented',
  'delivery.paused',
  'delivery.resumed',
  'delivery.resent',
  'template.created',
  'template.updated',
  'template.deleted',
  'index.created',
  'index.opened',
  'index.closed',
  'index.refreshed',
  'index.flushed',
  'index.cache_cleared',
  'index.deleted',
  'index.made_read_only',
  'index.made_writable',
  'index.force_merge_begun',
  'index.reindex_begun',
  'index.rollover_begun',
  'index.clone_begun',
  'index.shrink_begun',
  'index.split_begun',
  'index.task_cancelled',
  'index.task_gone_on',
  'index.settings_changed',
  'index.mapping_changed',
  'index.aliases_changed',
  'policy.created',
  'policy.updated',
  'policy.deleted',
  'index.policy_applied',
  'index.policy_removed',
  'index.policy_changed',
  'index.policy_retried',
  'index.rollover_repaired',
  'index_template.created',
  'index_template.updated',
  'index_template.deleted',
  'component_template.created',
  'component_template.updated',
  'component_template.deleted',
  'alias.created',
  'alias.updated',
  'alias.deleted',
  'data_stream.created',
  'data_stream.rolled_over',
  'data_stream.deleted',
] as const;
export type AuditedAct = (typeof AUDITED_ACTS)[number];

/** More about an act. Instants are epoch milliseconds. */
export interface AuditDetails {
  /** Of an alert: its monitor. */
  monitor_id?: string;
  /** Of an acknowledgement, and of a pause: when it ends by itself. */
  until?: number;
  /** Of what is done to an index: the lifecycle policy, and the state in it. */
  policy_id?: string;
  state?: string;
  /** Of long work on indices: its record, and the index that it makes or fills. */
  task_id?: string;
  target?: string;
  /** Of a destination that was deleted: incidents that stay open there. */
  open_incidents?: number;
  /** The alias that it is rolled over by from then on. */
  alias?: string;
}

/** Who did what to which object, and when. Create-only. */
export interface AuditEntry {
  id: string;
  /** Epoch milliseconds. */
  at: number;
  /** Absent where the cluster knows no users. */
  who?: string;
  what: AuditedAct;
  object_type: AuditedObject;
  object_id: string;
  /** Of the object, as it was called then. */
  name: string;
  /** What they said: the note of a save, the comment of an acknowledgement. */
  said?: string;
  details?: AuditDetails;
}

/** An act as it is reported; id and instant are added. */
export type Act = Omit<AuditEntry, 'id' | 'at' | 'object_type'>;

export const objectTypeOf = (what: AuditedAct): AuditedObject =>
  AUDITED_OBJECTS.find((type) => what.startsWith(`${type}.`)) ?? 'monitor';
