import { notFound } from '../../../common/errors';
import type { IndexDetail } from '../../../common/indices/indices_api';
import { buildRows } from '../../../common/indices/rows/build_rows';
import type { CatIndex } from '../../../common/indices/rows/build_rows';
import type { AliasBody } from '../../../common/indices/page/edits';
import { USUAL_SETTINGS } from '../../../common/indices/page/settings';
import type { FlatSettings } from '../../../common/indices/page/settings';
import type { Cluster } from '../../cluster/types';
import { catRequest } from './read_listing';

interface RawIndex {
  aliases?: Record<string, AliasBody>;
  mappings?: unknown;
  settings?: FlatSettings;
  defaults?: FlatSettings;
  data_stream?: string;
}

/** The form shows what holds where nothing is set. */
const usualDefaults = (defaults: FlatSettings = {}): FlatSettings =>
  Object.fromEntries(
    USUAL_SETTINGS.flatMap(({ name }) => (name in defaults ? [[name, defaults[name]]] : []))
  );

/**
 * One index, with its settings and mapping.
 *
 * @throws WatchkeeperError `not_found`, also where the name is that of an alias
 */
export const readIndex = async (asCaller: Cluster, name: string): Promise<IndexDetail> => {
  const [{ status, body }, cat] = await Promise.all([
    asCaller.request<Record<string, RawIndex>>(
      {
        method: 'GET',
        path: `/${encodeURIComponent(name)}`,
        query: { flat_settings: true, include_defaults: true },
      },
      { ignore: [404] }
    ),
    asCaller.request<CatIndex[]>(catRequest(name), { ignore: [404] }),
  ]);
  if (status !== 200 || cat.status !== 200 || !(name in body)) throw notFound('index', name);
  const { aliases = {}, mappings, settings = {}, defaults, data_stream: stream } = body[name];
  const [row] = buildRows({
    cat: cat.body.filter(({ index }) => index === name),
    aliases: { [name]: { aliases } },
    resolved: {
      indices: [
        {
          name,
          attributes: settings['index.hidden'] === 'true' ? ['hidden'] : [],
          ...(stream === undefined ? {} : { data_stream: stream }),
        },
      ],
    },
  });
  if (!row) throw notFound('index', name);
  return { row, settings, defaults: usualDefaults(defaults), mappings: mappings ?? {}, aliases };
};
