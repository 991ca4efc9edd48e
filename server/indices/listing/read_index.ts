import { notFound } from '../../../common/errors';
import type { IndexDetail } from '../../../common/indices/indices_api';
import { buildRows } from '../../../common/indices/rows/build_rows';
import type { CatIndex } from '../../../common/indices/rows/build_rows';
import type { Cluster } from '../../cluster/types';
import { catRequest } from './read_listing';

interface RawIndex {
  aliases?: Record<string, object>;
  mappings?: unknown;
  settings?: { index?: { hidden?: unknown } };
  data_stream?: string;
}

/**
 * One index, with its settings and mapping.
 *
 * @throws WatchkeeperError `not_found`, also where the name is that of an alias
 */
export const readIndex = async (asCaller: Cluster, name: string): Promise<IndexDetail> => {
  const [{ status, body }, cat] = await Promise.all([
    asCaller.request<Record<string, RawIndex>>(
      { method: 'GET', path: `/${encodeURIComponent(name)}` },
      { ignore: [404] }
    ),
    asCaller.request<CatIndex[]>(catRequest(name), { ignore: [404] }),
  ]);
  if (status !== 200 || cat.status !== 200 || !(name in body)) throw notFound('index', name);
  const { aliases, mappings, settings, data_stream: stream } = body[name];
  const [row] = buildRows({
    cat: cat.body.filter(({ index }) => index === name),
    aliases: { [name]: { aliases } },
    resolved: {
      indices: [
        {
          name,
          attributes: String(settings?.index?.hidden) === 'true' ? ['hidden'] : [],
          ...(stream === undefined ? {} : { data_stream: stream }),
        },
      ],
    },
  });
  if (!row) throw notFound('index', name);
  return { row, settings: settings ?? {}, mappings: mappings ?? {} };
};
