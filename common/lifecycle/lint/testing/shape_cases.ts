import {
  DAYS,
  END,
  ROLLED,
  acting,
  facts,
  guarded,
  index,
  leading,
  rolling,
  state,
  to,
} from './lint_case';
import type { RuleCase } from './lint_case';

const MERGE = { force_merge: { max_num_segments: 1 } };
const SEND = { notification: { channel: { id: 'c' }, message_template: { source: 's' } } };
const CHIME = {
  destination: { chime: { url: 'https://x.test' } },
  message_template: { source: 's' },
};
const dated = { ...ROLLED, name: 'x-2023.02' };

/** Rules that look at nothing but the policy and its indices. */
export const SHAPE_CASES: readonly RuleCase[] = [
  { rule: 'refused', bad: { states: [] }, good: { states: leading(to('z')) } },
  {
    rule: 'empty_conditions',
    bad: { states: leading(to('z', {})) },
    good: { states: leading(to('z', { min_index_age: '1d' })) },
  },
  {
    rule: 'unreachable_state',
    bad: { states: [...leading(to('z')), { name: 'x', actions: [{ delete: {} }] }] },
    good: { states: leading(to('z')) },
  },
  {
    rule: 'no_exit',
    bad: { states: [state('a', [])] },
    good: { states: [state('a', [{ delete: {} }])] },
  },
  {
    rule: 'cycle',
    bad: { states: [state('a', [], to('b')), state('b', [], to('a', { min_state_age: '1d' }))] },
    good: { states: [state('a', [], to('b')), state('b', [], to('z')), END] },
  },
  {
    rule: 'shadowed_transition',
    bad: { states: leading(to('z'), to('z', { min_index_age: '1d' })) },
    good: { states: leading(to('z', { min_index_age: '1d' }), to('z')) },
  },
  {
    rule: 'weaker_transition',
    bad: { states: leading(to('z', { min_index_age: '1d' }), to('z', { min_index_age: '2d' })) },
    good: { states: leading(to('z', { min_index_age: '2d' }), to('z', { min_index_age: '1d' })) },
  },
  {
    rule: 'repeated_action',
    bad: { states: acting(MERGE, MERGE) },
    good: { states: acting(MERGE) },
  },
  {
    rule: 'mass_delete',
    bad: {
      states: [state('a', [], to('b', { min_index_age: '1d' })), state('b', [], to('z')), END],
      around: { indices: [index()] },
    },
    good: {
      states: leading(to('z', { min_index_age: '2d' })),
      around: { indices: [index()] },
    },
  },
  {
    rule: 'rollover_fails',
    bad: { states: rolling(), around: { indices: [index()] } },
    good: { states: rolling(), around: { indices: [{ facts: ROLLED }] } },
  },
  {
    rule: 'alias_in_template',
    bad: {
      states: rolling(),
      around: {
        indices: [{ facts: ROLLED }],
        index_templates: [{ name: 't', index_patterns: ['logs-*'], aliases: ['logs'] }],
      },
    },
    good: {
      states: rolling(),
      around: {
        indices: [{ facts: ROLLED }],
        index_templates: [{ name: 't', index_patterns: ['logs-*'], aliases: ['other'] }],
      },
    },
  },
  {
    rule: 'rollover_age_without_rollover',
    bad: { states: leading(to('z', { min_rollover_age: '1d' })) },
    good: { states: rolling({ min_rollover_age: '1d' }) },
  },
  {
    rule: 'index_age_after_rollover',
    bad: { states: rolling({ min_index_age: '1d' }) },
    good: { states: rolling({ min_rollover_age: '1d' }) },
  },
  {
    rule: 'rollover_of_dated_indices',
    bad: {
      states: rolling(),
      around: {
        indices: [{ facts: { ...dated, data_stream: { name: 'x', is_write_index: true } } }],
      },
    },
    good: { states: rolling(), around: { indices: [{ facts: ROLLED }] } },
  },
  {
    rule: 'write_block_stays',
    bad: { states: acting(MERGE) },
    good: { states: acting(MERGE, { read_write: {} }) },
  },
  {
    rule: 'legacy_destination',
    bad: { states: acting({ notification: CHIME }) },
    good: { states: acting(SEND) },
  },
  {
    rule: 'legacy_error_destination',
    bad: { states: leading(to('z')), more: { error_notification: CHIME } },
    good: { states: leading(to('z')), more: { error_notification: SEND.notification } },
  },
  {
    rule: 'notification_before_delete',
    bad: { states: [state('a', [SEND, { delete: {} }])] },
    good: { states: [state('a', [SEND], to('z')), END] },
  },
  {
    rule: 'delete_without_snapshot',
    // One way leads past the snapshot.
    bad: {
      states: [
        state('a', [], to('b', { min_doc_count: 1 }), to('z')),
        state('b', [{ snapshot: { repository: 'r', snapshot: 's' } }], to('z')),
        END,
      ],
    },
    good: { states: guarded() },
  },
  {
    rule: 'closed_index_stats',
    bad: {
      states: [
        state('a', [{ close: {} }], to('b')),
        state('b', [], to('z', { min_size: '1gb' })),
        END,
      ],
    },
    good: {
      states: [
        state('a', [{ close: {} }], to('b')),
        state('b', [{ open: {} }], to('z', { min_size: '1gb' })),
        END,
      ],
    },
  },
  {
    rule: 'timeout_too_short',
    bad: { states: acting({ ...MERGE, timeout: '10m' }) },
    good: { states: acting({ ...MERGE, timeout: '12h' }) },
  },
  {
    rule: 'retry_wait',
    bad: { states: acting({ read_only: {}, retry: { count: 0 } }) },
    good: { states: acting({ read_only: {}, retry: { count: 5, delay: '10m' } }) },
  },
  {
    rule: 'shrink_fails',
    bad: {
      states: acting({ shrink: { num_new_shards: 2 } }),
      around: { indices: [index({ primaries: 2 })] },
    },
    good: {
      states: acting({ shrink: { num_new_shards: 1 } }),
      around: { indices: [index({ primaries: 4 })] },
    },
  },
  {
    rule: 'existing_indices',
    bad: {
      ...{ states: leading(to('z')), around: { indices: [{ facts: ROLLED }] } },
      template: { index_patterns: ['logs-*'], priority: 5 },
    },
    good: {
      states: leading(to('z')),
      around: { indices: [{ facts: ROLLED, policy_id: 'p' }] },
      template: { index_patterns: ['logs-*'], priority: 5 },
    },
  },
  {
    rule: 'old_template_time',
    bad: {
      ...{ states: leading(to('z')), around: { indices: [{ facts: ROLLED }] } },
      template: { index_patterns: ['logs-*'], last_updated_time: DAYS(2) },
    },
    good: {
      ...{ states: leading(to('z')), around: { indices: [{ facts: facts() }] } },
      template: { index_patterns: ['logs-*'], last_updated_time: DAYS(2) },
    },
  },
  {
    rule: 'hidden_pattern',
    bad: { states: leading(to('z')), template: { index_patterns: ['.ds-logs-*'] } },
    good: { states: leading(to('z')), template: { index_patterns: ['logs*'] } },
  },
];
