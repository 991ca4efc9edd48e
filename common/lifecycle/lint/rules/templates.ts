import type { IsmTemplate } from '../../policy/policy';
import { overlaps, takesIn } from '../../templates/patterns';
import type { PolicyTemplate } from '../../templates/resolve';
import type { LintInput, Rule } from '../finding';

/** Rules about which indices a policy takes in. */

interface Conflict {
  place: number;
  own: IsmTemplate;
  other: PolicyTemplate;
  patterns: [string, string];
}

const conflictsOf = ({ policy, around }: LintInput): Conflict[] =>
  policy.ism_template.flatMap((own, place) =>
    (around.templates ?? [])
      .filter((other) => other.policy_id !== around.policy_id)
      .flatMap((other) =>
        overlaps(own.index_patterns, other.index_patterns)
          .slice(0, 1)
          .map((patterns): Conflict => ({ place, own, other, patterns }))
      )
  );

const pathOf = ({ place }: Conflict) => ['ism_template', place];

const refusedConflict: Rule = {
  name: 'template_conflict',
  severity: 'error',
  find: (input) =>
    conflictsOf(input)
      .filter(({ own, other }) => own.priority === other.priority)
      .map((conflict) => ({
        path: [...pathOf(conflict), 'priority'],
        message: `Both “${conflict.patterns[0]}” and “${conflict.patterns[1]}” of the policy “${conflict.other.policy_id}” take in the same names, with the same priority ${conflict.own.priority}: the server refuses that.`,
      })),
};

const overlapping: Rule = {
  name: 'template_overlap',
  severity: 'warning',
  find: (input) =>
    conflictsOf(input)
      .filter(({ own, other }) => own.priority !== other.priority)
      .map((conflict) => {
        const { own, other, patterns } = conflict;
        const loses = own.priority < other.priority;
        return {
          path: pathOf(conflict),
          message: `“${patterns[0]}” and “${patterns[1]}” of the policy “${other.policy_id}” take in the same names: there ${loses ? `“${other.policy_id}”` : 'this policy'} wins, by its priority.`,
        };
      }),
};

const leftOut: Rule = {
  name: 'existing_indices',
  severity: 'warning',
  find: ({ policy, around: { indices = [], now } }) =>
    policy.ism_template.flatMap(({ index_patterns: patterns, last_updated_time: since }, i) => {
      const older = indices.filter(
        ({ facts, policy_id: by }) =>
          by === undefined &&
          takesIn(patterns, facts.data_stream?.name ?? facts.name) &&
          facts.created_at < (since ?? now)
      );
      return older.length === 0
        ? []
        : [
            {
              path: ['ism_template', i],
              message: `${older.length} indices that match are older than the template: it attaches new ones only. Apply the policy to them once.`,
            },
          ];
    }),
};

const pullsIn: Rule = {
  name: 'old_template_time',
  severity: 'warning',
  find: ({ policy, around: { indices = [] } }) =>
    policy.ism_template.flatMap(({ index_patterns: patterns, last_updated_time: since }, i) => {
      const pulled = indices.filter(
        ({ facts, policy_id: by, hidden }) =>
          since !== undefined &&
          by === undefined &&
          !hidden &&
          takesIn(patterns, facts.data_stream?.name ?? facts.name) &&
          facts.created_at > since
      );
      return pulled.length === 0
        ? []
        : [
            {
              path: ['ism_template', i, 'last_updated_time'],
              message: `The template keeps its old time: ${pulled.length} existing indices that match are attached within minutes of saving.`,
            },
          ];
    }),
};

export const TEMPLATE_RULES: readonly Rule[] = [refusedConflict, overlapping, leftOut, pullsIn];
