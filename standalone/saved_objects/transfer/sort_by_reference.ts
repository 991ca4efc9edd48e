import { badRequest } from '@hapi/boom';
import type { SavedObject } from 'opensearch-dashboards/server';
import { keyOf } from './keys';

/**
 * Puts each object after those that it refers to, in their own order otherwise.
 *
 * @throws a bad request when objects refer to each other in a circle
 */
export function sortByReference(objects: readonly SavedObject[]): SavedObject[] {
  const byKey = new Map(objects.map((object) => [keyOf(object), object]));
  const sorted = new Set<SavedObject>();
  const path: SavedObject[] = [];
  const include = (object: SavedObject): void => {
    if (sorted.has(object)) return;
    if (path.includes(object)) throw circle([...path, object]);
    path.push(object);
    for (const reference of object.references) {
      const referenced = byKey.get(keyOf(reference));
      if (referenced !== undefined) include(referenced);
    }
    path.pop();
    sorted.add(object);
  };
  objects.forEach(include);
  return [...sorted];
}

function circle(path: SavedObject[]): Error {
  const names = path.map((object) => `[${keyOf(object)}]`).join(' ref-> ');
  return badRequest(`circular reference: ${names}`);
}
