import { phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import type { Path, Policy } from '../../policy/policy';
import type { Found, LintInput, Rule } from '../finding';
import type { Privileges } from '../surroundings';
import { actionsOf } from './placed';

/**
 * The policy acts as whoever saves it. Source of the names: the permissions of OpenSearch, as its security plugin lists
 * them.
 */
const SETTINGS = 'indices:admin/settings/update';
const ON_INDICES: Readonly<Record<string, string>> = {
  ...{ rollover: 'indices:admin/rollover', force_merge: 'indices:admin/forcemerge' },
  ...{ read_only: SETTINGS, read_write: SETTINGS, replica_count: SETTINGS },
  ...{ index_priority: SETTINGS, allocation: SETTINGS, alias: 'indices:admin/aliases' },
  ...{ close: 'indices:admin/close', open: 'indices:admin/open', delete: 'indices:admin/delete' },
  shrink: 'indices:admin/resize',
};
const ON_CLUSTER: Readonly<Record<string, string>> = {
  snapshot: 'cluster:admin/snapshot/create',
  convert_index_to_remote: 'cluster:admin/snapshot/restore',
};

const matches = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`
  ).test(text);

const allows = (actions: readonly string[], wanted: string): boolean =>
  actions.some((each) => matches(each, wanted));

/** What is taken in; without a template, what is there. */
const namesOf = (policy: Policy, { around }: LintInput): string[] => {
  const patterns = policy.ism_template
    .flatMap(({ index_patterns: each }) => each)
    .filter((pattern) => pattern !== '' && !pattern.startsWith('-'));
  return patterns.length > 0
    ? patterns
    : (around.indices ?? []).map(({ facts }) => facts.data_stream?.name ?? facts.name);
};

/** A name for which the privilege is lacking; a pattern counts as a name that holds an asterisk. */
const lackedOn = ({ index }: Privileges, wanted: string, names: string[]): string | undefined =>
  names.find(
    (name) =>
      !index.some(
        ({ patterns, actions }) =>
          allows(actions, wanted) && patterns.some((pattern) => matches(pattern, name))
      )
  );

const lacking = (type: string, path: Path, granted: Privileges, names: string[]): Found[] => {
  const { [type]: onCluster } = ON_CLUSTER;
  if (onCluster !== undefined && !allows(granted.cluster, onCluster)) {
    const said = sentence(
      phrase(
        'watchkeeper.lifecycle.rules.lacksClusterPrivilege',
        'The policy acts with the rights of whoever saves it, and “{user}” lacks {privilege}: the action fails.'
      ),
      { user: granted.user, privilege: onCluster }
    );
    return [{ path, said }];
  }
  const { [type]: wanted } = ON_INDICES;
  const name = wanted === undefined ? undefined : lackedOn(granted, wanted, names);
  return wanted === undefined || name === undefined
    ? []
    : [
        {
          path,
          said: sentence(
            phrase(
              'watchkeeper.lifecycle.rules.lacksPrivilege',
              'The policy acts with the rights of whoever saves it, and “{user}” lacks {privilege} on “{name}”: the action fails.'
            ),
            { user: granted.user, privilege: wanted, name }
          ),
        },
      ];
};

const privileges: Rule = {
  name: 'lacks_privilege',
  severity: 'error',
  find: (input) => {
    const { privileges: granted } = input.around;
    if (!granted) return [];
    const names = namesOf(input.policy, input);
    return actionsOf(input).flatMap(({ action: { type }, path }) =>
      lacking(type, path, granted, names)
    );
  },
};

export const PRIVILEGE_RULES: readonly Rule[] = [privileges];
