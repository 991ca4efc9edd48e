import { WatchkeeperError } from '../../../common/errors';
import type { Cluster } from '../../cluster/types';

interface Decision {
  decision?: string;
  explanation?: string;
}

interface Explanation {
  allocate_explanation?: string;
  node_allocation_decisions?: Array<{ deciders?: Decision[] }>;
}

const reasonIn = ({ allocate_explanation: all, node_allocation_decisions: nodes }: Explanation) => {
  const deciders = nodes?.flatMap((node) => node.deciders ?? []) ?? [];
  const refusals = deciders.flatMap(({ decision, explanation }) =>
    decision === 'NO' && explanation ? [explanation] : []
  );
  return refusals[0] ?? all;
};

const explain = async (asCaller: Cluster, index: string): Promise<string | undefined> => {
  const { body: shards } = await asCaller.request<Array<Record<string, string>>>({
    ...{ method: 'GET', path: `/_cat/shards/${encodeURIComponent(index)}` },
    query: { format: 'json', h: 'shard,prirep,state' },
  });
  const missing = shards.find(({ prirep, state }) => prirep === 'p' && state === 'UNASSIGNED');
  if (!missing) return undefined;
  const { status, body } = await asCaller.request<Explanation>(
    {
      ...{ method: 'POST', path: '/_cluster/allocation/explain' },
      body: { index, shard: Number(missing.shard), primary: true },
    },
    { ignore: [400] }
  );
  const reason = status === 200 ? reasonIn(body) : undefined;
  return `Shard ${missing.shard} is not there yet${reason ? `: ${reason}` : '.'}`;
};

/** Why a primary shard has no node, as the cluster explains it. It is only told where the caller may ask. */
export const whyUnassigned = async (
  asCaller: Cluster,
  index: string
): Promise<string | undefined> => {
  try {
    return await explain(asCaller, index);
  } catch (error) {
    if (error instanceof WatchkeeperError) return undefined;
    throw error;
  }
};
