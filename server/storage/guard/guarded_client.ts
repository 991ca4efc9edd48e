import type {
  SavedObject,
  SavedObjectsBulkCreateObject,
  SavedObjectsBulkUpdateObject,
  SavedObjectsClientContract,
  SavedObjectsCreateOptions,
  SavedObjectsUpdateOptions,
} from 'opensearch-dashboards/server';
import { WatchkeeperError, messageOf } from '../../../common/errors';
import type { Reference } from '../../../common/monitors/references';
import { isGuarded, validateObject } from './guarded_types';
import type { Draft } from './guarded_types';

/** An object as it stands after a write. */
export interface WrittenObject {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
  references: Reference[];
  /** As it stood before; absent when there was none, and when that could not be read. */
  before?: Record<string, unknown>;
}

/** What goes before and after a write, whoever makes it: a page, an import, a raw request. */
export interface WriteListener {
  /** @throws WatchkeeperError when this writer may not write here */
  admit(): Promise<void>;
  /** Objects that are about to be written over others, as they are to be written. In their order. */
  prepare(
    objects: SavedObjectsBulkCreateObject[],
    client: SavedObjectsClientContract
  ): Promise<SavedObjectsBulkCreateObject[]>;
  /** Never throws. */
  written(objects: WrittenObject[]): Promise<void>;
  /**
   * Never throws.
   *
   * @param before what it was; absent when that could not be read
   */
  deleted(type: string, id: string, before?: Record<string, unknown>): Promise<void>;
}

type Attributes = Record<string, unknown>;

const keyOf = ({ type, id }: { type: string; id?: string }): string => `${type}:${id ?? ''}`;

const toWritten = (
  { type, id, attributes, references }: SavedObject,
  former: ReadonlyMap<string, Attributes>
): WrittenObject => {
  const before = former.get(keyOf({ type, id }));
  return {
    type,
    id,
    attributes: attributes as Attributes,
    references: references ?? [],
    ...(before ? { before } : {}),
  };
};

const NONE: ReadonlyMap<string, Attributes> = new Map();

/** An object of a bulk answer that was refused here. */
const refused = (
  { type, id = '', attributes, references = [] }: SavedObjectsBulkCreateObject,
  message: string
): SavedObject => ({
  type,
  id,
  attributes,
  references,
  error: { statusCode: 400, error: 'Bad Request', message },
});

