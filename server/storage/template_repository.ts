import type { SavedObject, SavedObjectsRepositoryContract } from 'opensearch-dashboards/server';
import type { SharedTemplate } from '../../common/notifications/templates/shared/shared_template';
import { TEMPLATE_TYPE } from '../../common/plugin';
import { fromAttributes, toAttributes } from './template_type';
import type { TemplateAttributes } from './template_type';

export interface StoredTemplate {
  id: string;
  version: string;
  /** ISO 8601. */
  updatedAt: string;
  template: SharedTemplate;
}

/** Shared templates as saved objects, through the hands of one user or of the host. Errors are the client's own. */
export interface TemplateRepository {
  /** @throws WatchkeeperError `invalid_input` when somebody wrote it raw and wrong */
  get(id: string): Promise<StoredTemplate>;
  /** By name. Those that cannot be read are left out, and named. */
  all(): Promise<{ items: StoredTemplate[]; invalid: string[] }>;
  /** One that has its name already is a 409. */
  create(template: SharedTemplate): Promise<StoredTemplate>;
  /** Replaces the whole. A stale version is a 409. */
  replace(id: string, version: string, template: SharedTemplate): Promise<StoredTemplate>;
  remove(id: string): Promise<void>;
}

const AT_ONCE = 1000;
/** What `find` pages through at most. */
const MOST_FOUND = 10_000;

const stored = ({ id, version, updated_at, attributes }: SavedObject): StoredTemplate => ({
  id,
  version: version ?? '',
  updatedAt: updated_at ?? '',
  template: fromAttributes(attributes),
});

/** @param client Called as it is: the methods of a scoped client are on its prototype. */
export const createTemplateRepository = (
  client: SavedObjectsRepositoryContract
): TemplateRepository => ({
  async get(id) {
    return stored(await client.get(TEMPLATE_TYPE, id));
  },

  async all() {
    const items: StoredTemplate[] = [];
    const invalid: string[] = [];
    for (let page = 1; ; page++) {
      const { saved_objects: objects, total } = await client.find({
        ...{ type: TEMPLATE_TYPE, page, perPage: AT_ONCE },
        ...{ sortField: 'title.keyword', sortOrder: 'asc' as const },
      });
      for (const object of objects) {
        try {
          items.push(stored(object));
        } catch {
          invalid.push(object.id);
        }
      }
      const end = objects.length === 0 || page * AT_ONCE >= Math.min(total, MOST_FOUND);
      if (end) return { items, invalid };
    }
  },

  async create(template) {
    const attributes = toAttributes(template);
    const options = { id: template.name };
    return stored(await client.create<TemplateAttributes>(TEMPLATE_TYPE, attributes, options));
  },

  async replace(id, version, template) {
    // Not `update`, which merges and so keeps fields that were taken out.
    const options = { id, version, overwrite: true };
    const attributes = toAttributes(template);
    return stored(await client.create<TemplateAttributes>(TEMPLATE_TYPE, attributes, options));
  },

  async remove(id) {
    await client.delete(TEMPLATE_TYPE, id);
  },
});
