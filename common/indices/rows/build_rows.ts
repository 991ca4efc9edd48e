import type { IndexAlias, IndexRow } from './index_row';

/** A row of `_cat/indices` as JSON: every value is a text, or null where the cluster does not know it. */
export interface CatIndex {
  index: string;
  uuid?: string | null;
  health?: string | null;
  status?: string | null;
  pri?: string | null;
  rep?: string | null;
  'docs.count'?: string | null;
  'docs.deleted'?: string | null;
  'store.size'?: string | null;
  'pri.store.size'?: string | null;
  'creation.date'?: string | null;
}

/** `GET /_alias` */
export type AliasesByIndex = Record<string, { aliases?: Record<string, object> }>;

/** `GET /_resolve/index/*`: what hides an index, and the data stream that it stands behind. */
export interface ResolvedIndices {
  indices?: Array<{ name: string; attributes?: string[]; data_stream?: string }>;
}

/** What the cluster said, in its own form. Parts that could not be read are absent. */
export interface ListingParts {
  cat: readonly CatIndex[];
  aliases?: AliasesByIndex;
  resolved?: ResolvedIndices;
}

const numberOf = (text: string | null | undefined): number | undefined => {
  if (text === null || text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
};

const HEALTHS = ['green', 'yellow', 'red'] as const;

const healthOf = (text: string | null | undefined): IndexRow['health'] =>
  HEALTHS.find((health) => health === text?.toLowerCase()) ?? 'unknown';

const aliasOf = ([name, alias]: [string, object]): IndexAlias =>
  'is_write_index' in alias && typeof alias.is_write_index === 'boolean'
    ? { name, is_write_index: alias.is_write_index }
    : { name };

const numbersOf = (cat: CatIndex): Partial<IndexRow> => {
  const numbers = {
    docs: numberOf(cat['docs.count']),
    deleted: numberOf(cat['docs.deleted']),
    bytes: numberOf(cat['store.size']),
    primary_bytes: numberOf(cat['pri.store.size']),
  };
  return Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined));
};

/** The rows of all indices, by name. */
export const buildRows = (parts: ListingParts): IndexRow[] => {
  const resolved = new Map((parts.resolved?.indices ?? []).map((index) => [index.name, index]));
  return parts.cat
    .map((cat): IndexRow => {
      const { index: name } = cat;
      const { attributes = [], data_stream: stream } = resolved.get(name) ?? {};
      return {
        name,
        uuid: cat.uuid ?? '',
        health: healthOf(cat.health),
        status: cat.status === 'close' ? 'close' : 'open',
        primaries: numberOf(cat.pri) ?? 0,
        replicas: numberOf(cat.rep) ?? 0,
        created_at: numberOf(cat['creation.date']) ?? 0,
        ...numbersOf(cat),
        hidden: name.startsWith('.') || attributes.includes('hidden'),
        aliases: Object.entries(parts.aliases?.[name]?.aliases ?? {}).map(aliasOf),
        ...(stream === undefined ? {} : { data_stream: stream }),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** The alias that is written to through this index, where there is one. */
export const writeAliasOf = ({ aliases }: IndexRow): string | undefined =>
  aliases.find(({ is_write_index: isWritten }) => isWritten === true)?.name;
