import { parseLossless } from '../json/lossless';
import type { DryGroup, DryRun, DryVerdict } from './api';
import type { Window } from './run';
import type { Outcome } from './step_input';
import type { GroupContent, GroupVerdict, Verdict } from './verdict';

/** What a run found, apart from any state: what a preview steps by. */
export interface FoundRun {
  window: Window;
  finding: Outcome;
  /** By trigger: of all groups, where the finding holds some of them only. */
  counts?: Readonly<Record<string, { judged: number; triggered: number }>>;
}

const groupOf = ({ content, ...group }: DryGroup): GroupVerdict =>
  content === undefined
    ? group
    : // What the dry run made of a GroupContent.
      { ...group, content: parseLossless(content) as unknown as GroupContent };

const verdictOf = (verdict: DryVerdict): Verdict => {
  if (verdict.kind === 'problem') return verdict;
  return { ...verdict, groups: verdict.groups.map(groupOf) };
};

const outcomeOf = ({ problem, results, verdicts }: DryRun): Outcome => {
  if (problem) return { kind: 'problem', problem };
  const parsed = parseLossless(results);
  return {
    kind: 'answer',
    results: Array.isArray(parsed) ? parsed : [parsed],
    verdicts: verdicts.map(verdictOf),
  };
};

const known = new WeakMap<DryRun, FoundRun>();

/** What a dry run found. It is read once, however often the draft is stepped by it. */
export const foundByDryRun = (dryRun: DryRun): FoundRun => {
  const before = known.get(dryRun);
  if (before) return before;
  const counts = dryRun.verdicts.flatMap((verdict) =>
    verdict.kind === 'judged' ? [[verdict.triggerId, verdict.counts] as const] : []
  );
  const found: FoundRun = {
    window: dryRun.window,
    finding: outcomeOf(dryRun),
    counts: Object.fromEntries(counts),
  };
  known.set(dryRun, found);
  return found;
};
