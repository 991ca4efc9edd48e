import { createHash } from 'crypto';
import { isSearchMonitor } from '../../common/monitors/monitor';
import type { Monitor } from '../../common/monitors/monitor';
import { indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

/** A proof that somebody could run a monitor's query: kept apart from the saved object, which can be written raw. */
export interface Proof {
  /** Of inputs and indices. */
  hash: string;
  author?: string;
  at: number;
}

export interface AuthorisationRecord {
  monitor_id: string;
  /** Newest first. The one before stays good while a save is under way, or if it fails. */
  proofs: Proof[];
}

const KEPT = 2;

/** What a monitor looks at, to the letter. */
const questionOf = (monitor: Monitor): unknown => {
  if (!isSearchMonitor(monitor)) return [monitor.monitor_type, monitor.inputs];
  const { indices, query } = monitor.inputs[0].search;
  return [indices, query];
};

export const proofHash = (monitor: Monitor): string =>
  createHash('sha256')
    .update(JSON.stringify(questionOf(monitor)))
    .digest('hex');

export interface Authorisations {
  record(
    monitorId: string,
    monitor: Monitor,
    author: string | undefined,
    at: number
  ): Promise<void>;
  read(ids: string[]): Promise<Map<string, AuthorisationRecord>>;
  remove(monitorId: string): Promise<void>;
}

interface MultiGet {
  docs: Array<{ _id: string; found?: boolean; _source?: AuthorisationRecord }>;
}

/** The proof that covers this version of a monitor. */
export const proofOf = (monitor: Monitor, record?: AuthorisationRecord): Proof | undefined => {
  const hash = proofHash(monitor);
  return record?.proofs.find((proof) => proof.hash === hash);
};

export const createAuthorisations = (cluster: Cluster): Authorisations => {
  const index = indexFor('authorisations');
  const docPath = (id: string) => `/${index}/_doc/${encodeURIComponent(id)}`;

  const read = async (ids: string[]): Promise<Map<string, AuthorisationRecord>> => {
    if (ids.length === 0) return new Map();
    const { body } = await cluster.request<MultiGet>({
      method: 'POST',
      path: `/${index}/_mget`,
      body: { ids },
    });
    return new Map(
      body.docs.flatMap(({ _id, _source }) => (_source ? [[_id, _source] as const] : []))
    );
  };

  return {
    read,

    async record(monitorId, monitor, author, at) {
      const proof: Proof = { hash: proofHash(monitor), at, ...(author ? { author } : {}) };
      const known = (await read([monitorId])).get(monitorId)?.proofs ?? [];
      const proofs = [proof, ...known.filter(({ hash }) => hash !== proof.hash)].slice(0, KEPT);
      await cluster.request({
        method: 'PUT',
        path: docPath(monitorId),
        body: { monitor_id: monitorId, proofs },
      });
    },

    async remove(monitorId) {
      await cluster.request({ method: 'DELETE', path: docPath(monitorId) }, { ignore: [404] });
    },
  };
};
