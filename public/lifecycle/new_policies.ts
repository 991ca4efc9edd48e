import { i18n } from '@osd/i18n';
import type { JsonObject } from '../../common/json/record';

/** What a new policy may begin with. */
export interface NewPolicy {
  /** In the URL. */
  name: string;
  label: string;
  about: string;
  body: JsonObject;
}

const template = (pattern: string): JsonObject => ({ index_patterns: [pattern], priority: 100 });
const to = (state_name: string, conditions: JsonObject): JsonObject => ({ state_name, conditions });
const DELETE: JsonObject = { name: 'delete', actions: [{ delete: {} }], transitions: [] };

const policy = (description: string, states: JsonObject[]): JsonObject => ({
  description,
  default_state: String(states[0].name),
  ism_template: [template('logs-*')],
  states,
});

const rollover: JsonObject = { rollover: { min_primary_shard_size: '30gb', min_index_age: '1d' } };

/** Ready to be changed: each is right by itself, and says in its description what it does. */
export const newPolicies = (): NewPolicy[] => [
  {
    name: 'delete_after',
    label: i18n.translate('watchkeeper.lifecycle.new.deleteAfterLabel', {
      defaultMessage: 'Delete after some days',
    }),
    about: i18n.translate('watchkeeper.lifecycle.new.deleteAfterText', {
      defaultMessage:
        'For indices with a date in their name: each is deleted 30 days after it was made.',
    }),
    body: policy('Deletes indices 30 days after they were made', [
      { name: 'hot', actions: [], transitions: [to('delete', { min_index_age: '30d' })] },
      DELETE,
    ]),
  },
  {
    name: 'hot_warm_delete',
    label: i18n.translate('watchkeeper.lifecycle.new.hotWarmDeleteLabel', {
      defaultMessage: 'Hot, warm, delete',
    }),
    about: i18n.translate('watchkeeper.lifecycle.new.hotWarmDeleteText', {
      defaultMessage:
        'For indices with a date in their name: after 3 days without replicas and merged, after 15 days deleted.',
    }),
    body: policy('Hot for 3 days, then warm, deleted after 15 days', [
      {
        name: 'hot',
        actions: [{ index_priority: { priority: 100 } }],
        transitions: [to('warm', { min_index_age: '3d' })],
      },
      {
        name: 'warm',
        actions: [
          { index_priority: { priority: 50 } },
          { replica_count: { number_of_replicas: 0 } },
          { force_merge: { max_num_segments: 1 }, timeout: '12h' },
        ],
        transitions: [to('delete', { min_index_age: '15d' })],
      },
      DELETE,
    ]),
  },
  {
    name: 'rollover_delete',
    label: i18n.translate('watchkeeper.lifecycle.new.rolloverDeleteLabel', {
      defaultMessage: 'Roll over and delete',
    }),
    about: i18n.translate('watchkeeper.lifecycle.new.rolloverDeleteText', {
      defaultMessage:
        'For data streams and indices behind an alias: a new index every day or 30 GB, deleted 30 days after its rollover.',
    }),
    body: policy('A new index every day or 30 GB, deleted 30 days after its rollover', [
      {
        name: 'hot',
        actions: [rollover],
        transitions: [to('delete', { min_rollover_age: '30d' })],
      },
      DELETE,
    ]),
  },
  {
    name: 'snapshot_delete',
    label: i18n.translate('watchkeeper.lifecycle.new.snapshotDeleteLabel', {
      defaultMessage: 'Snapshot, then delete',
    }),
    about: i18n.translate('watchkeeper.lifecycle.new.snapshotDeleteText', {
      defaultMessage: 'After 30 days a snapshot is made of each index; then it is deleted.',
    }),
    body: policy('A snapshot after 30 days, then deleted', [
      { name: 'hot', actions: [], transitions: [to('backup', { min_index_age: '30d' })] },
      {
        name: 'backup',
        actions: [{ snapshot: { repository: 'backups', snapshot: '{{ctx.index}}' } }],
        transitions: [{ state_name: 'delete' }],
      },
      DELETE,
    ]),
  },
];

/** A policy with nothing in it but what every policy has. */
export const emptyPolicy = (): JsonObject => ({
  description: '',
  default_state: 'hot',
  states: [{ name: 'hot', actions: [], transitions: [] }],
});
