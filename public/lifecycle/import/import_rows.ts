import type { PolicyDocument } from '../../../common/import/policy_documents';
import type { JsonObject } from '../../../common/json/record';
import type { PolicyRecord } from '../../../common/lifecycle/api';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import { lintPolicy } from '../../../common/lifecycle/lint/lint_policy';
import type { Surroundings } from '../../../common/lifecycle/lint/surroundings';
import { canonicalText } from '../../../common/lifecycle/policy/canonical';
import { checkPolicy } from '../../../common/lifecycle/policy/check_policy';
import type { PolicyProblem } from '../../../common/lifecycle/policy/policy';
import { policyIdProblem } from '../../../common/lifecycle/policy/policy_id';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import { bodyOf } from '../list/policy_rows';

/** What is to become of a policy that is brought. */
export interface Decision {
  id: string;
  /** For one that is here already: whether it is written over. */
  overwrite: boolean;
  /** Left out, whatever it is. */
  skip: boolean;
}

export interface ImportRow {
  /** Names it while the page is open. */
  key: string;
  document: PolicyDocument;
  decision: Decision;
  states: string[];
  /** What is wrong with it on this cluster. */
  errors: number;
  warnings: number;
  /** The policy that has this id here. */
  existing?: PolicyRecord;
  /** It says what the one here says. */
  same: boolean;
  /** Why it cannot be saved as it is. */
  problem?: 'no_id' | 'bad_id' | 'twice' | 'refused' | 'exists';
  /** The first thing that the server would refuse. */
  refusal?: PolicyProblem;
}

/** An id that is not taken: with a number behind it. */
export const freeId = (id: string, taken: ReadonlySet<string>): string => {
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
};

const sameText = (body: JsonObject, existing: PolicyRecord | undefined): boolean =>
  existing !== undefined && canonicalText(body) === canonicalText(bodyOf(existing));

const findingsOf = (body: JsonObject, id: string, around: Partial<Surroundings>): Finding[] => {
  const templates = around.templates?.filter(({ policy_id: whose }) => whose !== id);
  return lintPolicy(body, {
    ...{ now: Date.now(), ...around, policy_id: id },
    ...(templates ? { templates } : {}),
  });
};

const firstDecision = ({ id = '' }: PolicyDocument): Decision => ({
  ...{ id, overwrite: false, skip: false },
});

/**
 * What becomes of each policy as things are decided.
 *
 * @param decided by key, as far as somebody decided
 * @param around what the cluster has, as far as that is known yet
 */
export const importRows = (
  documents: readonly PolicyDocument[],
  here: readonly PolicyRecord[],
  decided: Readonly<Record<string, Decision>>,
  around: Partial<Surroundings> = {}
): ImportRow[] => {
  const byId = new Map(here.map((record) => [record.id, record]));
  const used = new Map<string, number>();
  const decisions = documents.map((document, place) => {
    const decision = decided[String(place)] ?? firstDecision(document);
    if (!decision.skip) used.set(decision.id, (used.get(decision.id) ?? 0) + 1);
    return decision;
  });
  return documents.map((document, place) => {
    const decision = decisions[place];
    const existing = byId.get(decision.id);
    const [refusal] = checkPolicy(document.body);
    const same = sameText(document.body, existing);
    const findings = findingsOf(document.body, decision.id, around);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const problem = problemOf(decision, existing, used, refusal !== undefined);
    return {
      ...{ key: String(place), document, decision, same },
      ...{ errors, warnings: findings.length - errors },
      states: readPolicy(document.body).states.map(({ name }) => name),
      ...(existing ? { existing } : {}),
      ...(problem ? { problem } : {}),
      ...(refusal ? { refusal } : {}),
    };
  });
};

const problemOf = (
  { id, overwrite }: Decision,
  existing: PolicyRecord | undefined,
  used: ReadonlyMap<string, number>,
  isRefused: boolean
): ImportRow['problem'] => {
  if (isRefused) return 'refused';
  if (id === '') return 'no_id';
  if (!existing && policyIdProblem(id)) return 'bad_id';
  if ((used.get(id) ?? 0) > 1) return 'twice';
  return existing && !overwrite ? 'exists' : undefined;
};

/** Those that are saved by the button. */
export const savable = (rows: readonly ImportRow[]): ImportRow[] =>
  rows.filter(({ problem, decision, same }) => !problem && !decision.skip && !same);
