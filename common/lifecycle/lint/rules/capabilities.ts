import type { JsonObject } from '../../../json/record';
import { phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import type { Sentence } from '../../../sentence';
import type { Path } from '../../policy/policy';
import { removeAt } from '../edit';
import type { Found, LintInput, Rule } from '../finding';
import type { Capabilities, LintedIndex } from '../surroundings';
import { TAKE_OUT, actionsOf, someOf } from './placed';
import type { Placed } from './placed';

/** What of the engine came with which version, and which actions need more than the engine. */

/** Since which version of OpenSearch. Source: release notes and history of OpenSearch index-management. */
const ACTIONS_SINCE: Readonly<Record<string, string>> = { search_only: '3.5' };
const PARAMS_SINCE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rollover: { any_of: '3.8', prevent_empty_rollover: '3.4' },
};
const CONDITIONS_SINCE: Readonly<Record<string, string>> = {
  no_alias: '3.2',
  min_state_age: '3.2',
};

const partsOf = (version: string): number[] => version.split('.').map((part) => parseInt(part, 10));

const PRODUCTS = { opensearch: 'OpenSearch', elasticsearch: 'Elasticsearch' };

/** Clusters of Elasticsearch have the engine of Open Distro, which is older than every version of OpenSearch. */
const isOlder = ({ distribution, version }: Capabilities, since: string): boolean => {
  if (distribution === 'elasticsearch') return true;
  const [[major, minor], [needed, least]] = [partsOf(version), partsOf(since)];
  return major < needed || (major === needed && minor < least);
};

const tooNew = (what: string, since: string | undefined, has: Capabilities, path: Path): Found[] =>
  since !== undefined && isOlder(has, since)
    ? [
        {
          path,
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.tooNew',
              '“{what}” came with OpenSearch {since}; this cluster has {product} {version}, which refuses it.'
            ),
            { what, since, product: PRODUCTS[has.distribution], version: has.version }
          ),
          repair: { label: TAKE_OUT, apply: (body: JsonObject) => removeAt(body, path) },
        },
      ]
    : [];

const versionFaults = (input: LintInput, has: Capabilities): Found[] => [
  ...actionsOf(input).flatMap(({ action: { type, params }, path }) => [
    ...tooNew(type, ACTIONS_SINCE[type], has, path),
    ...Object.keys(params).flatMap((name) =>
      // False is what it would be without.
      params[name] === null || params[name] === false
        ? []
        : tooNew(name, PARAMS_SINCE[type]?.[name], has, [...path, type, name])
    ),
  ]),
  ...input.policy.states.flatMap(({ transitions }, i) =>
    transitions.flatMap(({ conditions = {} }, j) =>
      Object.keys(conditions).flatMap((name) =>
        tooNew(name, CONDITIONS_SINCE[name], has, ['states', i, 'transitions', j, 'conditions'])
      )
    )
  ),
];

const REPLICATION = 'opensearch-cross-cluster-replication';
const NOTIFICATIONS = 'opensearch-notifications';

const needs = (
  placed: Placed,
  has: Capabilities,
  indices: readonly LintedIndex[]
): Sentence | undefined => {
  const { type, params } = placed.action;
  if (type === 'stop_replication' && !has.plugins.includes(REPLICATION)) {
    return sentence(
      phrase(
        'watchkeeper.lifecycle.rules.needsReplication',
        'It ends a replication between clusters, and no node has the plugin “{plugin}”: the action fails.'
      ),
      { plugin: REPLICATION }
    );
  }
  if (type === 'notification' && (params.channel ?? null) !== null) {
    return has.plugins.includes(NOTIFICATIONS)
      ? undefined
      : sentence(
          phrase(
            'watchkeeper.lifecycle.rules.needsNotifications',
            'Channels belong to the plugin “{plugin}”, which no node has: the message is not sent.'
          ),
          { plugin: NOTIFICATIONS }
        );
  }
  if (type === 'convert_index_to_remote' && has.search_nodes === 0) {
    return sentence(
      phrase(
        'watchkeeper.lifecycle.rules.needsSearchNodes',
        'No node has the role “search” or “warm”, which hold indices that stay in a repository: the action fails.'
      )
    );
  }
  if (type !== 'search_only') return undefined;
  const lacking = indices.filter(({ can_be_search_only: can }) => can === false);
  return lacking.length === 0
    ? undefined
    : sentence(
        phrase(
          'watchkeeper.lifecycle.rules.needsSearchReplicas',
          'It needs a remote store, replication by segments and a search replica, and {indices} {count, plural, one {lacks} other {lack}} one of them: the action waits for ever.'
        ),
        { indices: someOf(lacking), count: { chosen_by: lacking.length } }
      );
};

const unsupported: Rule = {
  name: 'unsupported_here',
  severity: 'error',
  find: (input) => {
    const { capabilities: has, indices = [] } = input.around;
    if (!has) return [];
    const lacking = actionsOf(input).flatMap((placed) => {
      const said = needs(placed, has, indices);
      return said === undefined ? [] : [{ path: placed.path, said }];
    });
    return [...versionFaults(input, has), ...lacking];
  },
};

export const CAPABILITY_RULES: readonly Rule[] = [unsupported];
