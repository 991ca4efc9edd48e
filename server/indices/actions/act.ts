import type { Act as AuditAct } from '../../../common/audit/entry';
import type { AuditedAct } from '../../../common/audit/entry';
import { WatchkeeperError, invalidInput, messageOf } from '../../../common/errors';
import { confirmationFor } from '../../../common/indices/indices_api';
import type { Act, ActAnswer, IndexAction } from '../../../common/indices/indices_api';
import type { Audit } from '../../audit/types';
import { isTimeOut } from '../../cluster/errors';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { toEachIndex, unconfirmed } from '../cluster_answers';
import type { ChangeAnswer } from '../cluster_answers';
import { demandExactIndices, demandNotWritten } from './exact_indices';

/** An index whose shards do not come takes the cluster's own half minute. */
const PATIENCE_MS = 60_000;

type Verb = IndexAction['action'];

const PATHS: Readonly<Record<Exclude<Verb, 'delete' | 'read_only' | 'read_write'>, string>> = {
  open: '_open',
  close: '_close',
  refresh: '_refresh',
  flush: '_flush',
  clear_cache: '_cache/clear',
};

const AUDITED: Readonly<Record<Verb, AuditedAct>> = {
  open: 'index.opened',
  close: 'index.closed',
  refresh: 'index.refreshed',
  flush: 'index.flushed',
  clear_cache: 'index.cache_cleared',
  read_only: 'index.made_read_only',
  read_write: 'index.made_writable',
  delete: 'index.deleted',
};

const requestFor = (verb: Verb, index: string): ClusterRequest => {
  const path = `/${encodeURIComponent(index)}`;
  switch (verb) {
    case 'delete':
      return { method: 'DELETE', path };
    case 'read_only':
      // Unlike the setting alone, it waits for the writes that are under way.
      return { method: 'PUT', path: `${path}/_block/write` };
    case 'read_write':
      return { method: 'PUT', path: `${path}/_settings`, body: { 'index.blocks.write': null } };
    default:
      return { method: 'POST', path: `${path}/${PATHS[verb]}` };
  }
};

interface Answer extends ChangeAnswer {
  _shards?: { failed?: number; failures?: Array<{ reason?: { reason?: string } }> };
}

/** An answer of 200 may still say that it was not done. */
const whyNot = (answer: Answer): string | undefined => {
  const waiting = unconfirmed(answer);
  const { _shards: shards } = answer;
  if (waiting !== undefined || !shards?.failed) return waiting;
  const reason = shards.failures?.[0]?.reason?.reason;
  return `${shards.failed} shards failed${reason ? `: ${reason}` : '.'}`;
};

interface Outcome {
  index: string;
  /** It is done, or the cluster goes on with it. */
  isBegun: boolean;
  /** Absent where it was done. */
  error?: WatchkeeperError;
}

const actOn = async (asCaller: Cluster, verb: Verb, index: string): Promise<Outcome> => {
  try {
    const { body } = await asCaller.request<Answer>(requestFor(verb, index), {
      timeoutMs: PATIENCE_MS,
    });
    const reason = whyNot(body);
    const isBegun = reason === undefined || unconfirmed(body) !== undefined;
    if (reason === undefined) return { index, isBegun };
    return { index, isBegun, error: new WatchkeeperError('cluster_refused', reason) };
  } catch (caught) {
    const isTyped = caught instanceof WatchkeeperError;
    const error = isTyped ? caught : new WatchkeeperError('internal', messageOf(caught));
    return { index, isBegun: isTimeOut(error), error };
  }
};

const demandConfirmed = (what: IndexAction, indices: readonly string[]): void => {
  if (what.action !== 'delete' || what.confirm === confirmationFor(indices)) return;
  const message = `Type “${confirmationFor(indices)}” to delete.`;
  throw invalidInput([{ field: 'what.confirm', message }]);
};

/**
 * Does something to each index, as the caller. One that fails does not keep the others.
 *
 * @throws WatchkeeperError `invalid_input` where a deletion is not confirmed, a name is not that of an index, or a data
 *   stream writes to what is to be deleted; `forbidden` where the caller may not do it to any of them
 */
export const act = async (
  asCaller: Cluster,
  audit: Audit,
  { indices: named, what }: Act,
  who: string | undefined
): Promise<ActAnswer> => {
  const indices = [...new Set(named)];
  demandConfirmed(what, indices);
  const sighted = await demandExactIndices(asCaller, indices);
  if (what.action === 'delete') await demandNotWritten(asCaller, indices, sighted);
  const outcomes = await toEachIndex(indices, (index) => {
    const error = sighted.refused.get(index);
    return error
      ? Promise.resolve<Outcome>({ index, isBegun: false, error })
      : actOn(asCaller, what.action, index);
  });
  const done = outcomes.filter(({ error }) => !error).map(({ index }) => index);
  const begun = outcomes.filter(({ isBegun }) => isBegun);
  await audit.record(
    begun.map(({ index }): AuditAct => ({
      ...(who === undefined ? {} : { who }),
      ...{ what: AUDITED[what.action], object_id: index, name: index },
    }))
  );
  const [first] = outcomes;
  if (first.error && outcomes.every(({ error }) => error?.code === 'forbidden')) throw first.error;
  const failed = outcomes.flatMap(({ index, error }) =>
    error ? [{ index, reason: error.message }] : []
  );
  return { done, failed };
};
