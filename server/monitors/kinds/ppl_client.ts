import { WatchkeeperError } from '../../../common/errors';
import { parseLossless } from '../../../common/json/lossless';
import { isRecord } from '../../../common/json/record';
import { readPplAnswer } from '../../../common/monitors/ppl/rows';
import type { PplAnswer } from '../../../common/monitors/ppl/rows';
import { refusal } from '../../cluster/errors';
import type { Cluster } from '../../cluster/types';

/** Of OpenSearch, and of Open Distro. */
const PATHS = ['/_plugins/_ppl', '/_opendistro/_ppl'] as const;

/** Statuses with which a cluster says that it does not know the address, or what is wrong with the query. */
const ANSWERS = [400, 404, 405, 500, 503];

/** OpenSearch says it in one of the first two ways; before version 8 Elasticsearch takes the address for an index. */
const UNKNOWN_ADDRESS =
  /no handler found for uri|incorrect http method for uri|invalid_index_name_exception|invalid_type_name_exception/i;

const NO_PPL =
  'This cluster has no PPL: it takes the SQL plugin of OpenSearch (or Open Distro). Install it there, or write the monitor as a search.';

const parse = (text: string): unknown => {
  try {
    return parseLossless(text);
  } catch {
    return undefined;
  }
};

const textAt = (value: Record<string, unknown>, name: string): string => {
  const text = value[name];
  return typeof text === 'string' ? text.trim() : '';
};

/** The plugin's `reason` is a heading such as `Invalid Query`; what helps is in the `details`. */
const refused = (status: number, text: string): WatchkeeperError => {
  const body = parse(text);
  const error = isRecord(body) && isRecord(body.error) ? body.error : undefined;
  const details = error && textAt(error, 'details');
  if (!error || !details) return refusal(status, body ?? { error: text.slice(0, 500) });
  const message = [textAt(error, 'reason'), details].filter((part) => part !== '').join(': ');
  return new WatchkeeperError('cluster_refused', message, { status, type: textAt(error, 'type') });
};

/**
 * Asks a query in PPL, as whoever's cluster this is.
 *
 * @throws WatchkeeperError `cluster_refused` where the cluster has no PPL, or refuses the query
 */
export const askPpl = async (
  cluster: Cluster,
  query: string,
  timeoutMs: number
): Promise<PplAnswer> => {
  for (const path of PATHS) {
    const { status, body } = await cluster.text(
      { method: 'POST', path, body: { query } },
      { ignore: ANSWERS, timeoutMs }
    );
    if (status < 400) {
      const answer = readPplAnswer(parse(body));
      if (answer) return answer;
      throw new WatchkeeperError('cluster_refused', 'The answer to the query is no table.', {
        status,
        type: 'no_table',
      });
    }
    if (!UNKNOWN_ADDRESS.test(body)) throw refused(status, body);
  }
  throw new WatchkeeperError('cluster_refused', NO_PPL, { type: 'no_ppl' });
};
