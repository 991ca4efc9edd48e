import { overlaps } from '../../common/lifecycle/templates/patterns';
import { readPolicy } from '../../common/lifecycle/policy/read_policy';
import type { PolicyRecord } from '../../common/lifecycle/api';
import { failing, usage } from '../../common/lifecycle/policies_page';
import { isRecord } from '../../common/json/record';
import type { Surroundings } from '../../common/lifecycle/lint/surroundings';
import type { VersionStore } from '../storage/version_store';
import { lastChanges, samePolicy } from './policy_versions';
import type { LastChange } from './policy_versions';
import type { By, Gaps, Readings } from './readings';
import { readIndexTemplates } from './surroundings/read_templates';

type IndexTemplates = NonNullable<Surroundings['index_templates']>;

/** Who saved it last: as the history knows, unless somebody saved it since without us; else as the cluster says. */
const changed = (
  { body }: PolicyRecord,
  last: LastChange | undefined
): Pick<PolicyRecord, 'updated_by' | 'note'> => {
  if (last && samePolicy(last.body, body)) {
    const { by, note } = last;
    return { ...(by ? { updated_by: by } : {}), ...(note ? { note } : {}) };
  }
  const name = isRecord(body.user) ? body.user.name : undefined;
  return typeof name === 'string' && name !== '' ? { updated_by: name } : {};
};

/** The index templates that make indices which the policy takes in. */
const madeBy = ({ body }: PolicyRecord, templates: IndexTemplates): string[] => {
  const own = readPolicy(body).ism_template;
  return templates
    .filter(({ index_patterns: patterns }) =>
      own.some(({ index_patterns: each }) => overlaps(each, patterns).length > 0)
    )
    .map(({ name }) => name);
};

/** Policies with what uses them and who changed them last, as far as that can be read. */
export const withUsage = async (
  policies: readonly PolicyRecord[],
  by: By,
  { readings, versions, gaps }: { readings: Readings; versions: VersionStore; gaps: Gaps }
): Promise<PolicyRecord[]> => {
  const [managed, templates, changes] = await Promise.all([
    gaps.around('How many indices each policy manages', () => readings.listManaged(by)),
    gaps.around('The index templates', () => readIndexTemplates(by.cluster)),
    gaps.around('Who changed the policies last', () => lastChanges(versions)),
  ]);
  const counts = managed && usage(managed.indices);
  const failed = managed && failing(managed.indices);
  return policies.map((policy) => ({
    ...policy,
    ...(counts ? { used_by: counts.get(policy.id) ?? 0 } : {}),
    ...(failed ? { failing: failed.get(policy.id) ?? 0 } : {}),
    ...(templates ? { index_templates: madeBy(policy, templates) } : {}),
    ...changed(policy, changes?.get(policy.id)),
  }));
};
