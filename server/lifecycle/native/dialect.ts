import { WatchkeeperError } from '../../../common/errors';
import type { EngineFacts } from '../../../common/lifecycle/api';
import { refusal } from '../../cluster/errors';
import type { Cluster } from '../../cluster/types';

/** Calls of Index State Management that do not come back are given up after so long, milliseconds. */
export const ISM_TIMEOUT = 30_000;

/** Under which path a cluster has Index State Management. */
export type Dialect = '/_plugins/_ism' | '/_opendistro/_ism';

const NATIVE: Readonly<Record<Dialect, EngineFacts['native']>> = {
  '/_plugins/_ism': 'ism',
  '/_opendistro/_ism': 'opendistro',
};

export const nativeOf = (dialect: Dialect): EngineFacts['native'] => NATIVE[dialect];

const DIALECTS: readonly Dialect[] = ['/_plugins/_ism', '/_opendistro/_ism'];

/** A path that nobody handles is refused with one of these. */
const UNKNOWN_PATH = [400, 404, 405];

const FORBIDDEN = 403;

interface Spoken {
  dialect: Dialect;
  /** The caller may not list the policies. */
  refused?: string;
}

/** What is refused to the caller is there all the same: they may be allowed another call of it. */
const speaks = async (cluster: Cluster, dialect: Dialect): Promise<Spoken | undefined> => {
  const { status, body } = await cluster.request<{ policies?: unknown }>(
    { method: 'GET', path: `${dialect}/policies`, query: { size: 1 } },
    { ignore: [...UNKNOWN_PATH, FORBIDDEN], timeoutMs: ISM_TIMEOUT }
  );
  if (status === FORBIDDEN) return { dialect, refused: refusal(status, body).message };
  return status === 200 && Array.isArray(body.policies) ? { dialect } : undefined;
};

/** The simulation refuses an empty request where it is there; where it is not, the path is unknown. */
const canSimulate = async (cluster: Cluster, dialect: Dialect): Promise<boolean> => {
  const { status, body } = await cluster.request<{ error?: unknown }>(
    { method: 'POST', path: `${dialect}/simulate`, body: {} },
    { ignore: [...UNKNOWN_PATH, FORBIDDEN], timeoutMs: ISM_TIMEOUT }
  );
  const unknown = typeof body.error === 'string' && body.error.includes('no handler found');
  return status === 200 || (status === 400 && !unknown);
};

const spokenBy = async (cluster: Cluster): Promise<Spoken | undefined> => {
  for (const dialect of DIALECTS) {
    const spoken = await speaks(cluster, dialect);
    if (spoken) return spoken;
  }
  return undefined;
};

/** The first dialect that the cluster speaks; undefined where it has none. */
export const dialectOf = async (cluster: Cluster): Promise<Dialect | undefined> =>
  (await spokenBy(cluster))?.dialect;

/** What the cluster has for the caller. */
export const engineFacts = async (cluster: Cluster): Promise<EngineFacts> => {
  const spoken = await spokenBy(cluster);
  if (!spoken) return { native: 'none', simulate: false };
  const { dialect, refused } = spoken;
  return {
    native: nativeOf(dialect),
    simulate: await canSimulate(cluster, dialect),
    ...(refused === undefined ? {} : { refused }),
  };
};

/** @throws WatchkeeperError `not_found` where the cluster has no Index State Management */
export const demandDialect = async (cluster: Cluster): Promise<Dialect> => {
  const dialect = await dialectOf(cluster);
  if (dialect) return dialect;
  throw new WatchkeeperError(
    'not_found',
    'This cluster has no Index State Management: its plugin opensearch-index-management is not installed.'
  );
};
