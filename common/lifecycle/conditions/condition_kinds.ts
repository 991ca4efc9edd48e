import { phrase } from '../../phrase';
import type { Param } from '../actions/param';

/** What a transition may wait for: one of them, or none. Source: OpenSearch index-management, `Conditions`. */
export const CONDITION_KINDS: readonly Param[] = [
  {
    name: 'min_index_age',
    label: phrase('watchkeeper.lifecycle.conditions.minIndexAgeLabel', 'Age of the index'),
    help: phrase(
      'watchkeeper.lifecycle.conditions.minIndexAgeHelp',
      'Counted from the making of the index, also after a rollover.'
    ),
    type: { kind: 'duration' },
  },
  {
    name: 'min_rollover_age',
    label: phrase(
      'watchkeeper.lifecycle.conditions.minRolloverAgeLabel',
      'Time since the rollover'
    ),
    help: phrase(
      'watchkeeper.lifecycle.conditions.minRolloverAgeHelp',
      'Fails for an index that was never rolled over.'
    ),
    type: { kind: 'duration' },
  },
  {
    name: 'min_state_age',
    label: phrase('watchkeeper.lifecycle.conditions.minStateAgeLabel', 'Time in the state'),
    help: phrase(
      'watchkeeper.lifecycle.conditions.minStateAgeHelp',
      'Counted from when the index came into this state. From OpenSearch 3.2.'
    ),
    type: { kind: 'duration' },
  },
  {
    name: 'min_doc_count',
    label: phrase('watchkeeper.lifecycle.conditions.minDocCountLabel', 'Documents'),
    help: phrase(
      'watchkeeper.lifecycle.conditions.minDocCountHelp',
      'At least so many, without those that are deleted.'
    ),
    type: { kind: 'integer', min: 1 },
  },
  {
    name: 'min_size',
    label: phrase('watchkeeper.lifecycle.conditions.minSizeLabel', 'Size of the primaries'),
    help: phrase(
      'watchkeeper.lifecycle.conditions.minSizeHelp',
      'At least so large without replicas, as in 30gb or 512mb.'
    ),
    type: { kind: 'size' },
  },
  {
    name: 'cron',
    label: phrase('watchkeeper.lifecycle.conditions.cronLabel', 'Point of time'),
    type: { kind: 'cron' },
  },
  {
    name: 'no_alias',
    label: phrase('watchkeeper.lifecycle.conditions.noAliasLabel', 'No alias left'),
    help: phrase(
      'watchkeeper.lifecycle.conditions.noAliasHelp',
      'Switched off, it waits until the index has an alias. From OpenSearch 3.2.'
    ),
    type: { kind: 'switch' },
  },
];

const BY_NAME = new Map(CONDITION_KINDS.map((kind) => [kind.name, kind]));

/** Undefined for conditions that we do not know. */
export const conditionKind = (name: string): Param | undefined => BY_NAME.get(name);
