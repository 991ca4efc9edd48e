import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ManagedListing, PolicyRecord } from '../../../common/lifecycle/api';
import type { ApiError } from '../../shared/api_client';
import { outdatedKey } from '../policy_queries';

/** How many indices are in which state of a policy now. */
export interface Usage {
  policyId: string;
  byState: ReadonlyMap<string, number>;
}

/** From the managed indices that the page of a saved policy has read anyway; nothing is asked for. */
export const useUsage = (record: PolicyRecord | undefined): Usage | undefined => {
  const { id = '', seq_no: seqNo = 0 } = record ?? {};
  const listing = useQuery<ManagedListing, ApiError>({
    queryKey: outdatedKey(id, seqNo),
    enabled: false,
  });
  const indices = listing.data?.indices;
  return useMemo(() => {
    if (!indices) return undefined;
    const byState = new Map<string, number>();
    indices.forEach(({ policy_id: policy, cursor }) => {
      if (policy !== id || !cursor) return;
      byState.set(cursor.state, (byState.get(cursor.state) ?? 0) + 1);
    });
    return { policyId: id, byState };
  }, [indices, id]);
};
