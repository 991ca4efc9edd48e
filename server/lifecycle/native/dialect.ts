import { WatchkeeperError } from '../../../common/errors';
import type { EngineFacts } from '../../../common/lifecycle/api';
import type { Cluster } from '../../cluster/types';

/** Calls of Index State Management that do not come back are given up after so long, milliseconds. */
export const ISM_TIMEOUT = 30_000;

/** Under which path a cluster has Index State Management. */
export type Dialect = '/_plugins/_ism' | '/_opendistro/_ism';

const NATIVE: Readonly<Record<Dialect, EngineFacts['native']>> = {
  '/_plugins/_ism': 'ism',
  '/_opendistro/_ism': 'opendistro',
};

const DIALECTS: readonly Dialect[] = ['/_plugins/_ism', '/_opendistro/_ism'];

/** A path that nobody handles is refused with one of these. */
const UNKNOWN_PATH = [400, 404, 405];

const speaks = async (cluster: Cluster, dialect: Dialect): Promise<boolean> => {
  const { status, body } = await cluster.request(
    { method: 'GET', path: `${dialect}/policies`, query: { size: 1 } },
    { ignore: UNKNOWN_PATH, timeoutMs: ISM_TIMEOUT }
  );
  return status === 200 && typeof body === 'object';
};

/** The simulation refuses an empty request where it is there; where it is not, the path is unknown. */
const canSimulate = async (cluster: Cluster, dialect: Dialect): Promise<boolean> => {
  const { status, body } = await cluster.request<{ error?: unknown }>(
    { method: 'POST', path: `${dialect}/simulate`, body: {} },
    { ignore: [...UNKNOWN_PATH, 403], timeoutMs: ISM_TIMEOUT }
  );
  const unknown = typeof body.error === 'string' && body.error.includes('no handler found');
  return status === 200 || (status === 400 && !unknown);
};

/** The first dialect that the cluster speaks; undefined where it has none. */
export const dialectOf = async (cluster: Cluster): Promise<Dialect | undefined> => {
  for (const dialect of DIALECTS) if (await speaks(cluster, dialect)) return dialect;
  return undefined;
};

/** What the cluster has for the caller. What it refuses to the caller is there all the same. */
export const engineFacts = async (cluster: Cluster): Promise<EngineFacts> => {
  try {
    const dialect = await dialectOf(cluster);
    if (!dialect) return { native: 'none', simulate: false };
    return { native: NATIVE[dialect], simulate: await canSimulate(cluster, dialect) };
  } catch (error) {
    if (!(error instanceof WatchkeeperError) || error.code !== 'forbidden') throw error;
    return { native: 'ism', simulate: false, refused: error.message };
  }
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
