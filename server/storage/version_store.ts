import type { ObjectVersion } from '../../common/versions';
import { bulk, demandWritten } from '../cluster/bulk';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

const MOST_SHOWN = 200;

/** So many objects of one type have their newest version told. */
const MOST_OBJECTS = 1000;

interface Found {
  hits: { hits: Array<{ _source: ObjectVersion }> };
}

export interface VersionStore {
  append(versions: ObjectVersion[]): Promise<void>;
  /** Newest first. */
  of(type: string, id: string): Promise<ObjectVersion[]>;
  /** The newest of each object of a type. */
  latest(type: string): Promise<ObjectVersion[]>;
}

/** What saved objects looked like before: appended, never changed. */
const newest = async (
  cluster: Cluster,
  filter: object[],
  more: object
): Promise<ObjectVersion[]> => {
  // Whoever has just saved looks for that version, and searches see writes late.
  await cluster.request({ method: 'POST', path: `/${aliasOf('versions')}/_refresh` });
  const { body } = await cluster.request<Found>({
    method: 'POST',
    path: `/${aliasOf('versions')}/_search`,
    body: { query: { bool: { filter } }, sort: [{ at: 'desc' }], ...more },
  });
  return body.hits.hits.map(({ _source }) => _source);
};

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

  of: (type, id) =>
    newest(cluster, [{ term: { object_type: type } }, { term: { object_id: id } }], {
      size: MOST_SHOWN,
    }),

  latest: (type) =>
    newest(cluster, [{ term: { object_type: type } }], {
      ...{ size: MOST_OBJECTS, collapse: { field: 'object_id' } },
    }),
});
