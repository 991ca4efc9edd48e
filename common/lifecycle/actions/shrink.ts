import { phrase } from '../../phrase';
import { parseByteSize } from '../units/byte_size';
import { notTwice, once } from './action_kind';
import type { ActionKind } from './action_kind';
import { MOST_INT } from './check_param';
import { ALIAS_PARAMS } from './alias_params';

const SIZES = ['num_new_shards', 'max_shard_size', 'percentage_of_source_shards'];

export const shrink: ActionKind = {
  type: 'shrink',
  label: phrase('watchkeeper.lifecycle.actions.shrink.label', 'Shrink'),
  description: phrase(
    'watchkeeper.lifecycle.actions.shrink.description',
    'Makes a new index with fewer shards from this one.'
  ),
  params: [
    {
      name: 'num_new_shards',
      label: phrase(
        'watchkeeper.lifecycle.actions.shrink.numNewShardsLabel',
        'Shards of the new index'
      ),
      type: { kind: 'integer', min: 1, max: MOST_INT },
    },
    {
      name: 'max_shard_size',
      label: phrase('watchkeeper.lifecycle.actions.shrink.maxShardSizeLabel', 'Largest shard'),
      type: { kind: 'size' },
    },
    {
      name: 'percentage_of_source_shards',
      label: phrase(
        'watchkeeper.lifecycle.actions.shrink.percentageOfSourceShardsLabel',
        'Part of the shards'
      ),
      type: { kind: 'fraction', above: 0, below: 1 },
    },
    {
      name: 'target_index_name_template',
      label: phrase(
        'watchkeeper.lifecycle.actions.shrink.targetIndexNameTemplateLabel',
        'Name of the new index'
      ),
      type: { kind: 'template' },
      help: phrase(
        'watchkeeper.lifecycle.actions.shrink.targetIndexNameTemplateHelp',
        'Without it, the name with “_shrunken” at its end.'
      ),
    },
    {
      name: 'aliases',
      label: phrase(
        'watchkeeper.lifecycle.actions.shrink.aliasesLabel',
        'Aliases of the new index'
      ),
      type: {
        kind: 'list',
        of: {
          kind: 'named',
          name: phrase('watchkeeper.lifecycle.actions.shrink.aliasNameLabel', 'Alias'),
          of: { kind: 'object', params: ALIAS_PARAMS, strict: false },
          single: true,
          add: phrase('watchkeeper.lifecycle.actions.shrink.addAliasLabel', 'Add an alias'),
          start: {},
        },
        item: phrase('watchkeeper.lifecycle.actions.shrink.aliasLabel', 'Alias'),
        add: phrase('watchkeeper.lifecycle.actions.shrink.addAliasLabel', 'Add an alias'),
        start: { '': {} },
      },
    },
    {
      name: 'switch_aliases',
      label: phrase(
        'watchkeeper.lifecycle.actions.shrink.switchAliasesLabel',
        'Move the aliases over'
      ),
      type: { kind: 'switch' },
      default: false,
    },
    {
      name: 'force_unsafe',
      label: phrase(
        'watchkeeper.lifecycle.actions.shrink.forceUnsafeLabel',
        'Also without replicas'
      ),
      type: { kind: 'switch' },
    },
  ],
  steps: [
    once('attempt_move_shards_step'),
    once('wait_for_move_shards_step'),
    notTwice('attempt_shrink_step'),
    once('wait_for_shrink_step'),
  ],
  check: (params) => [
    ...(SIZES.filter((name) => (params[name] ?? null) !== null).length === 1
      ? []
      : [{ path: [], message: `It needs exactly one of ${SIZES.join(', ')}.` }]),
    ...(parseByteSize(String(params.max_shard_size)) === 0
      ? [{ path: ['max_shard_size'], message: 'It must be more than nothing.' }]
      : []),
  ],
};
