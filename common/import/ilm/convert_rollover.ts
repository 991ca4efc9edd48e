import type { JsonObject } from '../../json/record';
import { phrase } from '../../phrase';
import { sentence } from '../../sentence';
import type { JsonValue } from '../../json/lossless';
import { parseByteSize } from '../../lifecycle/units/byte_size';
import { parseTimeValue } from '../../lifecycle/units/time_value';
import type { IlmNotes } from './note';

/** By what follows `max_` and `min_` there. */
const CONDITIONS: Readonly<Record<string, string>> = {
  age: 'min_index_age',
  docs: 'min_doc_count',
  size: 'min_size',
  primary_shard_size: 'min_primary_shard_size',
};

const amountOf = (value: JsonValue): number =>
  typeof value === 'string'
    ? (parseTimeValue(value) ?? parseByteSize(value) ?? 0)
    : Number(value ?? 0);

/** Of two limits for the same both must hold: the larger one. */
const joined = (group: JsonObject, name: string, value: JsonValue): JsonObject => ({
  ...group,
  [name]: name in group && amountOf(group[name]) > amountOf(value) ? group[name] : value,
});

const sorted = (params: JsonObject, place: string, notes: IlmNotes) => {
  const any: JsonObject = {};
  const all: JsonObject = {};
  for (const [name, value] of Object.entries(params)) {
    const [, side, what = ''] = /^(max|min)_(.+)$/.exec(name) ?? [];
    const { [what]: condition } = CONDITIONS;
    if (value === null) continue;
    if (condition === undefined) {
      notes.lost(
        `${place}.${name}`,
        sentence(
          phrase(
            'watchkeeper.lifecycle.ilm.noCondition',
            'Index State Management has no condition like “{name}”: the rollover does not ask for it.'
          ),
          { name }
        )
      );
    } else if (side === 'max') any[condition] = value;
    else all[condition] = value;
  }
  return { any, all };
};

const isOne = (value: JsonValue | undefined): boolean => value !== undefined && Number(value) <= 1;

/**
 * A rollover there happens once any `max_*` and every `min_*` is met, and never on an empty index; here once any condition
 * is met, or one group as a whole.
 */
export const convertRollover = (params: JsonObject, place: string, notes: IlmNotes): JsonObject => {
  const { any, all } = sorted(params, place, notes);
  const { min_doc_count: least, ...others } = all;
  // That an index must hold a document is what it asks for by itself.
  const needed = isOne(least) ? others : all;
  const mayBeEmpty = least !== undefined && Number(least) === 0;
  const empty: JsonObject = mayBeEmpty ? {} : { prevent_empty_rollover: true };
  if (!mayBeEmpty && least === undefined) {
    notes.changed(
      place,
      sentence(
        phrase(
          'watchkeeper.lifecycle.ilm.emptyRollover',
          'Index Lifecycle Management rolls no empty index over. “prevent_empty_rollover” does the same, from OpenSearch 3.4 on: on an older cluster take it out.'
        )
      )
    );
  }
  if (Object.keys(needed).length === 0) return { ...any, ...empty };
  notes.changed(
    place,
    sentence(
      phrase(
        'watchkeeper.lifecycle.ilm.rolloverGroups',
        'Its min_* conditions must all be met beside one of the others: that is one group for each of those (any_of), from OpenSearch 3.8 on.'
      )
    )
  );
  const groups = Object.entries(any).map(([name, value]) => joined(needed, name, value));
  return { any_of: groups.length > 0 ? groups : [needed], ...empty };
};
