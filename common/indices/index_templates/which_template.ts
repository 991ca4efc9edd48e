import { overlap } from '../../lifecycle/templates/patterns';
import { patternTakesIn } from '../names/patterns';
import type { TemplateRow } from './api';

export interface ForName {
  /** The one that an index of this name is made by. */
  winner?: TemplateRow;
  /** Others that match and are not used, the highest first. */
  passed_over: TemplateRow[];
  /** Where no template of today matches: those of old, all of which are merged; a later one wins. */
  merged: TemplateRow[];
}

const takesIn = ({ index_patterns: patterns }: TemplateRow, name: string): boolean =>
  patterns.some((pattern) => patternTakesIn(pattern, name));

/** Which templates an index of this name is made by, as the cluster chooses. */
export const templatesForName = (rows: readonly TemplateRow[], name: string): ForName => {
  const matching = rows.filter((row) => takesIn(row, name));
  const [winner, ...lower] = matching
    .filter(({ kind }) => kind === 'composable')
    .sort((a, b) => b.priority - a.priority);
  const legacy = matching
    .filter(({ kind }) => kind === 'legacy')
    .sort((a, b) => a.priority - b.priority || a.name.localeCompare(b.name));
  return winner
    ? { winner, passed_over: [...lower, ...legacy.reverse()], merged: [] }
    : { passed_over: [], merged: legacy };
};

export interface Rival {
  row: TemplateRow;
  /** The patterns of the draft and of the other one that can mean the same name. */
  patterns: Array<[string, string]>;
}

/** Other templates of today that can match the same name as a draft. */
export const rivalsOf = (
  draft: Pick<TemplateRow, 'name' | 'index_patterns'>,
  rows: readonly TemplateRow[]
): Rival[] =>
  rows
    .filter(({ kind, name }) => kind === 'composable' && name !== draft.name)
    .flatMap((row) => {
      const patterns = draft.index_patterns.flatMap((a) =>
        row.index_patterns.filter((b) => overlap(a, b)).map((b): [string, string] => [a, b])
      );
      return patterns.length === 0 ? [] : [{ row, patterns }];
    });

/** Those of the same priority: with them the cluster refuses a template, since nobody could tell which wins. */
export const sameRank = (
  draft: Pick<TemplateRow, 'name' | 'index_patterns' | 'priority'>,
  rows: readonly TemplateRow[]
): Rival[] => rivalsOf(draft, rows).filter(({ row }) => row.priority === draft.priority);

/** The next higher priority that no template has whose patterns overlap. */
export const freePriority = (
  draft: Pick<TemplateRow, 'name' | 'index_patterns' | 'priority'>,
  rows: readonly TemplateRow[]
): number => {
  const taken = new Set(rivalsOf(draft, rows).map(({ row }) => row.priority));
  let free = draft.priority;
  while (taken.has(free)) free += 1;
  return free;
};

/** Why the cluster would refuse it, in a sentence; undefined where it does not. */
export const rankFault = (
  draft: Pick<TemplateRow, 'name' | 'index_patterns' | 'priority'>,
  rows: readonly TemplateRow[]
): string | undefined => {
  const [first] = sameRank(draft, rows);
  if (!first) return undefined;
  const [[mine, theirs]] = first.patterns;
  return `“${mine}” overlaps with “${theirs}” of the template ${first.row.name}, which has the priority ${draft.priority} too. Of two with the same priority nobody could tell which one is used: choose another, such as ${freePriority(draft, rows)}.`;
};
