import { isRecord } from '../../../json/record';
import type { JsonObject } from '../../../json/record';
import { phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import { editAt, removeAt } from '../edit';
import type { Rule } from '../finding';
import type { LintedIndex, NodeFacts } from '../surroundings';
import { TAKE_OUT, about, someOf } from './placed';

/** Rules about where shards and their copies find a place. */

const replicas = about('too_many_replicas', 'warning', ['replica_count'], (placed, { around }) => {
  const wanted = Number(placed.action.params.number_of_replicas);
  const nodes = around.data_nodes?.length;
  const path = [...placed.path, 'replica_count', 'number_of_replicas'];
  return nodes !== undefined && nodes > 0 && wanted + 1 > nodes
    ? [
        {
          path,
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.tooManyReplicas',
              'With {nodes, plural, one {# data node} other {# data nodes}} at most {replicas, plural, one {# replica finds} other {# replicas find}} a place: the index stays yellow.'
            ),
            { nodes: { chosen_by: nodes }, replicas: { chosen_by: nodes - 1 } }
          ),
          repair: {
            label: sentence(
              phrase('watchkeeper.lifecycle.rules.tooManyReplicasRepair', 'Set {replicas}'),
              { replicas: { count: nodes - 1 } }
            ),
            apply: (body: JsonObject) => editAt(body, path, () => nodes - 1),
          },
        },
      ]
    : [];
});

const autoExpand = about(
  'auto_expand_replicas',
  'warning',
  ['replica_count'],
  ({ path }, { around: { indices = [] } }) => {
    const expanding = indices.filter(({ auto_expand_replicas: range }) => range !== undefined);
    return expanding.length === 0
      ? []
      : [
          {
            path,
            said: sentence(
              phrase(
                'watchkeeper.lifecycle.rules.autoExpandReplicas',
                '{indices} have auto_expand_replicas, which the action leaves as it is: the cluster goes on choosing the number by itself.'
              ),
              { indices: someOf(expanding) }
            ),
          },
        ];
  }
);

const KINDS = ['require', 'include', 'exclude'] as const;

const valuesOf = (value: unknown): string[] =>
  String(value)
    .split(',')
    .map((each) => each.trim());

const asPattern = (value: string): RegExp =>
  new RegExp(
    `^${value
      .split('*')
      .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`
  );

/** Underscored names stand for what every node has. Those that are not known here are not judged. */
const attributeOf = (node: NodeFacts, name: string): string | undefined =>
  name === '_name' ? node.name : node.attributes[name];

const holds = (node: NodeFacts, name: string, value: unknown): boolean =>
  valuesOf(value).some((each) => asPattern(each).test(attributeOf(node, name) ?? ''));

const fits = (params: JsonObject, node: NodeFacts): boolean => {
  const [required, included, excluded] = KINDS.map((kind) => {
    const named: unknown = params[kind];
    return Object.entries(isRecord(named) ? named : {}).map(([name, value]) =>
      holds(node, name, value)
    );
  });
  return (
    required.every(Boolean) &&
    (included.length === 0 || included.some(Boolean)) &&
    !excluded.some(Boolean)
  );
};

const askedFor = (params: JsonObject): string =>
  KINDS.flatMap((kind) => {
    const named: unknown = params[kind];
    return Object.entries(isRecord(named) ? named : {}).map(
      ([name, value]) => `${kind} ${name}: ${String(value)}`
    );
  }).join(', ');

const UNKNOWN = ['_ip', '_publish_ip', '_host_ip', '_host', '_id', '_tier', '_tier_preference'];

const isJudged = (params: JsonObject): boolean =>
  !KINDS.some((kind) => {
    const named: unknown = params[kind];
    return isRecord(named) && Object.keys(named).some((name) => UNKNOWN.includes(name));
  });

const allocation = about('no_such_node', 'warning', ['allocation'], (placed, { around }) => {
  const { params } = placed.action;
  const nodes = around.data_nodes;
  if (!nodes || nodes.length === 0 || askedFor(params) === '' || !isJudged(params)) return [];
  return nodes.some((node) => fits(params, node))
    ? []
    : [
        {
          path: [...placed.path, 'allocation'],
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.noSuchNode',
              'No data node answers to {asked}: the shards stay where they are, and new copies of them find no place.'
            ),
            { asked: askedFor(params) }
          ),
        },
      ];
});

const bytesOf = ({ facts }: LintedIndex): number =>
  (facts.primary_bytes ?? 0) * (facts.replicas + 1);

const capacity = about('no_room', 'warning', ['allocation'], (placed, { around }) => {
  const { params } = placed.action;
  const { data_nodes: nodes = [], indices = [] } = around;
  const chosen = nodes.filter((node) => fits(params, node));
  const known = chosen.flatMap(({ free_bytes: free }) => (free === undefined ? [] : [free]));
  if (!isJudged(params) || chosen.length === 0 || known.length < chosen.length) return [];
  const free = known.reduce((sum, each) => sum + each, 0);
  const large = indices.filter((index) => bytesOf(index) > free);
  return large.length === 0
    ? []
    : [
        {
          path: [...placed.path, 'allocation'],
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.noRoom',
              'The nodes that answer to {asked} have {free} free, less than {indices} {count, plural, one {takes} other {take}}: shards stay where they are.'
            ),
            {
              asked: askedFor(params),
              free: { bytes: free },
              indices: someOf(large),
              count: { chosen_by: large.length },
            }
          ),
        },
      ];
});

const waitFor = about('wait_for_ignored', 'warning', ['allocation'], ({ action, path }) => {
  const place = [...path, 'allocation', 'wait_for'];
  return action.params.wait_for === true
    ? [
        {
          path: place,
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.waitForIgnored',
              'Index State Management stores wait_for and does not wait: the next action begins while the shards still move.'
            )
          ),
          repair: { label: TAKE_OUT, apply: (body: JsonObject) => removeAt(body, place) },
        },
      ]
    : [];
});

export const PLACEMENT_RULES: readonly Rule[] = [
  ...[replicas, autoExpand, allocation, capacity, waitFor],
];
