import type { SavedObject, SavedObjectsRepositoryContract } from 'opensearch-dashboards/server';
import { DESTINATION_TYPE } from '../../common/plugin';
import type { Page, PageQuery } from '../../common/page';
import { fromAttributes, toAttributes } from './destination_type';
import type { DestinationAttributes, DestinationParts } from './destination_type';

export interface StoredDestination extends DestinationParts {
  id: string;
  version: string;
  /** ISO 8601. */
  updatedAt: string;
}

/** Destinations as saved objects, through the hands of one user or of the host. Errors are the client's own. */
export interface DestinationRepository {
  /** @throws WatchkeeperError `invalid_input` when somebody wrote it raw and wrong */
  get(id: string): Promise<StoredDestination>;
  /** Those that cannot be read are left out, and named. */
  find(query: PageQuery): Promise<Page<StoredDestination> & { invalid: string[] }>;
  /** All of them, as far as saved objects can be paged through; those that cannot be read are left out. */
  all(): Promise<StoredDestination[]>;
  /** All of a kind, up to a thousand; those that cannot be read are left out. */
  ofType(type: string): Promise<StoredDestination[]>;
  create(id: string, parts: DestinationParts): Promise<StoredDestination>;
  /** Replaces the whole: fields that are not there any more are gone. A stale version is a 409. */
  replace(id: string, version: string, parts: DestinationParts): Promise<StoredDestination>;
  remove(id: string): Promise<void>;
  /** By id; those that are not there or cannot be read are left out. */
  many(ids: readonly string[]): Promise<Map<string, StoredDestination>>;
  /** The kind of every destination by its id. */
  types(): Promise<Map<string, string>>;
  /** Names by id; ids that are not there are left out. */
  names(ids: readonly string[]): Promise<Map<string, string>>;
}

const AT_ONCE = 1000;
/** What `find` pages through at most. */
const MOST_FOUND = 10_000;
const MOST_OF_TYPE = 1000;

const SORT_FIELDS: Readonly<Record<string, string>> = {
  name: 'title.keyword',
  type: 'type',
  origin: 'origin',
  updated_at: 'updated_at',
};

/** Characters with a meaning in the simple query string syntax. */
const SYNTAX = /[+|\-"*()~\\]/g;

const searchOf = (text: string | undefined): object => {
  const words = (text ?? '').replace(SYNTAX, ' ').trim();
  if (words === '') return {};
  return { search: `${words}*`, searchFields: ['title'], defaultSearchOperator: 'AND' as const };
};

const stored = ({ id, version, updated_at, attributes }: SavedObject): StoredDestination => ({
  id,
  version: version ?? '',
  updatedAt: updated_at ?? '',
  ...fromAttributes(attributes),
});

const readable = (objects: SavedObject[]): { items: StoredDestination[]; invalid: string[] } => {
  const items: StoredDestination[] = [];
  const invalid: string[] = [];
  for (const object of objects) {
    try {
      items.push(stored(object));
    } catch {
      invalid.push(object.id);
    }
  }
  return { items, invalid };
};

const eachPage = async <T = DestinationAttributes>(
  client: SavedObjectsRepositoryContract,
  options: { fields?: string[] },
  take: (objects: Array<SavedObject<T>>) => unknown
): Promise<void> => {
  for (let page = 1; ; page++) {
    const { saved_objects: objects, total } = await client.find<T>({
      ...{ type: DESTINATION_TYPE, page, perPage: AT_ONCE },
      ...options,
    });
    take(objects);
    if (objects.length === 0 || page * AT_ONCE >= Math.min(total, MOST_FOUND)) return;
  }
};

/** @param client Called as it is: the methods of a scoped client are on its prototype. */
export const createDestinationRepository = (
  client: SavedObjectsRepositoryContract
): DestinationRepository => ({
  async get(id) {
    return stored(await client.get(DESTINATION_TYPE, id));
  },

  async find({ search, page, per_page: perPage, sort = 'name', order }) {
    const { saved_objects: objects, total } = await client.find({
      type: DESTINATION_TYPE,
      page,
      perPage,
      sortField: SORT_FIELDS[sort] ?? SORT_FIELDS.name,
      sortOrder: order,
      ...searchOf(search),
    });
    return { total, ...readable(objects) };
  },

  async all() {
    const items: StoredDestination[] = [];
    await eachPage(client, {}, (objects) => items.push(...readable(objects).items));
    return items;
  },

  async ofType(type) {
    const { saved_objects: objects } = await client.find({
      type: DESTINATION_TYPE,
      perPage: MOST_OF_TYPE,
      search: type,
      searchFields: ['type'],
    });
    return readable(objects).items.filter(({ destination }) => destination.type === type);
  },

  async create(id, parts) {
    const attributes = toAttributes(parts);
    return stored(await client.create<DestinationAttributes>(DESTINATION_TYPE, attributes, { id }));
  },

  async replace(id, version, parts) {
    // Not `update`, which merges and so keeps fields that were taken out.
    const options = { id, version, overwrite: true };
    const attributes = toAttributes(parts);
    return stored(
      await client.create<DestinationAttributes>(DESTINATION_TYPE, attributes, options)
    );
  },

  async remove(id) {
    await client.delete(DESTINATION_TYPE, id);
  },

  async many(ids) {
    if (ids.length === 0) return new Map();
    const wanted = [...new Set(ids)].map((id) => ({ id, type: DESTINATION_TYPE }));
    const { saved_objects: objects } = await client.bulkGet<DestinationAttributes>(wanted);
    const { items } = readable(objects.filter(({ error }) => error === undefined));
    return new Map(items.map((item) => [item.id, item]));
  },

  async types() {
    const types = new Map<string, string>();
    await eachPage<{ type?: unknown }>(client, { fields: ['type'] }, (objects) => {
      for (const { id, attributes } of objects) types.set(id, String(attributes.type));
    });
    return types;
  },

  async names(ids) {
    if (ids.length === 0) return new Map();
    const wanted = [...new Set(ids)].map((id) => ({ id, type: DESTINATION_TYPE }));
    const { saved_objects: objects } = await client.bulkGet<DestinationAttributes>(wanted);
    return new Map(
      objects.flatMap(({ id, error, attributes }) =>
        error || typeof attributes?.title !== 'string' ? [] : [[id, attributes.title] as const]
      )
    );
  },
});
