import { isRecord } from '../../../json/record';
import type { JsonObject } from '../../../json/record';
import type { JsonValue } from '../../../json/lossless';
import type { IsmTemplate } from '../../policy/policy';
import { overlaps, takesIn } from '../../templates/patterns';
import type { PolicyTemplate } from '../../templates/resolve';
import { editAt, removeAt, setAt } from '../edit';
import type { LintInput, Repair, Rule } from '../finding';
import { counted } from './placed';

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

/** The server takes one template without a list around it. */
const listed = (body: JsonObject): JsonObject =>
  editAt(body, ['ism_template'], (value) =>
    isRecord(value) && !Array.isArray(value) ? [value as JsonValue] : value
  );

/** The next priority that none of the templates has that take in the same names. */
const higher = (input: LintInput, { place, own }: Conflict): Repair => {
  const taken = new Set(
    conflictsOf(input)
      .filter((each) => each.place === place)
      .map(({ other }) => other.priority)
  );
  let priority = own.priority;
  while (taken.has(priority)) priority += 1;
  return {
    label: `Set the priority ${priority}, so that this policy wins`,
    apply: (body) => setAt(listed(body), ['ism_template', place, 'priority'], priority),
  };
};

const refusedConflict: Rule = {
  name: 'template_conflict',
  severity: 'error',
  find: (input) =>
    conflictsOf(input)
      .filter(({ own, other }) => own.priority === other.priority)
      .map((conflict) => ({
        path: [...pathOf(conflict), 'priority'],
        repair: higher(input, conflict),
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
              message: `${counted(older.length, 'index that matches is', 'indices that match are')} older than the template: it attaches new ones only. Apply the policy to them once.`,
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
              message: `The template keeps its old time: ${counted(pulled.length, 'existing index that matches is', 'existing indices that match are')} attached within minutes of saving.`,
              repair: {
                label: 'Take the time out: attach new indices only',
                apply: (body: JsonObject) =>
                  removeAt(listed(body), ['ism_template', i, 'last_updated_time']),
              },
            },
          ];
    }),
};

/** Backing indices are matched by the name of their data stream; names with a dot in front are passed over. */
const hiddenPattern: Rule = {
  name: 'hidden_pattern',
  severity: 'warning',
  find: ({ policy }) =>
    policy.ism_template.flatMap(({ index_patterns: patterns }, i) =>
      patterns.flatMap((pattern, j) => {
        const path = ['ism_template', i, 'index_patterns', j];
        if (pattern.startsWith('.ds-')) {
          const stream = pattern.slice(4).replace(/-\*$/, '*');
          return [
            {
              path,
              message: `The indices of a data stream are taken in by the name of the stream, without “.ds-” and what follows the name: “${pattern}” takes in none.`,
              repair: {
                label: `Write “${stream}”`,
                apply: (body: JsonObject) => setAt(listed(body), path, stream),
              },
            },
          ];
        }
        return pattern.startsWith('.')
          ? [
              {
                path,
                message: `Names that begin with a dot are never attached by a template: “${pattern}” takes in none.`,
              },
            ]
          : [];
      })
    ),
};

export const TEMPLATE_RULES: readonly Rule[] = [
  ...[refusedConflict, overlapping, leftOut, pullsIn, hiddenPattern],
];
