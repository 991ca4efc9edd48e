import type { Alert } from '../../../common/alerts/alert';
import { readAggregations } from '../../../common/monitors/bucket_level/aggregations';
import { compileBucketTrigger } from '../../../common/monitors/bucket_level/condition';
import type { BucketProgram } from '../../../common/monitors/bucket_level/condition';
import { judgeBuckets } from '../../../common/monitors/bucket_level/judge';
import type { Passed } from '../../../common/monitors/bucket_level/judge';
import { MOST_GROUPS, locateBuckets } from '../../../common/monitors/bucket_level/locate';
import type { LeftOut, Located } from '../../../common/monitors/bucket_level/locate';
import { pagingOf, withLargePages } from '../../../common/monitors/bucket_level/pages';
import type { Paging } from '../../../common/monitors/bucket_level/pages';
import { parseLossless } from '../../../common/json/lossless';
import { isRecord } from '../../../common/json/record';
import type { BucketLevelMonitor } from '../../../common/monitors/monitor';
import { compileQuery, renderQuery } from '../../../common/monitors/query';
import type { CompiledQuery } from '../../../common/monitors/query';
import type { RunProblem, Window } from '../../../common/monitors/run';
import type { BucketLevelTrigger } from '../../../common/monitors/trigger';
import type { GroupVerdict, Verdict } from '../../../common/monitors/verdict';
import { BucketPages } from './bucket_pages';
import type { PagesRead } from './bucket_pages';
import type { Inquiry, PrepareOptions, Prepared, SearchAnswer } from './prepared';

const NOTHING: SearchAnswer = { response: {}, took: 0, hits: 0 };

/** So many buckets are judged before something else has its turn. */
const SLICE = 2000;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface PreparedTrigger {
  trigger: BucketLevelTrigger;
  program: BucketProgram | { kind: 'wrong'; message: string };
}

interface Groups {
  /** The keys of groups with an open alert. */
  open: ReadonlySet<string>;
  buckets: readonly Located[];
}

const openKeys = (alerts: readonly Alert[], triggerId: string): ReadonlySet<string> =>
  new Set(
    alerts.flatMap(({ trigger_id: id, group_key: key, state }) =>
      id === triggerId && key !== undefined && state !== 'error' ? [key] : []
    )
  );

const problemIn = (triggerId: string, problem: RunProblem): Verdict => ({
  triggerId,
  kind: 'problem',
  problem,
});

const joined = (leftOut: readonly LeftOut[]): { leftOut?: LeftOut } => {
  if (leftOut.length === 0) return {};
  const count = leftOut.reduce((sum, each) => sum + each.count, 0);
  return { leftOut: { count, reason: leftOut.map(({ reason }) => reason).join(' ') } };
};

/**
 * Open alerts whose group is not in the answer. Where not all groups were read nobody knows of them: they stay as they
 * are.
 */
const goneOf = ({ open, buckets }: Groups, parentPath: string, isCut: boolean): GroupVerdict[] => {
  const there = new Set(buckets.map(({ key }) => key));
  return [...open]
    .filter((key) => !there.has(key))
    .map((key) => ({
      key,
      triggered: false,
      ...(isCut ? { recovered: false } : {}),
      content: { kind: 'bucket', bucket: null, parent_bucket_path: parentPath },
    }));
};

/** A search whose aggregations give buckets, and conditions over each of them. */
class PreparedBucketLevel implements Prepared {
  private readonly triggers: PreparedTrigger[];
  private readonly query: CompiledQuery;
  private readonly pages: BucketPages;
  private readonly pagings: ReadonlyMap<string, Paging>;

  /** @throws JsonSyntaxError, TypeError */
  constructor(
    private readonly monitor: BucketLevelMonitor,
    { timeoutSeconds }: PrepareOptions,
    private readonly most: number
  ) {
    const [{ search }] = monitor.inputs;
    const body = parseLossless(search.query);
    if (!isRecord(body)) throw new TypeError('A query is a JSON object.');
    const aggregations = readAggregations(body);
    this.triggers = monitor.triggers.map(({ bucket_level_trigger: trigger }) => ({
      trigger,
      program: compileBucketTrigger(trigger, aggregations),
    }));
    this.pagings = new Map(this.triggers.flatMap(pagingEntries));
    const source = withLargePages(search.query, body, [...this.pagings.values()]);
    this.query = compileQuery(source, timeoutSeconds);
    this.pages = new BucketPages(search.indices, body, timeoutSeconds, most);
  }

