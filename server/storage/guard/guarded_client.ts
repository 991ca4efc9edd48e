import type {
  SavedObject,
  SavedObjectsBulkCreateObject,
  SavedObjectsBulkUpdateObject,
  SavedObjectsClientContract,
  SavedObjectsCreateOptions,
  SavedObjectsUpdateOptions,
} from 'opensearch-dashboards/server';
import { messageOf } from '../../../common/errors';
import type { Reference } from '../../../common/monitors/references';
import { isGuarded, validateObject } from './guarded_types';

/** An object as it stands after a write. */
export interface WrittenObject {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
  references: Reference[];
}

/** What follows a write, whoever made it: a page, an import, a raw request. Never throws. */
export interface WriteListener {
  written(objects: WrittenObject[]): Promise<void>;
  deleted(type: string, id: string): Promise<void>;
}

type Attributes = Record<string, unknown>;

const toWritten = ({ type, id, attributes, references }: SavedObject): WrittenObject => ({
  type,
  id,
  attributes: attributes as Attributes,
  references: references ?? [],
});

/**
 * Stands before the client of a request: whoever may write saved objects can write ours raw, so nonsense is refused here
 * and every write is followed up. The client's methods are on its prototype, so it is wrapped, not copied.
 */
export const guardClient = (
  client: SavedObjectsClientContract,
  listener: WriteListener
): SavedObjectsClientContract => {
  const check = (type: string, attributes: unknown, references: readonly Reference[] = []) => {
    try {
      validateObject(type, attributes, references);
    } catch (error) {
      throw client.errors.createBadRequestError(messageOf(error));
    }
  };

  const refusalOf = ({
    type,
    id = '',
    attributes,
    references = [],
  }: SavedObjectsBulkCreateObject): SavedObject | undefined => {
    try {
      validateObject(type, attributes, references);
      return undefined;
    } catch (error) {
      const refused = { statusCode: 400, error: 'Bad Request', message: messageOf(error) };
      return { type, id, attributes, references, error: refused };
    }
  };

  const create = async (
    type: string,
    attributes: unknown,
    options: SavedObjectsCreateOptions = {}
  ) => {
    if (!isGuarded(type)) return client.create(type, attributes, options);
    check(type, attributes, options.references);
    const created = await client.create(type, attributes, options);
    await listener.written([toWritten(created)]);
    return created;
  };

  /** An object that is refused does not keep the others out, so that an import can name it. */
  const bulkCreate = async (
    objects: SavedObjectsBulkCreateObject[],
    options?: SavedObjectsCreateOptions
  ) => {
    const refused = objects.map((object) => refusalOf(object));
    const accepted = objects.filter((_object, i) => refused[i] === undefined);
    const answer =
      accepted.length > 0 || objects.length === 0
        ? await client.bulkCreate(accepted, options)
        : { saved_objects: [] };
    const created = answer.saved_objects.filter(({ type, error }) => isGuarded(type) && !error);
    if (created.length > 0) await listener.written(created.map(toWritten));
    let next = 0;
    return {
      ...answer,
      saved_objects: refused.map((refusal) => refusal ?? answer.saved_objects[next++]),
    };
  };

  /** An update is a part of an object: what it makes of the whole is checked. */
  const whole = async (
    type: string,
    id: string,
    attributes: unknown,
    references: readonly Reference[] | undefined
  ): Promise<WrittenObject> => {
    const stored = await client.get<Attributes>(type, id);
    const merged = { ...stored.attributes, ...(attributes as Attributes) };
    const links = [...(references ?? stored.references ?? [])];
    check(type, merged, links);
    return { type, id, attributes: merged, references: links };
  };

  const update = async (
    type: string,
    id: string,
    attributes: unknown,
    options: SavedObjectsUpdateOptions = {}
  ) => {
    if (!isGuarded(type)) return client.update(type, id, attributes as Attributes, options);
    const object = await whole(type, id, attributes, options.references);
    const updated = await client.update(type, id, attributes as Attributes, options);
    await listener.written([object]);
    return updated;
  };

  const bulkUpdate = async (objects: SavedObjectsBulkUpdateObject[], options?: object) => {
    const ours = objects.filter(({ type }) => isGuarded(type));
    const wholes = await Promise.all(
      ours.map(({ type, id, attributes, references }) => whole(type, id, attributes, references))
    );
    const answer = await client.bulkUpdate(objects, options);
    const failed = new Set(
      answer.saved_objects.filter(({ error }) => error).map(({ type, id }) => `${type}:${id}`)
    );
    const written = wholes.filter(({ type, id }) => !failed.has(`${type}:${id}`));
    if (written.length > 0) await listener.written(written);
    return answer;
  };

  const remove = async (type: string, id: string, options?: object) => {
    const answer = await client.delete(type, id, options);
    if (isGuarded(type)) await listener.deleted(type, id);
    return answer;
  };

  const guarded: Record<string, unknown> = {
    create,
    bulkCreate,
    update,
    bulkUpdate,
    delete: remove,
  };
  return new Proxy(client, {
    get(target, name) {
      if (typeof name === 'string' && name in guarded) return guarded[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};
