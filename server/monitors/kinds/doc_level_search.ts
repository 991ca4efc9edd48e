import { WatchkeeperError, messageOf } from '../../../common/errors';
import { stringifyLossless, parseLossless } from '../../../common/json/lossless';
import type { FoundDocument } from '../../../common/monitors/doc_level/document';
import { namedQuery } from '../../../common/monitors/doc_level/search_body';
import type { DocQuery } from '../../../common/monitors/input';
import type { RunProblem } from '../../../common/monitors/run';
import { readSearchAnswer } from '../../cluster/search_answer';
import type { Cluster } from '../../cluster/types';

/** What the answer said that is no answer; or which of the queries is to blame. */
export class SearchProblem extends Error {
  constructor(readonly problem: RunProblem) {
    super(problem.message);
    this.name = 'SearchProblem';
  }
}

export interface Page {
  documents: FoundDocument[];
  /** Of all pages. */
  total: number;
  /** The highest sequence number in this view of the shard. */
  top: number;
  took: number;
}

interface Hit {
  _index: string;
  _id: string;
  _source?: unknown;
  sort: [number];
  matched_queries?: string[];
}

interface Answer {
  hits: { hits: Hit[] };
  aggregations?: { top?: { value: unknown } };
}

const GRACE_MS = 10_000;

export interface Search {
  cluster: Cluster;
  /** Milliseconds that a search may take by its own limit. */
  timeoutMs: number;
  queries: readonly DocQuery[];
}

const send = async (
  { cluster, timeoutMs }: Search,
  indices: readonly string[],
  body: object,
  preference?: string
): Promise<{ answer: Answer; hits: number; took: number }> => {
  const { body: text } = await cluster.text(
    {
      method: 'POST',
      path: `/${indices.map(encodeURIComponent).join(',')}/_search`,
      query: { allow_partial_search_results: false, ...(preference ? { preference } : {}) },
      body: stringifyLossless(body),
    },
    { timeoutMs: timeoutMs + GRACE_MS }
  );
  const outcome = readSearchAnswer(parseLossless(text), indices);
  if (outcome.kind === 'problem') throw new SearchProblem(outcome.problem);
  if (outcome.kind !== 'answer') throw new WatchkeeperError('too_busy', 'The cluster is too busy.');
  const { response, hits, took } = outcome;
  return { answer: response as unknown as Answer, hits, took };
};

const isRefused = (error: unknown): error is WatchkeeperError =>
  error instanceof WatchkeeperError && error.code === 'cluster_refused';

const typeOf = ({ details: { type } }: WatchkeeperError): string =>
  typeof type === 'string' ? type : 'bad_query';

/** Which query is to blame, by asking each alone. A search that is refused does not name it. */
const blame = async (
  search: Search,
  indices: readonly string[],
  refused: WatchkeeperError
): Promise<unknown> => {
  for (const query of search.queries) {
    try {
      await send(search, indices, { size: 0, query: namedQuery(query) });
    } catch (error) {
      if (!isRefused(error)) return error;
      const message = `The query ${query.name} cannot be asked: ${messageOf(error)}`;
      return new SearchProblem({ code: typeOf(error), message });
    }
  }
  return refused;
};

/** About the indices, and not about a query. */
const OF_INDICES = new Set(['index_not_found_exception', 'index_closed_exception']);

const isOfQueries = (error: unknown): error is WatchkeeperError =>
  isRefused(error) && !OF_INDICES.has(typeOf(error));

/**
 * Sends one search with all queries.
 *
 * @param originOf where an index's sequence numbers count
 * @throws SearchProblem naming the query that the cluster refuses; WatchkeeperError where nothing is known
 */
export const askPage = async (
  search: Search,
  indices: readonly string[],
  body: object,
  originOf: (index: string) => string,
  preference?: string
): Promise<Page> => {
  try {
    const { answer, hits: total, took } = await send(search, indices, body, preference);
    const top = answer.aggregations?.top?.value;
    return {
      documents: answer.hits.hits.map(({ _index: index, _id: id, ...hit }) => ({
        ...{ index, id, origin: originOf(index) },
        seqNo: Number(hit.sort[0]),
        queryIds: hit.matched_queries ?? [],
        ...(hit._source === undefined ? {} : { source: hit._source }),
      })),
      total,
      top: top === null || top === undefined ? -1 : Number(top),
      took,
    };
  } catch (error) {
    throw isOfQueries(error) ? await blame(search, indices, error) : error;
  }
};