  search(window: Window) {
    const [{ search }] = this.monitor.inputs;
    return { indices: search.indices, body: renderQuery(this.query, window) };
  }

  async judge(inquiry: Inquiry, { response, took, hits }: SearchAnswer = NOTHING) {
    const read = await this.pages.readAll(inquiry, response, this.pagings);
    const verdicts: Verdict[] = [];
    for (const each of this.triggers) verdicts.push(await this.verdictOf(inquiry, each, read));
    return {
      took: took + read.took,
      hits,
      finding: { kind: 'answer' as const, results: [read.response], verdicts },
    };
  }

  private async verdictOf(
    inquiry: Inquiry,
    { trigger, program }: PreparedTrigger,
    read: PagesRead
  ): Promise<Verdict> {
    if (program.kind === 'wrong') {
      return problemIn(trigger.id, { code: 'bad_condition', message: program.message });
    }
    const paging = pagingOf(program.steps);
    const pages = paging && read.composites.get(pathOf(paging));
    if (pages?.problem) return problemIn(trigger.id, pages.problem);
    const { buckets, leftOut, isCut } = locateBuckets(read.response, program.steps, this.most);
    const missed = [...(pages?.leftOut ? [pages.leftOut] : []), ...leftOut];
    if (buckets.length === 0 && trigger.no_data) {
      return { triggerId: trigger.id, kind: 'judged', groups: [], noData: true };
    }
    const groups = { open: openKeys(inquiry.alerts, trigger.id), buckets };
    const judged = await this.judged(inquiry, trigger, program, groups);
    if (judged.kind === 'problem') return problemIn(trigger.id, judged.problem);
    const isPart = isCut || pages?.leftOut !== undefined;
    return {
      triggerId: trigger.id,
      kind: 'judged',
      groups: [...judged.groups, ...goneOf(groups, program.parentPath, isPart)],
      ...(buckets.length === 0 ? { noData: true } : {}),
      ...joined(missed),
    };
  }

  private async judged(
    inquiry: Inquiry,
    trigger: BucketLevelTrigger,
    program: BucketProgram,
    { buckets, open }: Groups
  ): Promise<
    { kind: 'judged'; groups: GroupVerdict[] } | { kind: 'problem'; problem: RunProblem }
  > {
    const groups: GroupVerdict[] = [];
    let passed: Passed = {};
    for (let from = 0; from < buckets.length;) {
      const some = buckets.slice(from, from + SLICE);
      const slice = judgeBuckets(program, some, open, passed, inquiry.measured);
      if (slice.kind === 'problem') return slice;
      if (slice.kind === 'left') {
        // For the whole trigger, in one search; and the slice once more.
        const selected = await this.pages.select(inquiry, trigger, program, slice.which);
        if (selected.kind === 'problem') return selected;
        passed = { ...passed, [slice.which]: selected.keys };
        continue;
      }
      for (const group of slice.groups) groups.push(group);
      from += SLICE;
      if (from < buckets.length) await turn();
    }
    return { kind: 'judged', groups };
  }
}

const pathOf = ({ steps }: Paging): string => steps.map(({ name }) => name).join('>');

const pagingEntries = ({ program }: PreparedTrigger): Array<[string, Paging]> => {
  const paging = program.kind === 'ready' ? pagingOf(program.steps) : undefined;
  return paging ? [[pathOf(paging), paging]] : [];
};

/**
 * @param most groups that are looked at; the others are told of
 * @throws JsonSyntaxError, TypeError for a query that is none
 */
export const prepareBucketLevel = (
  monitor: BucketLevelMonitor,
  options: PrepareOptions,
  most = MOST_GROUPS
): Prepared => new PreparedBucketLevel(monitor, options, most);
