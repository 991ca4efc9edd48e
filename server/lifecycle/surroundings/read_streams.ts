import type { IndexFacts } from '../../../common/lifecycle/decide/facts';
import type { Cluster } from '../../cluster/types';

type StreamOf = NonNullable<IndexFacts['data_stream']>;

interface Answer {
  data_streams?: Array<{ name: string; indices: Array<{ index_name: string }> }>;
}

/** The data stream of each index that belongs to one. The last index of a stream is the one that is written to. */
export const readDataStreams = async (cluster: Cluster): Promise<ReadonlyMap<string, StreamOf>> => {
  const filter = 'data_streams.name,data_streams.indices.index_name';
  // Where the cluster is too old for data streams, the path means an index, which is not there.
  const { status, body } = await cluster.request<Answer>(
    { method: 'GET', path: '/_data_stream', query: { filter_path: filter } },
    { ignore: [400, 404, 405] }
  );
  const streams = status === 200 ? (body.data_streams ?? []) : [];
  return new Map(
    streams.flatMap(({ name, indices }) =>
      indices.map(({ index_name: index }, place): [string, StreamOf] => [
        index,
        { name, is_write_index: place === indices.length - 1 },
      ])
    )
  );
};
