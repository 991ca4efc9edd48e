import { WatchkeeperError } from '../../common/errors';
import type { FieldProblem } from '../../common/errors';
import { parseLossless } from '../../common/json/lossless';
import type { QueryRun } from '../../common/monitors/api';
import type { SearchInput } from '../../common/monitors/monitor';
import { compileQuery, renderQuery } from '../../common/monitors/query';
import type { Window } from '../../common/monitors/run';
import type { SearchRequest } from '../cluster/batched_search';
import { readSearchAnswer } from '../cluster/search_answer';
import type { SearchOutcome } from '../cluster/search_answer';
import type { Cluster } from '../cluster/types';
import { INDICES_FIELD, QUERY_FIELD } from '../../common/monitors/check_kind';

const GRACE_MS = 10_000;

const OF_INDICES = new Set([
  'index_not_found_exception',
  'invalid_index_name_exception',
  'index_closed_exception',
]);

/** Whether a refusal is about what is looked at, and not about what is asked there. */
export const isOfIndices = (code: string): boolean => code === 'forbidden' || OF_INDICES.has(code);

/** Says at which field of a monitor a refusal by the cluster belongs; anything else stays as it is. */
export const atFields = (
  error: unknown,
  { indices, query }: { indices: string; query: string }
): unknown => {
  if (!(error instanceof WatchkeeperError) || error.details.problems) return error;
  if (error.code !== 'cluster_refused' && error.code !== 'forbidden') return error;
  const ofIndices = isOfIndices(error.code) || isOfIndices(String(error.details.type));
  const problem: FieldProblem = { field: ofIndices ? indices : query, message: error.message };
  return new WatchkeeperError(error.code, error.message, { ...error.details, problems: [problem] });
};

/**
 * Sends one search, as whoever's cluster this is, and reads the answer as a scheduled run does.
 *
 * @throws WatchkeeperError the cluster's refusal, at its field
 */
export const askSearch = async (
  cluster: Cluster,
  { indices, body }: SearchRequest,
  timeoutSeconds: number
): Promise<{ text: string; outcome: SearchOutcome }> => {
  const path = `/${indices.map(encodeURIComponent).join(',')}/_search`;
  try {
    const { body: text } = await cluster.text(
      { method: 'POST', path, query: { allow_partial_search_results: false }, body },
      { timeoutMs: timeoutSeconds * 1000 + GRACE_MS }
    );
    return { text, outcome: readSearchAnswer(parseLossless(text)) };
  } catch (error) {
    throw atFields(error, { indices: INDICES_FIELD, query: QUERY_FIELD });
  }
};

/**
 * Sends a query for one window. The same rendering and the same reading of the answer as in a scheduled run.
 *
 * @throws WatchkeeperError the cluster's refusal, at its field
 */
export const runQuery = async (
  cluster: Cluster,
  { search: { indices, query } }: SearchInput,
  window: Window,
  timeoutSeconds: number
): Promise<QueryRun> => {
  const rendered = renderQuery(compileQuery(query, timeoutSeconds), window);
  const { text, outcome } = await askSearch(cluster, { indices, body: rendered }, timeoutSeconds);
  return {
    window,
    rendered_query: rendered,
    took: 'took' in outcome ? (outcome.took ?? 0) : 0,
    hits: outcome.kind === 'answer' ? outcome.hits : 0,
    response: text,
    ...(outcome.kind === 'problem' ? { problem: outcome.problem } : {}),
  };
};
