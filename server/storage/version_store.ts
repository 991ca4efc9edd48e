import type { ObjectVersion } from '../../common/versions';
import { bulk, demandWritten } from '../cluster/bulk';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

const MOST_SHOWN = 200;

export interface VersionStore {
  append(versions: ObjectVersion[]): Promise<void>;
  /** Newest first. */
  of(type: string, id: string): Promise<ObjectVersion[]>;
}

/** What saved objects looked like before: appended, never changed. */
export const createVersionStore = (cluster: Cluster): VersionStore => ({
  async append(versions) {
    const results = await bulk(
      cluster,
      versions.map((version) => ({
        kind: 'create',
        index: indexFor('versions', version.at),
        id: version.id,
        source: version,
      }))
    );
    demandWritten(results);
  },

  async of(type, id) {
    // Whoever has just saved looks for that version, and searches see writes late.
    await cluster.request({ method: 'POST', path: `/${aliasOf('versions')}/_refresh` });
    const { body } = await cluster.request<{ hits: { hits: Array<{ _source: ObjectVersion }> } }>({
      method: 'POST',
      path: `/${aliasOf('versions')}/_search`,
      body: {
        size: MOST_SHOWN,
        query: { bool: { filter: [{ term: { object_type: type } }, { term: { object_id: id } }] } },
        sort: [{ at: 'desc' }],
      },
    });
    return body.hits.hits.map(({ _source }) => _source);
  },
});