/** Why an object may not be written; undefined when it may. */
const faultOf = (draft: Draft): string | undefined => {
  try {
    validateObject(draft);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
};

class Guard {
  constructor(
    private readonly client: SavedObjectsClientContract,
    private readonly listener: WriteListener
  ) {}

  async create(type: string, attributes: unknown, options: SavedObjectsCreateOptions = {}) {
    if (!isGuarded(type)) return this.client.create(type, attributes, options);
    const { references, migrationVersion, id } = options;
    await this.admit();
    this.check({ type, attributes, references, migrationVersion });
    const [prepared] = await this.prepare([{ type, id, attributes }], options);
    const former = await this.former([{ type, id }], options);
    const created = await this.client.create(type, prepared.attributes, options);
    await this.listener.written([toWritten(created, former)]);
    return created;
  }

  /** An object that is refused does not keep the others out, so that an import can name it. */
  async bulkCreate(
    objects: SavedObjectsBulkCreateObject[],
    options: SavedObjectsCreateOptions = {}
  ) {
    if (!objects.some(({ type }) => isGuarded(type))) {
      return this.client.bulkCreate(objects, options);
    }
    await this.admit();
    const faults = objects.map(faultOf);
    const accepted = objects.filter((_object, i) => faults[i] === undefined);
    const former = await this.former(accepted, options);
    const answers =
      accepted.length === 0
        ? []
        : (await this.client.bulkCreate(await this.prepare(accepted, options), options))
            .saved_objects;
    const created = answers.filter(({ type, error }) => isGuarded(type) && !error);
    if (created.length > 0) {
      await this.listener.written(created.map((object) => toWritten(object, former)));
    }
    let next = 0;
    const saved_objects = objects.map((object, i) => {
      const fault = faults[i];
      return fault === undefined ? answers[next++] : refused(object, fault);
    });
    return { saved_objects };
  }

  async update(
    type: string,
    id: string,
    attributes: unknown,
    options: SavedObjectsUpdateOptions = {}
  ) {
    if (!isGuarded(type)) {
      return this.client.update(type, id, attributes as Attributes, options);
    }
    await this.admit();
    const object = await this.whole({ type, id, attributes, ...options });
    this.check(object);
    const updated = await this.client.update(type, id, attributes as Attributes, options);
    await this.listener.written([object]);
    return updated;
  }

  async bulkUpdate(objects: SavedObjectsBulkUpdateObject[], options?: object) {
    const ours = objects.filter(({ type }) => isGuarded(type));
    if (ours.length === 0) return this.client.bulkUpdate(objects, options);
    await this.admit();
    const wholes = await Promise.all(ours.map((object) => this.whole(object)));
    for (const object of wholes) this.check(object);
    const answer = await this.client.bulkUpdate(objects, options);
    const failed = new Set(answer.saved_objects.filter(({ error }) => error).map(keyOf));
    const written = wholes.filter((object) => !failed.has(keyOf(object)));
    if (written.length > 0) await this.listener.written(written);
    return answer;
  }

  async delete(type: string, id: string, options?: object) {
    if (!isGuarded(type)) return this.client.delete(type, id, options);
    const former = await this.former([{ type, id }], { overwrite: true });
    const answer = await this.client.delete(type, id, options);
    await this.listener.deleted(type, id, former.get(keyOf({ type, id })));
    return answer;
  }

  private check(draft: Draft): void {
    const fault = faultOf(draft);
    if (fault !== undefined) throw this.refusal(fault);
  }

  private async admit(): Promise<void> {
    try {
      await this.listener.admit();
    } catch (error) {
      throw error instanceof WatchkeeperError ? this.refusal(error.message) : error;
    }
  }

  /** With a reason of its own the host's error would end in its generic words. */
  private refusal(message: string): Error {
    return this.client.errors.decorateBadRequestError(new Error(message));
  }

  private async prepare(
    objects: SavedObjectsBulkCreateObject[],
    { overwrite }: SavedObjectsCreateOptions
  ): Promise<SavedObjectsBulkCreateObject[]> {
    return overwrite ? this.listener.prepare(objects, this.client) : objects;
  }

  /** What is about to be written over, as it stands. For the record only: nothing waits for it. */
  private async former(
    objects: ReadonlyArray<{ type: string; id?: string }>,
    { overwrite }: SavedObjectsCreateOptions
  ): Promise<ReadonlyMap<string, Attributes>> {
    const asked = objects.flatMap(({ type, id }) =>
      id !== undefined && isGuarded(type) ? [{ type, id }] : []
    );
    if (!overwrite || asked.length === 0) return NONE;
    try {
      const { saved_objects: found } = await this.client.bulkGet<Attributes>(asked);
      return new Map(
        found
          .filter(({ error }) => !error)
          .map((object) => [keyOf(object), object.attributes] as const)
      );
    } catch {
      return NONE;
    }
  }

  /** An update is a part of an object: what it makes of the whole is checked. */
  private async whole({
    type,
    id,
    attributes,
    references,
  }: Pick<SavedObject, 'type' | 'id' | 'attributes'> & {
    references?: Reference[];
  }): Promise<WrittenObject> {
    const stored = await this.client.get<Attributes>(type, id);
    return {
      type,
      id,
      attributes: { ...stored.attributes, ...(attributes as Attributes) },
      references: references ?? stored.references ?? [],
      before: stored.attributes,
    };
  }
}

const GUARDED_METHODS = ['create', 'bulkCreate', 'update', 'bulkUpdate', 'delete'] as const;

/**
 * Stands before the client of a request: whoever may write saved objects can write ours raw, so nonsense is refused here
 * and every write is followed up. The client's methods are on its prototype, so it is wrapped, not copied.
 */
export const guardClient = (
  client: SavedObjectsClientContract,
  listener: WriteListener
): SavedObjectsClientContract => {
  const guard = new Guard(client, listener);
  const guarded: Record<string, unknown> = Object.fromEntries(
    GUARDED_METHODS.map((name) => [name, guard[name].bind(guard)])
  );
  return new Proxy(client, {
    get(target, name) {
      if (typeof name === 'string' && Object.hasOwn(guarded, name)) return guarded[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};
