import { PARTITION_COUNT } from '../../common/hash';
import type { InstanceReport } from '../../common/overview/scheduler';
import { bulk } from '../cluster/bulk';
import type { BulkOperation } from '../cluster/bulk';
import { indexFor } from '../cluster/own_indices';
import type { Cluster, DocVersion, Stored } from '../cluster/types';

/** Who may work on a partition. Written only when that changes; `epoch` counts the changes. */
export interface Lease {
  kind: 'lease';
  partition: number;
  /** A member's id; null when it was given back. */
  owner: string | null;
  epoch: number;
}

/** One process. Its beat keeps all its leases: whoever does not beat loses them. */
export interface Member {
  kind: 'member';
  name: string;
  beat: number;
  /** Milliseconds. */
  ttl: number;
  /** What it tells of itself, for people. */
  report?: InstanceReport;
}

const index = () => indexFor('leases');
const leaseId = (partition: number) => `lease:${partition}`;
const memberId = (name: string) => `member:${name}`;
const docPath = (id: string) => `/${index()}/_doc/${encodeURIComponent(id)}`;

interface MultiGet {
  docs: Array<{ found: boolean; _seq_no: number; _primary_term: number; _source: Lease }>;
}

interface MemberHits {
  hits: { hits: Array<{ _source: Member; _id: string }> };
}

export interface LeaseStore {
  leases(): Promise<Map<number, Stored<Lease>>>;
  members(): Promise<Member[]>;
  beat(member: Member): Promise<void>;
  leave(name: string): Promise<void>;
  /** Swaps leases; returns the partitions for which it succeeded. */
  swap(changes: Array<{ lease: Lease; known?: DocVersion }>): Promise<number[]>;
}

/** @param timeoutMs A request that takes longer than this is of no use any more. */
export const createLeaseStore = (cluster: Cluster, timeoutMs: number): LeaseStore => ({
  async leases() {
    const ids = Array.from({ length: PARTITION_COUNT }, (_, partition) => leaseId(partition));
    // By id, so that it is read in real time and not as of the last refresh.
    const { body } = await cluster.request<MultiGet>(
      { method: 'POST', path: `/${index()}/_mget`, body: { ids } },
      { timeoutMs }
    );
    return new Map(
      body.docs
        .filter(({ found }) => found)
        .map(({ _source, _seq_no, _primary_term }) => [
          _source.partition,
          {
            id: leaseId(_source.partition),
            source: _source,
            seq_no: _seq_no,
            primary_term: _primary_term,
          },
        ])
    );
  },

  async members() {
    const { body } = await cluster.request<MemberHits>(
      {
        method: 'POST',
        path: `/${index()}/_search`,
        query: { allow_partial_search_results: false },
        body: { size: 1000, query: { term: { kind: 'member' } } },
      },
      { timeoutMs }
    );
    return body.hits.hits.map(({ _source }) => _source);
  },

  async beat(member) {
    await cluster.request(
      {
        method: 'PUT',
        path: docPath(memberId(member.name)),
        query: { refresh: true },
        body: member,
      },
      { timeoutMs }
    );
  },

  async leave(name) {
    await cluster.request(
      { method: 'DELETE', path: docPath(memberId(name)), query: { refresh: true } },
      { ignore: [404] }
    );
  },

  async swap(changes) {
    const operations = changes.map(({ lease, known }): BulkOperation => {
      const target = { index: index(), id: leaseId(lease.partition), source: lease };
      return known ? { kind: 'swap', ...target, expected: known } : { kind: 'create', ...target };
    });
    const results = await bulk(cluster, operations);
    return changes
      .filter((_change, i) => results[i].kind === 'ok')
      .map(({ lease }) => lease.partition);
  },
});
