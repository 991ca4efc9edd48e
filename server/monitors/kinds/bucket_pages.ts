import { WatchkeeperError } from '../../../common/errors';
import { gapPolicyOf } from '../../../common/monitors/bucket_level/condition';
import type { BucketProgram } from '../../../common/monitors/bucket_level/condition';
import type { Passed } from '../../../common/monitors/bucket_level/judge';
import { MOST_GROUPS, locateBuckets } from '../../../common/monitors/bucket_level/locate';
import type { LeftOut } from '../../../common/monitors/bucket_level/locate';
import {
  afterPage,
  pageQueries,
  pagingOf,
  readPage,
  withAllBuckets,
} from '../../../common/monitors/bucket_level/pages';
import type { Page, PageQueries, Paging } from '../../../common/monitors/bucket_level/pages';
import { compileQuery, renderQuery } from '../../../common/monitors/query';
import type { RunProblem, Window } from '../../../common/monitors/run';
import type { BucketLevelTrigger } from '../../../common/monitors/trigger';
import { batchedSearch } from '../../cluster/batched_search';
import type { Inquiry } from './prepared';

type Response = Record<string, unknown>;

/** Of a run. */
type Asking = Pick<Inquiry, 'cluster' | 'window' | 'timeoutMs'>;

type Asked = { kind: 'answer'; response: Response; took: number } | Problem;

interface Problem {
  kind: 'problem';
  problem: RunProblem;
}

interface Composite {
  /** There are more groups than are looked at. */
  leftOut?: LeftOut;
  /** A page could not be read: nothing is known of any of its groups. */
  problem?: RunProblem;
}

export interface PagesRead {
  /** The answer, with the buckets of all pages. */
  response: Response;
  /** Milliseconds that the further pages took. */
  took: number;
  /** By path. */
  composites: ReadonlyMap<string, Composite>;
}

/** All buckets of a composite aggregation, from a page on. */
interface Buckets extends Composite {
  buckets: readonly unknown[];
  took: number;
}

export type Selected = { kind: 'selected'; keys: ReadonlySet<string> } | Problem;

/** How many more there are, only reading them would tell. */
const tooMany = (read: number): LeftOut => ({
  count: 1,
  reason: `There are more groups than are looked at: the first ${read} are judged.`,
});

/** Reads the pages of composite aggregations, and asks the cluster which buckets pass a condition. */
export class BucketPages {
  constructor(
    private readonly indices: string[],
    private readonly body: Response,
    private readonly timeoutSeconds: number,
    private readonly most = MOST_GROUPS
  ) {}

  /**
   * @param response of the monitor's search: the first page of each
   * @throws WatchkeeperError `too_busy`, `cluster_unreachable`
   */
  async readAll(
    inquiry: Asking,
    response: Response,
    pagings: ReadonlyMap<string, Paging>
  ): Promise<PagesRead> {
    const composites = new Map<string, Composite>();
    let merged = response;
    let took = 0;
    for (const [path, paging] of pagings) {
      const first = readPage(response, paging);
      if (first.isLast) continue;
      const queries = pageQueries(this.body, paging.steps, paging);
      const { buckets, took: spent, ...rest } = await this.rest(inquiry, queries, paging, first);
      merged = withAllBuckets(merged, paging, buckets);
      took += spent;
      composites.set(path, rest);
    }
    return { response: merged, took, composites };
  }

  /**
   * The groups that the cluster lets through, by a `bucket_selector`: for scripts that the interpreter does not know.
   *
   * @throws WatchkeeperError `too_busy`, `cluster_unreachable`
   */
  async select(
    inquiry: Asking,
    trigger: BucketLevelTrigger,
    program: BucketProgram,
    which: keyof Passed
  ): Promise<Selected> {
    const { steps } = program;
    const { queries, paging } = this.selecting(trigger, program, which);
    const answer = await this.ask(inquiry, this.render(queries.first, inquiry.window));
    if (answer.kind === 'problem') return answer;
    const all = paging && (await this.allOf(inquiry, queries, paging, answer.response));
    if (all?.problem) return { kind: 'problem', problem: all.problem };
    const response = all
      ? withAllBuckets(answer.response, all.paging, all.buckets)
      : answer.response;
    const { buckets } = locateBuckets(response, steps);
    return { kind: 'selected', keys: new Set(buckets.map(({ key }) => key)) };
  }

  /** The search by which the cluster judges; the first page where there are more. */
  selectingQuery(
    trigger: BucketLevelTrigger,
    program: BucketProgram,
    which: keyof Passed,
    window: Window
  ): string {
    return this.render(this.selecting(trigger, program, which).queries.first, window);
  }

  private selecting(
    { condition }: BucketLevelTrigger,
    { steps, recovery, ...program }: BucketProgram,
    which: keyof Passed
  ) {
    const script = which === 'recovery' && recovery ? recovery : program.condition;
    const paging = pagingOf(steps);
    const selector = {
      bucketsPath: condition.buckets_path,
      source: script.source,
      gap: gapPolicyOf(condition),
    };
    return { queries: pageQueries(this.body, steps, paging, selector), paging };
  }

  private async allOf(
    inquiry: Asking,
    queries: PageQueries,
    paging: Paging,
    response: Response
  ): Promise<Buckets & { paging: Paging }> {
    const selecting = { ...paging, mayBeShort: true };
    const first = readPage(response, selecting);
    return { ...(await this.rest(inquiry, queries, selecting, first)), paging };
  }

  /** The first page and all behind it. */
  private async rest(
    inquiry: Asking,
    { next }: PageQueries,
    paging: Paging,
    first: Page
  ): Promise<Buckets> {
    const buckets = [...first.buckets];
    const rendered = this.render(next ?? '{}', inquiry.window);
    let page = first;
    let took = 0;
    let pages = 0;
    while (!page.isLast) {
      pages += 1;
      if (buckets.length >= this.most || pages > MOST_PAGES) {
        return { buckets, took, leftOut: tooMany(buckets.length) };
      }
      const answer = await this.ask(inquiry, afterPage(rendered, page.afterKey));
      if (answer.kind === 'problem') return { buckets: [], took, problem: answer.problem };
      took += answer.took;
      page = readPage(answer.response, paging);
      for (const bucket of page.buckets) buckets.push(bucket);
    }
    return { buckets, took };
  }

  private render(source: string, window: Window): string {
    return renderQuery(compileQuery(source, this.timeoutSeconds), window);
  }

  private async ask({ cluster, timeoutMs }: Asking, body: string): Promise<Asked> {
    const [outcome] = await batchedSearch(cluster, [{ indices: this.indices, body }], timeoutMs);
    switch (outcome.kind) {
      case 'answer':
        return outcome;
      case 'problem':
        return { kind: 'problem', problem: outcome.problem };
      default:
        throw new WatchkeeperError('too_busy', 'The cluster takes no more searches for now.');
    }
  }
}

/** A page that the author made small is read as it is; not without end. */
const MOST_PAGES = 10_000;
