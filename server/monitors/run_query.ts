import { WatchkeeperError } from '../../common/errors';
import type { FieldProblem } from '../../common/errors';
import { parseLossless } from '../../common/json/lossless';
import type { QueryRun } from '../../common/monitors/api';
import type { SearchInput } from '../../common/monitors/monitor';
import { compileQuery, renderQuery } from '../../common/monitors/query';
import type { Window } from '../../common/monitors/run';
import { readSearchAnswer } from '../cluster/search_answer';
import type { Cluster } from '../cluster/types';
import { INDICES_FIELD, QUERY_FIELD } from './check_monitor';

const GRACE_MS = 10_000;

const OF_INDICES = new Set([
  'index_not_found_exception',
  'invalid_index_name_exception',
  'index_closed_exception',
]);

/** Says at which field of a monitor a refusal by the cluster belongs. */
const atField = (error: unknown): unknown => {
  if (!(error instanceof WatchkeeperError)) return error;
  if (error.code !== 'cluster_refused' && error.code !== 'forbidden') return error;
  const isOfIndices = error.code === 'forbidden' || OF_INDICES.has(String(error.details.type));
  const field = isOfIndices ? INDICES_FIELD : QUERY_FIELD;
  const problem: FieldProblem = { field, message: error.message };
  return new WatchkeeperError(error.code, error.message, { ...error.details, problems: [problem] });
};

/**
 * Sends a query for one window, as whoever's cluster this is. The same rendering and the same reading of the answer as
 * in a scheduled run.
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
  const path = `/${indices.map(encodeURIComponent).join(',')}/_search`;
  try {
    const { body } = await cluster.text(
      { method: 'POST', path, query: { allow_partial_search_results: false }, body: rendered },
      { timeoutMs: timeoutSeconds * 1000 + GRACE_MS }
    );
    const outcome = readSearchAnswer(parseLossless(body));
    return {
      window,
      rendered_query: rendered,
      took: 'took' in outcome ? (outcome.took ?? 0) : 0,
      hits: outcome.kind === 'answer' ? outcome.hits : 0,
      response: body,
      ...(outcome.kind === 'problem' ? { problem: outcome.problem } : {}),
    };
  } catch (error) {
    throw atField(error);
  }
};
