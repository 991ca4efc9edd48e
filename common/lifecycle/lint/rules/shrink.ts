import type { JsonObject } from '../../../json/record';
import { phrase } from '../../../phrase';
import { sentence } from '../../../sentence';
import { setAt } from '../edit';
import type { LintedIndex } from '../surroundings';
import type { Found, Rule } from '../finding';
import { about, someOf } from './placed';

/** The nearest number of shards that divides the old one, as the engine chooses it. */
const targetShards = (wanted: number, primaries: number): number => {
  for (let count = Math.min(wanted, primaries); count > 1; count -= 1) {
    if (primaries % count === 0) return count;
  }
  return 1;
};

const shardsAfter = (params: JsonObject, { facts }: LintedIndex): number | undefined => {
  const { num_new_shards: fixed, percentage_of_source_shards: part } = params;
  if (typeof fixed === 'number') return targetShards(fixed, facts.primaries);
  if (typeof part !== 'number') return undefined;
  return targetShards(Math.max(1, Math.floor(part * facts.primaries)), facts.primaries);
};

/** Only what the template names by the index itself. */
const targetName = (params: JsonObject, name: string): string | undefined => {
  const template = params.target_index_name_template;
  if ((template ?? null) === null) return `${name}_shrunken`;
  const source = (template as JsonObject).source;
  if (typeof source !== 'string') return undefined;
  const target = source.replace(/\{\{\{?\s*ctx\.index\s*\}?\}\}/g, name);
  return target.includes('{{') ? undefined : target;
};

/** Shrinking stops at its first steps where there is nothing to shrink, no copy to fall back on, or no free name. */
const shrink = about('shrink_fails', 'warning', ['shrink'], (placed, { around }): Found[] => {
  const { action, path } = placed;
  const { indices = [] } = around;
  const single = indices.filter(({ facts }) => facts.primaries === 1);
  const more = indices.filter(({ facts }) => facts.primaries > 1);
  const equal = more.filter((index) => shardsAfter(action.params, index) === index.facts.primaries);
  const alone = more.filter(({ facts }) => facts.replicas === 0);
  const names = new Set(indices.map(({ facts }) => facts.name));
  const taken = more.filter(({ facts }) => {
    const target = targetName(action.params, facts.name);
    return target !== undefined && names.has(target);
  });
  const unsafe = [...path, 'shrink', 'force_unsafe'];
  return [
    ...(single.length === 0
      ? []
      : [
          {
            path,
            said: sentence(
              phrase(
                'watchkeeper.lifecycle.rules.shrinkOneShard',
                '{indices} have one shard: they are not shrunken.'
              ),
              { indices: someOf(single) }
            ),
          },
        ]),
    ...(equal.length === 0
      ? []
      : [
          {
            path,
            said: sentence(
              phrase(
                'watchkeeper.lifecycle.rules.shrinkEqual',
                '{indices} have as many shards as they are to be shrunken to: the action fails at its second step.'
              ),
              { indices: someOf(equal) }
            ),
          },
        ]),
    ...(alone.length === 0 || action.params.force_unsafe === true
      ? []
      : [
          {
            path,
            said: sentence(
              phrase(
                'watchkeeper.lifecycle.rules.shrinkNoReplica',
                '{indices} have no replica, and are shrunken only with force_unsafe: the action fails.'
              ),
              { indices: someOf(alone) }
            ),
            repair: {
              label: sentence(
                phrase(
                  'watchkeeper.lifecycle.rules.shrinkNoReplicaRepair',
                  'Shrink them all the same (force_unsafe)'
                )
              ),
              apply: (body: JsonObject) => setAt(body, unsafe, true),
            },
          },
        ]),
    ...(taken.length === 0
      ? []
      : [
          {
            path,
            said: sentence(
              phrase(
                'watchkeeper.lifecycle.rules.shrinkTaken',
                'The index that {indices} would be shrunken into is there already: the action fails.'
              ),
              { indices: someOf(taken) }
            ),
          },
        ]),
  ];
});

export const SHRINK_RULES: readonly Rule[] = [shrink];
