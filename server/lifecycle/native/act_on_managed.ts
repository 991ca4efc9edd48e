import { WatchkeeperError, messageOf, notFound } from '../../../common/errors';
import { isRecord } from '../../../common/json/record';
import type { ManagedAct, ManagedActAnswer } from '../../../common/lifecycle/api';
import { reasonOf } from '../../cluster/errors';
import type { ClusterErrorBody } from '../../cluster/errors';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { ISM_TIMEOUT } from './dialect';
import type { Dialect } from './dialect';

/** A line of HTTP may have 4096 bytes; what the names leave is for the rest of it. */
const NAMES_AT_ONCE = 3000;

/** Names in groups that fit into a URL, commas included. */
export const inChunks = (names: readonly string[], limit = NAMES_AT_ONCE): string[][] => {
  const chunks: string[][] = [];
  let size = Infinity;
  for (const name of names) {
    const length = encodeURIComponent(name).length + 1;
    if (size + length > limit) {
      chunks.push([]);
      size = 0;
    }
    chunks[chunks.length - 1].push(name);
    size += length;
  }
  return chunks;
};

const VERBS: Readonly<Record<ManagedAct['act'], string>> = {
  apply: 'add',
  remove: 'remove',
  retry: 'retry',
  change: 'change_policy',
};

const bodyOf = (act: ManagedAct): object | undefined => {
  switch (act.act) {
    case 'apply':
      return { policy_id: act.policy_id };
    case 'remove':
      return undefined;
    case 'retry':
      return act.state === undefined ? undefined : { state: act.state };
    case 'change':
      return {
        policy_id: act.policy_id,
        ...(act.state === undefined ? {} : { state: act.state }),
        ...(act.include ? { include: act.include.map((state) => ({ state })) } : {}),
      };
  }
};

interface Refused {
  index_name?: string;
  reason?: string;
}

const failuresOf = (value: unknown): ManagedActAnswer['failed'] =>
  Array.isArray(value)
    ? value
        .filter((each): each is Refused => isRecord(each))
        .map(({ index_name, reason }) => ({
          index: index_name ?? '',
          reason: reason ?? 'The cluster gave no reason.',
        }))
    : [];

type Answered =
  | { kind: 'done'; updated: number; failed: ManagedActAnswer['failed'] }
  | { kind: 'refused'; reason: string; type: string; index?: string };

const ask = async (cluster: Cluster, request: ClusterRequest): Promise<Answered> => {
  const { status, body } = await cluster.request<Record<string, unknown>>(request, {
    ignore: [400, 404],
    timeoutMs: ISM_TIMEOUT,
  });
  if (status === 200) {
    const updated = Number(body.updated_indices ?? 0);
    return { kind: 'done', updated, failed: failuresOf(body.failed_indices) };
  }
  const { error } = body;
  const index = isRecord(error) && typeof error.index === 'string' ? error.index : undefined;
  return { kind: 'refused', ...reasonOf(body as ClusterErrorBody), ...(index ? { index } : {}) };
};

const NO_POLICY = /^Could not find policy=/;

class Acting {
  readonly answer: ManagedActAnswer = { updated: 0, failed: [], passed_over: 0 };

  constructor(
    private readonly cluster: Cluster,
    private readonly dialect: Dialect,
    private readonly act: ManagedAct
  ) {}

  /** One index that is not there has the whole group refused: it is told, and the others are asked for again. */
  async group(names: readonly string[]): Promise<void> {
    let left = [...names];
    while (left.length > 0) {
      const answered = await ask(this.cluster, this.requestFor(left));
      if (answered.kind === 'done') {
        this.count(answered, left.length);
        return;
      }
      const { index, reason } = answered;
      if (NO_POLICY.test(reason) && 'policy_id' in this.act) {
        throw notFound('policy', this.act.policy_id);
      }
      const refused = index !== undefined && left.includes(index) ? [index] : left;
      this.fail(refused, reason);
      left = left.filter((name) => !refused.includes(name));
    }
  }

  fail(names: readonly string[], reason: string): void {
    this.answer.failed.push(...names.map((index) => ({ index, reason })));
  }

  private count({ updated, failed }: Extract<Answered, { kind: 'done' }>, asked: number): void {
    this.answer.updated += updated;
    this.answer.failed.push(...failed);
    this.answer.passed_over += Math.max(0, asked - updated - failed.length);
  }

  private requestFor(names: readonly string[]): ClusterRequest {
    const path = `${this.dialect}/${VERBS[this.act.act]}/${names.map(encodeURIComponent).join(',')}`;
    const body = bodyOf(this.act);
    return { method: 'POST', path, ...(body ? { body } : {}) };
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof WatchkeeperError && error.code === 'cluster_unreachable';

/**
 * Does something to managed indices. The cluster answers with status 200 whatever became of them: what failed is told
 * one by one. A group whose call fails as a whole is told as well, once something has been done; when the cluster does
 * not answer, nothing more is tried.
 *
 * @throws WatchkeeperError of the first group, where nothing has been done yet; `not_found` for a policy that is not
 *   there
 */
export const actOnManaged = async (
  cluster: Cluster,
  dialect: Dialect,
  act: ManagedAct
): Promise<ManagedActAnswer> => {
  const acting = new Acting(cluster, dialect, act);
  const groups = inChunks([...new Set(act.indices)]);
  for (const [place, names] of groups.entries()) {
    try {
      await acting.group(names);
    } catch (error) {
      if (place === 0) throw error;
      acting.fail(names, messageOf(error));
      if (!isGone(error)) continue;
      acting.fail(groups.slice(place + 1).flat(), `It was not tried. ${messageOf(error)}`);
      break;
    }
  }
  return acting.answer;
};
