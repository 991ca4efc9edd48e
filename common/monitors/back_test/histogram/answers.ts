import { isRecord } from '../../../json/record';
import { cellBuckets } from './form';
import type { HistogramForm } from './form';
import { answersOf } from './metric_answers';
import { countAt, merge, partOf, problemOfCell } from './metrics';
import type { Part } from './metrics';
import { Sliding } from './sliding';
import { not } from './window_range';
import type { Found } from './window_range';

type Response = Record<string, unknown>;

/** What documents in one cell come to. */
interface Cell {
  at: number;
  part: Part;
}

const totalOf = ({ hits }: Response): number => {
  const total = isRecord(hits) && isRecord(hits.total) ? hits.total.value : undefined;
  return Number(total ?? 0);
};

const cellsIn = (form: HistogramForm, response: Response): Found<Cell[]> => {
  const buckets = cellBuckets(response);
  const counted = buckets.reduce<number>((sum, bucket) => sum + countAt(bucket), 0);
  // A document with several dates is in several cells, and would count twice.
  if (counted !== totalOf(response)) {
    return not(`Some documents have several values in ${form.range.field}.`);
  }
  for (const bucket of buckets) {
    const problem = problemOfCell(form.metrics, bucket);
    if (problem !== undefined) return not(problem);
  }
  const cells = buckets.map((bucket) => ({
    at: isRecord(bucket) ? Number(bucket.key) : 0,
    part: partOf(form.metrics, bucket),
  }));
  return { kind: 'found', value: cells };
};

/** What a rebuilt answer does not have: who looks at it is told of. */
export interface Missing {
  looked: boolean;
}

/** An answer as the cluster would have given it for a window. */
export interface RebuiltAnswer {
  response: Response;
  hits: number;
}

/** Lets it be known when somebody looks at what is not there. */
const withMissing = (
  target: Record<string, unknown>,
  members: Record<string, unknown>,
  missing: Missing
): Record<string, unknown> => {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(target, name, {
      enumerable: true,
      get: () => {
        missing.looked = true;
        return value;
      },
    });
  }
  return target;
};

/** Puts the answers for all windows together from the cells, one window after the other. */
export class RebuiltAnswers {
  readonly missing: Missing = { looked: false };
  private readonly sliding = new Sliding<Part>(merge);
  private readonly edges: ReadonlyMap<number, Part>;
  private readonly nothing: Part;
  private next = 0;
  private window = 0;

  private constructor(
    private readonly form: HistogramForm,
    private readonly cells: readonly Cell[],
    edges: readonly Cell[],
    empty: Response | undefined,
    private readonly hasAggregations: boolean
  ) {
    this.edges = new Map(edges.map(({ at, part }) => [at, part]));
    const aggregations = empty && isRecord(empty.aggregations) ? empty.aggregations : {};
    this.nothing = partOf(form.metrics, { doc_count: 0, ...aggregations });
  }

  /**
   * @param responses to the queries of the form, in their order
   */
  static from(
    form: HistogramForm,
    responses: { cells: readonly Response[]; edges: readonly Response[]; empty?: Response }
  ): Found<RebuiltAnswers> {
    const cells: Cell[] = [];
    const edges: Cell[] = [];
    for (const [into, from] of [
      [cells, responses.cells] as const,
      [edges, responses.edges] as const,
    ]) {
      for (const response of from) {
        const found = cellsIn(form, response);
        if (found.kind === 'not') return found;
        for (const cell of found.value) into.push(cell);
      }
    }
    // Where no index matches the pattern an answer has none, whatever is asked.
    const isAnywhere = responses.cells.some(({ aggregations }) => aggregations !== undefined);
    const { empty } = responses;
    const value = new RebuiltAnswers(form, cells, edges, empty, form.hasAggregations && isAnywhere);
    return { kind: 'found', value };
  }

  /**
   * The answer for the next window; there are as many as the grid has spans.
   *
   * @throws TooManyGroups
   */
  shift(): RebuiltAnswer {
    const { lo, hi, edge } = this.form.grid.spans[this.window++];
    for (; this.next < this.cells.length && this.cells[this.next].at < hi; this.next++) {
      const { at, part } = this.cells[this.next];
      this.sliding.push(at, part);
    }
    this.sliding.dropBefore(lo);
    const within = this.sliding.total();
    // The cell of an edge begins there.
    const last = edge === undefined ? undefined : this.edges.get(edge);
    const part = within && last ? merge(within, last) : (within ?? last ?? this.nothing);
    return { response: this.responseOf(part), hits: part.count };
  }

  private responseOf(part: Part): Response {
    const { form, missing } = this;
    const { metrics, showsDocuments } = form;
    const total = { value: part.count, relation: 'eq' };
    const hits = showsDocuments
      ? withMissing({ total }, { max_score: null, hits: [] }, missing)
      : { total, max_score: null, hits: [] };
    const response = {
      timed_out: false,
      hits,
      ...(this.hasAggregations ? { aggregations: answersOf(metrics, part) } : {}),
    };
    return withMissing(response, { took: 0, _shards: {} }, missing);
  }
}
