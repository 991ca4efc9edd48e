import type { JsonObject } from '../../../json/record';
import type { Path } from '../../policy/policy';
import { removeAt } from '../edit';
import type { Finding, LintInput, Rule } from '../finding';
import type { Capabilities, LintedIndex } from '../surroundings';
import { actionsOf, some } from './placed';
import type { Placed } from './placed';

/** What of the engine came with which version, and which actions need more than the engine. */

type Found = Omit<Finding, 'rule' | 'severity'>;

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
          message: `“${what}” came with OpenSearch ${since}; this cluster has ${has.distribution === 'opensearch' ? 'OpenSearch' : 'Elasticsearch'} ${has.version}, which refuses it.`,
          repair: { label: 'Take it out', apply: (body: JsonObject) => removeAt(body, path) },
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
): string | undefined => {
  const { type, params } = placed.action;
  if (type === 'stop_replication' && !has.plugins.includes(REPLICATION)) {
    return `It ends a replication between clusters, and no node has the plugin “${REPLICATION}”: the action fails.`;
  }
  if (type === 'notification' && (params.channel ?? null) !== null) {
    return has.plugins.includes(NOTIFICATIONS)
      ? undefined
      : `Channels belong to the plugin “${NOTIFICATIONS}”, which no node has: the message is not sent.`;
  }
  if (type === 'convert_index_to_remote' && has.search_nodes === 0) {
    return 'No node has the role “search” or “warm”, which hold indices that stay in a repository: the action fails.';
  }
  if (type !== 'search_only') return undefined;
  const lacking = indices.filter(({ can_be_search_only: can }) => can === false);
  return lacking.length === 0
    ? undefined
    : `It needs a remote store, replication by segments and a search replica, and ${some(lacking.map(({ facts }) => facts.name))} ${lacking.length === 1 ? 'lacks' : 'lack'} one of them: the action waits for ever.`;
};

const unsupported: Rule = {
  name: 'unsupported_here',
  severity: 'error',
  find: (input) => {
    const { capabilities: has, indices = [] } = input.around;
    if (!has) return [];
    const lacking = actionsOf(input).flatMap((placed) => {
      const message = needs(placed, has, indices);
      return message === undefined ? [] : [{ path: placed.path, message }];
    });
    return [...versionFaults(input, has), ...lacking];
  },
};

export const CAPABILITY_RULES: readonly Rule[] = [unsupported];
