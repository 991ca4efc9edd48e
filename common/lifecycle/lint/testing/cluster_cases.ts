import type { Capabilities, Surroundings } from '../surroundings';
import { acting, guarded, index, leading, to } from './lint_case';
import type { RuleCase } from './lint_case';

const SEND = { notification: { channel: { id: 'c' }, message_template: { source: 's' } } };
const WARM = { allocation: { require: { temp: 'warm' } } };
const ON_LOGS = { index_patterns: ['logs-*'], priority: 5 };
const node = (temp: string, free?: number) => ({
  ...{ name: 'n', attributes: { temp }, ...(free === undefined ? {} : { free_bytes: free }) },
});
const HAS: Capabilities = {
  ...{ distribution: 'opensearch', version: '3.4.0', search_nodes: 0 },
  plugins: ['opensearch-notifications'],
};
const may = (...actions: string[]): Partial<Surroundings> => ({
  privileges: {
    ...{ user: 'jane', cluster: ['cluster:monitor/*'] },
    index: [{ patterns: ['logs-*'], actions }],
  },
});
const other = (priority: number): Partial<Surroundings> => ({
  templates: [{ policy_id: 'other', index_patterns: ['*-app'], priority }],
});
const overlapping = (around: Partial<Surroundings>) => ({
  ...{ states: leading(to('z')), template: ON_LOGS, around },
});

/** Rules that look at what the cluster has and allows. */
export const CLUSTER_CASES: readonly RuleCase[] = [
  {
    rule: 'not_allowed',
    bad: {
      states: acting({ close: {} }),
      around: { cluster: { red: false, allowed_actions: ['delete'] } },
    },
    good: {
      states: acting({ close: {} }),
      around: { cluster: { red: false, allowed_actions: ['delete', 'close'] } },
    },
  },
  {
    rule: 'no_repository',
    bad: { states: guarded(), around: { repositories: ['backup'] } },
    good: { states: guarded(), around: { repositories: ['r'] } },
  },
  {
    rule: 'denied_repository',
    bad: { states: guarded(), around: { repositories: ['r'], denied_repositories: ['r'] } },
    good: { states: guarded(), around: { repositories: ['r'], denied_repositories: ['x'] } },
  },
  {
    rule: 'no_channel',
    bad: {
      states: leading(to('z')),
      more: { error_notification: SEND.notification },
      around: { channels: [] },
    },
    good: { states: acting(SEND), around: { channels: ['c'] } },
  },
  {
    rule: 'no_pipeline',
    bad: {
      ...{ states: leading(to('z')), template: ON_LOGS },
      around: {
        pipelines: ['q'],
        index_templates: [{ name: 't', index_patterns: ['logs-*'], aliases: [], pipelines: ['p'] }],
      },
    },
    good: {
      ...{ states: leading(to('z')), template: ON_LOGS },
      around: {
        pipelines: ['p'],
        index_templates: [{ name: 't', index_patterns: ['logs-*'], aliases: [], pipelines: ['p'] }],
      },
    },
  },
  {
    rule: 'unsupported_here',
    bad: { states: acting({ search_only: {} }), around: { capabilities: HAS } },
    good: {
      states: acting({ search_only: {} }),
      around: { capabilities: { ...HAS, version: '3.5.0' } },
    },
  },
  {
    rule: 'lacks_privilege',
    bad: { states: acting(), template: ON_LOGS, around: may('indices:data/*') },
    good: { states: acting(), template: ON_LOGS, around: may('indices:admin/delete') },
  },
  {
    rule: 'too_many_replicas',
    bad: {
      states: acting({ replica_count: { number_of_replicas: 5 } }),
      around: { data_nodes: [node('hot')] },
    },
    good: {
      states: acting({ replica_count: { number_of_replicas: 0 } }),
      around: { data_nodes: [node('hot')] },
    },
  },
  {
    rule: 'auto_expand_replicas',
    bad: {
      states: acting({ replica_count: { number_of_replicas: 1 } }),
      around: { indices: [{ ...index(), auto_expand_replicas: '0-1' }] },
    },
    good: {
      states: acting({ replica_count: { number_of_replicas: 1 } }),
      around: { indices: [index()] },
    },
  },
  {
    rule: 'no_such_node',
    bad: {
      states: acting({ allocation: { include: { temp: 'warm,cold' } } }),
      around: { data_nodes: [node('hot')] },
    },
    good: {
      states: acting({ allocation: { include: { temp: 'warm,cold' } } }),
      around: { data_nodes: [node('cold')] },
    },
  },
  {
    rule: 'no_room',
    bad: {
      states: acting(WARM),
      around: { data_nodes: [node('warm', 1000)], indices: [index({ primary_bytes: 600 })] },
    },
    good: {
      states: acting(WARM),
      around: { data_nodes: [node('warm', 2000)], indices: [index({ primary_bytes: 600 })] },
    },
  },
  {
    rule: 'wait_for_ignored',
    bad: { states: acting({ allocation: { require: { temp: 'warm' }, wait_for: true } }) },
    good: { states: acting(WARM) },
  },
  { rule: 'template_conflict', bad: overlapping(other(5)), good: overlapping(other(6)) },
  { rule: 'template_overlap', bad: overlapping(other(6)), good: overlapping(other(5)) },
];
