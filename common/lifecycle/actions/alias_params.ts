import { phrase } from '../../phrase';
import type { Param } from './param';

/** What an alias says of itself, wherever one is made. Source: OpenSearch core, `AliasActions` and `Alias`. */
export const ALIAS_PARAMS: readonly Param[] = [
  {
    name: 'is_write_index',
    label: phrase('watchkeeper.lifecycle.aliases.isWriteIndexLabel', 'Takes the writes'),
    type: { kind: 'switch' },
    nullable: true,
    help: phrase(
      'watchkeeper.lifecycle.aliases.isWriteIndexHelp',
      'What is written to the alias goes to this index.'
    ),
  },
  {
    name: 'filter',
    label: phrase('watchkeeper.lifecycle.aliases.filterLabel', 'Only documents that match'),
    type: { kind: 'json' },
    help: phrase(
      'watchkeeper.lifecycle.aliases.filterHelp',
      'A query in the JSON of searches. Without it, all documents.'
    ),
    example: '{ "term": { "level": "error" } }',
    rare: true,
  },
  {
    name: 'routing',
    label: phrase('watchkeeper.lifecycle.aliases.routingLabel', 'Routing'),
    type: { kind: 'text' },
    nullable: true,
    help: phrase(
      'watchkeeper.lifecycle.aliases.routingHelp',
      'Of writes and of searches through the alias.'
    ),
    rare: true,
  },
  {
    name: 'index_routing',
    label: phrase('watchkeeper.lifecycle.aliases.indexRoutingLabel', 'Routing of writes'),
    type: { kind: 'text' },
    nullable: true,
    rare: true,
  },
  {
    name: 'search_routing',
    label: phrase('watchkeeper.lifecycle.aliases.searchRoutingLabel', 'Routing of searches'),
    type: { kind: 'text' },
    nullable: true,
    rare: true,
  },
  {
    name: 'is_hidden',
    label: phrase('watchkeeper.lifecycle.aliases.isHiddenLabel', 'Hidden from wildcards'),
    type: { kind: 'switch' },
    nullable: true,
    rare: true,
  },
];
