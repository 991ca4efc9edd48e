import { WatchkeeperError, messageOf } from '../../common/errors';
import { isRecord } from '../../common/json/record';
import { isOwn } from './own_indices';
import { forbidden } from './permissions';

interface Cause {
  type?: string;
  /** Of what it speaks, where it is about one. */
  index?: string;
  reason?: string;
  caused_by?: Cause;
}

export interface ClusterErrorBody {
  status?: number;
  error?: string | (Cause & { root_cause?: Cause[]; failed_shards?: Array<{ reason?: Cause }> });
}

const deepest = (cause: Cause): Cause => (cause.caused_by ? deepest(cause.caused_by) : cause);

/**
 * The reason that helps a person: the failed shard's where there is one (the outer one says only "all shards failed"),
 * with the innermost cause after it.
 */
export const reasonOf = (body: ClusterErrorBody): { type: string; reason: string } => {
  const { error } = body;
  if (typeof error === 'string') return { type: 'error', reason: error };
  if (!error) return { type: 'error', reason: 'The cluster gave no reason.' };
  const outer = error.failed_shards?.[0]?.reason ?? error.root_cause?.[0] ?? error;
  const inner = deepest(outer);
  const reasons = [outer.reason, inner === outer ? undefined : inner.reason].filter(Boolean);
  return {
    type: outer.type ?? error.type ?? 'error',
    reason: reasons.join(': ') || error.reason || outer.type || 'The cluster gave no reason.',
  };
};

const missingIndexOf = ({ error }: ClusterErrorBody): string | undefined =>
  typeof error === 'object' && error.type === 'index_not_found_exception' ? error.index : undefined;

const UNREACHABLE = new Set([
  'ConnectionError',
  'TimeoutError',
  'NoLivingConnectionsError',
  'RequestAbortedError',
]);

/** On a new cluster, pages ask before the first instance has made what they read. */
const NOT_PREPARED =
  "Watchkeeper's own indices are not there yet. They are made when it starts: try again in a moment.";

const CODES: Readonly<Record<number, 'unauthenticated' | 'conflict' | 'too_busy'>> = {
  401: 'unauthenticated',
  409: 'conflict',
  429: 'too_busy',
};

/**
 * The typed error for a refusal by the cluster.
 *
 * @param indices what the request was about: a 403 of the security plugin does not say it
 */
export const refusal = (
  status: number,
  body: unknown,
  indices: readonly string[] = []
): WatchkeeperError => {
  const told: ClusterErrorBody = isRecord(body) ? body : {};
  const { type, reason } = reasonOf(told);
  if (status === 403) return forbidden(reason, indices, { status, type });
  if (status === 401 && !isRecord(body)) {
    const message = 'The cluster does not accept these credentials.';
    return new WatchkeeperError('unauthenticated', message, { status });
  }
  if (isOwn(missingIndexOf(told) ?? '')) {
    return new WatchkeeperError('cluster_unreachable', NOT_PREPARED, { status, type });
  }
  if (status === 502 || status === 503 || status === 504) {
    return new WatchkeeperError('cluster_unreachable', reason, { status, type });
  }
  return new WatchkeeperError(CODES[status] ?? 'cluster_refused', reason, { status, type });
};

/** Turns what the host's client throws into a typed error; for `indices` see `refusal`. */
export const clusterError = (error: unknown, indices: readonly string[] = []): WatchkeeperError => {
  if (error instanceof WatchkeeperError) return error;
  if (isRecord(error) && typeof error.name === 'string') {
    if (UNREACHABLE.has(error.name)) {
      return new WatchkeeperError(
        'cluster_unreachable',
        `The cluster does not answer: ${messageOf(error)}`,
        error.name === 'TimeoutError' ? { timed_out: true } : {}
      );
    }
    if (error.name === 'ResponseError' && typeof error.statusCode === 'number') {
      return refusal(error.statusCode, error.body, indices);
    }
  }
  return new WatchkeeperError('internal', messageOf(error));
};

/** The request was sent, and no answer came within its time: the cluster may be gone, or this one request endless. */
export const isTimeOut = (error: unknown): boolean =>
  error instanceof WatchkeeperError && error.details.timed_out === true;
