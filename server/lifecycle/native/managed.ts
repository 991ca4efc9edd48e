import { isRecord } from '../../../common/json/record';
import { readExplainAnswer, totalOf } from '../../../common/lifecycle/native/read_explain';
import type { ManagedAct, ManagedActAnswer } from '../../../common/lifecycle/api';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { ISM_TIMEOUT } from './dialect';
import type { Dialect } from './dialect';

/** At once: with security each of a page costs the server a question of its own. */
const PAGE = 100;

/** Every managed index that the caller may see, page by page. */
export const listManaged = async (cluster: Cluster, dialect: Dialect): Promise<ManagedIndex[]> => {
  const found: ManagedIndex[] = [];
  for (let from = 0; ; from += PAGE) {
    const { body } = await cluster.request(
      { method: 'GET', path: `${dialect}/explain`, query: { size: PAGE, from } },
      { timeoutMs: ISM_TIMEOUT }
    );
    const page = readExplainAnswer(body);
    found.push(...page);
    // Those that the caller may not see leave a page short, so that only the total tells.
    if (from + PAGE >= totalOf(body)) return found;
  }
};

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

/**
 * Does something to managed indices. The cluster answers with status 200 whatever became of them: what failed is told
 * one by one. A group whose call is refused as a whole does not stop the others.
 */
export const actOnManaged = async (
  cluster: Cluster,
  dialect: Dialect,
  act: ManagedAct
): Promise<ManagedActAnswer> => {
  const answer: ManagedActAnswer = { updated: 0, failed: [] };
  const body = bodyOf(act);
  for (const names of inChunks(act.indices)) {
    const path = `${dialect}/${VERBS[act.act]}/${names.map(encodeURIComponent).join(',')}`;
    const request: ClusterRequest = { method: 'POST', path, ...(body ? { body } : {}) };
    const { status, body: said } = await cluster.request<Record<string, unknown>>(request, {
      ignore: [400, 404],
      timeoutMs: ISM_TIMEOUT,
    });
    if (status === 200) {
      answer.updated += Number(said.updated_indices ?? 0);
      answer.failed.push(...failuresOf(said.failed_indices));
    } else {
      const reason = reasonOf(said);
      answer.failed.push(...names.map((index) => ({ index, reason })));
    }
  }
  return answer;
};

const reasonOf = ({ error }: Record<string, unknown>): string => {
  const reason = isRecord(error) ? error.reason : error;
  return typeof reason === 'string' ? reason : 'The cluster gave no reason.';
};
