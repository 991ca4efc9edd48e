import { isRecord } from '../../../json/record';
import type { JsonObject } from '../../../json/record';
import type { JsonValue } from '../../../json/lossless';
import { phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import type { IsmTemplate } from '../../policy/policy';
import { overlaps, takesIn } from '../../templates/patterns';
import type { PolicyTemplate } from '../../templates/resolve';
import { editAt, removeAt, setAt } from '../edit';
import type { LintInput, Repair, Rule } from '../finding';

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

/** The patterns that meet. */
const clashOf = ({ patterns: [own, other], other: { policy_id: policy } }: Conflict) => ({
  ...{ own, other, policy },
});

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
    label: sentence(
      phrase(
        'watchkeeper.lifecycle.rules.templateConflictRepair',
        'Set the priority {priority}, so that this policy wins'
      ),
      { priority: String(priority) }
    ),
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
        said: sentence(
          phrase(
            'watchkeeper.lifecycle.rules.templateConflict',
            'Both “{own}” and “{other}” of the policy “{policy}” take in the same names, with the same priority {priority}: the server refuses that.'
          ),
          { ...clashOf(conflict), priority: String(conflict.own.priority) }
        ),
      })),
};

const overlapping: Rule = {
  name: 'template_overlap',
  severity: 'warning',
  find: (input) =>
    conflictsOf(input)
      .filter(({ own, other }) => own.priority !== other.priority)
      .map((conflict) => {
        const { own, other } = conflict;
        const words =
          own.priority < other.priority
            ? phrase(
                'watchkeeper.lifecycle.rules.templateLoses',
                '“{own}” and “{other}” of the policy “{policy}” take in the same names: there “{policy}” wins, by its priority.'
              )
            : phrase(
                'watchkeeper.lifecycle.rules.templateWins',
                '“{own}” and “{other}” of the policy “{policy}” take in the same names: there this policy wins, by its priority.'
              );
        return { path: pathOf(conflict), said: sentence(words, clashOf(conflict)) };
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
              said: sentence(
                phrase(
                  'watchkeeper.lifecycle.rules.existingIndices',
                  '{count, plural, one {# index that matches is} other {# indices that match are}} older than the template: it attaches new ones only. Apply the policy to them once.'
                ),
                { count: { chosen_by: older.length } }
              ),
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
              said: sentence(
                phrase(
                  'watchkeeper.lifecycle.rules.oldTemplateTime',
                  'The template keeps its old time: {count, plural, one {# existing index that matches is} other {# existing indices that match are}} attached within minutes of saving.'
                ),
                { count: { chosen_by: pulled.length } }
              ),
              repair: {
                label: sentence(
                  phrase(
                    'watchkeeper.lifecycle.rules.oldTemplateTimeRepair',
                    'Take the time out: attach new indices only'
                  )
                ),
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
              said: sentence(
                phrase(
                  'watchkeeper.lifecycle.rules.backingPattern',
                  'The indices of a data stream are taken in by the name of the stream, without “.ds-” and what follows the name: “{pattern}” takes in none.'
                ),
                { pattern }
              ),
              repair: {
                label: sentence(
                  phrase('watchkeeper.lifecycle.rules.backingPatternRepair', 'Write “{stream}”'),
                  { stream }
                ),
                apply: (body: JsonObject) => setAt(listed(body), path, stream),
              },
            },
          ];
        }
        return pattern.startsWith('.')
          ? [
              {
                path,
                said: sentence(
                  phrase(
                    'watchkeeper.lifecycle.rules.hiddenPattern',
                    'Names that begin with a dot are never attached by a template: “{pattern}” takes in none.'
                  ),
                  { pattern }
                ),
              },
            ]
          : [];
      })
    ),
};

export const TEMPLATE_RULES: readonly Rule[] = [
  ...[refusedConflict, overlapping, leftOut, pullsIn, hiddenPattern],
];
