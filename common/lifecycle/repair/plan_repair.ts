import { canCountUp } from '../decide/check_rollover';
import type { IndexFacts } from '../decide/facts';
import type { Surroundings } from '../lint/surroundings';
import { takesIn } from '../templates/patterns';
import type { Repair } from './repair_api';

/** One index that has the alias. */
export interface AliasMember {
  index: string;
  is_write_index?: boolean;
}

/** What a repair is planned by. */
export interface RepairFacts {
  index: IndexFacts;
  /** All indices that have the alias that is meant, see `aliasOf`. */
  members: readonly AliasMember[];
  templates: NonNullable<Surroundings['index_templates']>;
  /** The engine has given it up. */
  stopped: boolean;
}

export type RepairStep =
  /** Makes it the index that the alias is written to: `adds` where it did not have the alias; `from` loses it at once. */
  | { do: 'alias'; alias: string; adds: boolean; from?: string }
  | { do: 'setting'; name: 'rollover_alias'; value: string; was?: string }
  | { do: 'setting'; name: 'rollover_skip'; value: true }
  | { do: 'retry' };

/** Why a repair would not help. `nothing`: it is so already. */
export type RepairRefusal =
  | { why: 'bad_name' }
  | { why: 'data_stream'; name: string }
  | { why: 'template_alias'; template: string; alias: string }
  | { why: 'alias_is_index' }
  | { why: 'no_alias' }
  | { why: 'nothing' };

export type RepairPlan = { steps: readonly RepairStep[] } | { refused: RepairRefusal };

/** The alias that a repair is about; undefined: of none. */
export const aliasOf = (repair: Repair, index: IndexFacts): string | undefined => {
  switch (repair.kind) {
    case 'alias':
      return repair.alias;
    case 'write_index':
      return index.rollover_alias;
    case 'skip':
      return undefined;
  }
};

const refusal = (
  alias: string | undefined,
  { index, templates }: RepairFacts
): RepairRefusal | undefined => {
  const { name, data_stream: stream } = index;
  if (stream) return { why: 'data_stream', name: stream.name };
  if (!canCountUp(name)) return { why: 'bad_name' };
  if (alias === undefined) return { why: 'no_alias' };
  if (alias === name) return { why: 'alias_is_index' };
  // The next index would have the alias from the start, beside this one.
  const template = templates.find(
    ({ aliases, index_patterns: patterns }) => aliases.includes(alias) && takesIn(patterns, name)
  );
  return template && { why: 'template_alias', template: template.name, alias };
};

const aliasSteps = (alias: string, { index, members }: RepairFacts): RepairStep[] => {
  const own = members.find((member) => member.index === index.name);
  const written = members.find(
    (member) => member.index !== index.name && member.is_write_index === true
  );
  const isWritten = own !== undefined && (own.is_write_index ?? members.length === 1);
  const { rollover_alias: was } = index;
  return [
    ...(isWritten
      ? []
      : [
          {
            ...{ do: 'alias' as const, alias, adds: own === undefined },
            ...(written ? { from: written.index } : {}),
          },
        ]),
    ...(was === alias
      ? []
      : [
          {
            ...{ do: 'setting' as const, name: 'rollover_alias' as const, value: alias },
            ...(was === undefined ? {} : { was }),
          },
        ]),
  ];
};

const skipSteps = ({ index }: RepairFacts): RepairStep[] =>
  index.rollover_skip ? [] : [{ do: 'setting', name: 'rollover_skip', value: true }];

/**
 * What has to be done, step by step, so that the rollover of an index goes through: what `checkRollover` asks for is made
 * true, in an order in which nothing names what is not there yet.
 */
export const planRepair = (repair: Repair, facts: RepairFacts): RepairPlan => {
  const alias = aliasOf(repair, facts.index);
  const refused = repair.kind === 'skip' ? undefined : refusal(alias, facts);
  if (refused) return { refused };
  const mending = alias === undefined ? skipSteps(facts) : aliasSteps(alias, facts);
  const steps: RepairStep[] = [...mending, ...(facts.stopped ? [{ do: 'retry' as const }] : [])];
  return steps.length === 0 ? { refused: { why: 'nothing' } } : { steps };
};

/** An alias that fits a name: one that the index has, else the name without its number. */
export const suggestedAlias = ({ name, aliases, rollover_alias: set }: IndexFacts): string =>
  set ??
  aliases.find(({ is_write_index: is }) => is === true)?.name ??
  aliases.at(0)?.name ??
  name.replace(/-\d+$/, '');
