import type {
  SavedObject,
  SavedObjectsBulkCreateObject,
  SavedObjectsClientContract,
} from 'opensearch-dashboards/server';
import { DESTINATION_TYPE } from '../../../common/plugin';
import type { DestinationAttributes } from '../destination_type';
import type { SecretStore } from '../secrets';

type Incoming = SavedObjectsBulkCreateObject<Partial<DestinationAttributes>> & { id: string };
type Stored = SavedObject<Partial<DestinationAttributes>>;

const isDestination = (object: SavedObjectsBulkCreateObject): object is Incoming =>
  object.type === DESTINATION_TYPE && object.id !== undefined;

/** The secrets of what is there are good for what comes: they are sealed for just this kind and origin. */
const fits = ({ attributes: stored, error }: Stored, { attributes }: Incoming): boolean =>
  !error &&
  stored.secret_reference !== undefined &&
  stored.type === attributes.type &&
  stored.origin === attributes.origin;

/**
 * A file names secrets that are not in it, and seldom here: a destination that is written over by one for the same
 * origin keeps those that it has. Without this, every import into production would silence its destinations.
 */
export const keepSecrets = async (
  objects: SavedObjectsBulkCreateObject[],
  client: SavedObjectsClientContract,
  secrets: Pick<SecretStore, 'has'>
): Promise<SavedObjectsBulkCreateObject[]> => {
  const incoming = objects.filter(isDestination);
  if (incoming.length === 0) return objects;
  const [{ saved_objects: found }, here] = await Promise.all([
    client.bulkGet<Partial<DestinationAttributes>>(incoming.map(({ type, id }) => ({ type, id }))),
    secrets.has(
      incoming.map(({ id, attributes }) => ({ id, reference: attributes.secret_reference }))
    ),
  ]);
  const kept = new Map<SavedObjectsBulkCreateObject, string | undefined>();
  incoming.forEach((object, i) => {
    const stored = found[i];
    if (!here[i] && stored && fits(stored, object)) {
      kept.set(object, stored.attributes.secret_reference);
    }
  });
  return objects.map((object) => {
    const reference = kept.get(object);
    if (reference === undefined) return object;
    return {
      ...object,
      attributes: { ...(object.attributes as object), secret_reference: reference },
    };
  });
};
