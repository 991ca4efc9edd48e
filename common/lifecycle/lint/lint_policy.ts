import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import { plainSentence } from '../../plain_sentence';
import { readPolicy } from '../policy/read_policy';
import type { Finding, LintInput, Rule } from './finding';
import { ACTION_RULES } from './rules/actions';
import { CAPABILITY_RULES } from './rules/capabilities';
import { MASS_DELETE_RULES } from './rules/mass_delete';
import { PLACEMENT_RULES } from './rules/placement';
import { PREREQUISITE_RULES } from './rules/prerequisites';
import { PRIVILEGE_RULES } from './rules/privileges';
import { RETRY_RULES } from './rules/retries';
import { ROLLOVER_RULES } from './rules/rollover';
import { SHAPE_RULES } from './rules/shape';
import { SHRINK_RULES } from './rules/shrink';
import { TEMPLATE_RULES } from './rules/templates';
import type { Surroundings } from './surroundings';

export const RULES: readonly Rule[] = [
  ...SHAPE_RULES,
  ...MASS_DELETE_RULES,
  ...ROLLOVER_RULES,
  ...PREREQUISITE_RULES,
  ...CAPABILITY_RULES,
  ...PRIVILEGE_RULES,
  ...PLACEMENT_RULES,
  ...ACTION_RULES,
  ...RETRY_RULES,
  ...SHRINK_RULES,
  ...TEMPLATE_RULES,
];

const applied = (input: LintInput, { name, severity, find }: Rule): Finding[] =>
  find(input).map((found) => ({
    ...{ rule: name, severity, ...found },
    message: plainSentence(found.said),
  }));

/**
 * Everything about a policy that its author should know, errors first.
 *
 * @param document the policy without what is wrapped around it (`policyBody`)
 */
export const lintPolicy = (document: unknown, around: Surroundings): Finding[] => {
  const body: JsonObject = isRecord(document) ? (document as JsonObject) : {};
  const input = { body, policy: readPolicy(body), around };
  const found = RULES.flatMap((rule) => applied(input, rule));
  return [
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter(({ severity }) => severity === 'warning'),
  ];
};
