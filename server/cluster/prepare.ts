import { WatchkeeperError } from '../../common/errors';
import { FAMILIES, FORMAT_VERSION, aliasOf, belongsTo, indexFor, templateOf } from './own_indices';
import type { Family } from './own_indices';
import type { Cluster } from './types';

type Mappings = Record<
  string,
  {
    mappings: {
      _meta?: { watchkeeper_format?: number };
      properties?: Record<string, unknown>;
    };
  }
>;

const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

/** @param parts of each mapping */
const readMappings = async (cluster: Cluster, ...parts: string[]): Promise<Mappings> => {
  const { body } = await cluster.request<Mappings>(
    {
      ...{ method: 'GET', path: '/.watchkeeper-*/_mapping' },
      query: {
        expand_wildcards: 'all',
        filter_path: parts.map((part) => `*.mappings.${part}`).join(','),
      },
    },
    { ignore: [404] }
  );
  return body;
};

const demandKnownFormats = (found: Mappings): void => {
  for (const [index, { mappings }] of Object.entries(found)) {
    const format = mappings?._meta?.watchkeeper_format ?? 0;
    if (format > FORMAT_VERSION) {
      throw new WatchkeeperError(
        'conflict',
        `${index} was written by a newer Watchkeeper (format ${format}; this one knows ${FORMAT_VERSION}). Upgrade this instance.`,
        { index, format }
      );
    }
  }
};

/**
 * Refuses to work on what a newer version has written: an older instance would misread it.
 *
 * @throws WatchkeeperError `conflict`, naming the index.
 */
export const refuseNewerFormats = async (cluster: Cluster): Promise<void> =>
  demandKnownFormats(await readMappings(cluster, '_meta'));

/** Whether an index of the family was made by a version that did not know all of its fields. */
const lacksFields = (found: Mappings, family: Family): boolean => {
  const fields = Object.keys(FAMILIES[family].properties);
  return Object.entries(found).some(
    ([index, { mappings }]) =>
      belongsTo(family, index) && fields.some((field) => !(field in (mappings?.properties ?? {})))
  );
};

const putTemplate = (cluster: Cluster, family: Family) =>
  cluster.request({
    method: 'PUT',
    path: `/_index_template/watchkeeper-${family}`,
    body: templateOf(family),
  });

const createIndex = (cluster: Cluster, family: Family, at: number) =>
  cluster.request(
    { method: 'PUT', path: `/${encodeURIComponent(indexFor(family, at))}`, body: {} },
    // 400: it is there already, or another instance was faster.
    { ignore: [400] }
  );

/** Indices of an older version learn the fields that have come since: those that they have stay as they are. */
const addFields = (cluster: Cluster, family: Family) =>
  cluster.request({
    method: 'PUT',
    path: `/${aliasOf(family)}/_mapping`,
    body: { properties: FAMILIES[family].properties },
  });

/**
 * Makes templates and the indices that are written next. Safe to repeat, and to run on several instances at once.
 * Every family has at least one index afterwards, so that searches by alias never miss.
 */
export const prepareOwnIndices = async (cluster: Cluster, now: number): Promise<void> => {
  const found = await readMappings(cluster, '_meta', 'properties');
  demandKnownFormats(found);
  await Promise.all(FAMILY_NAMES.map((family) => putTemplate(cluster, family)));
  await Promise.all(FAMILY_NAMES.map((family) => createIndex(cluster, family, now)));
  const behind = FAMILY_NAMES.filter((family) => lacksFields(found, family));
  await Promise.all(behind.map((family) => addFields(cluster, family)));
  await cluster.request(
    {
      method: 'GET',
      path: `/_cluster/health/${FAMILY_NAMES.map(aliasOf).join(',')}`,
      query: { wait_for_status: 'yellow', timeout: '30s' },
    },
    { ignore: [408] }
  );
};
