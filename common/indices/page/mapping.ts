import { isRecord } from '../../json/record';

/** One field of a mapping, with what stands below it. */
export interface MappedField {
  /** From the top: `kubernetes.labels.app`. */
  path: string;
  name: string;
  type: string;
  depth: number;
  /** Other parameters of it, such as the format of a date. */
  params: Readonly<Record<string, unknown>>;
  /** Another way to index the same value, as `message.keyword`. */
  is_multi_field: boolean;
}

const HOLDS = new Set(['type', 'properties', 'fields']);

const fieldsBelow = (
  holder: unknown,
  above: string,
  depth: number,
  isMulti: boolean
): MappedField[] =>
  Object.entries(isRecord(holder) ? holder : {}).flatMap(([name, field]): MappedField[] => {
    if (!isRecord(field)) return [];
    const path = above === '' ? name : `${above}.${name}`;
    const params = Object.fromEntries(Object.entries(field).filter(([key]) => !HOLDS.has(key)));
    const type = typeof field.type === 'string' ? field.type : 'object';
    return [
      { path, name, type, depth, params, is_multi_field: isMulti },
      ...fieldsBelow(field.properties, path, depth + 1, false),
      ...fieldsBelow(field.fields, path, depth + 1, true),
    ];
  });

/** All fields of a mapping, each after the one that holds it. */
export const mappedFields = (mapping: unknown): MappedField[] =>
  fieldsBelow(isRecord(mapping) ? mapping.properties : undefined, '', 0, false);

/** The fields whose path or type holds a text, with those that hold them. */
export const searchFields = (fields: readonly MappedField[], text: string): MappedField[] => {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...fields];
  const found = fields.filter(
    ({ path, type }) => path.toLowerCase().includes(wanted) || type.toLowerCase() === wanted
  );
  const shown = new Set(
    found.flatMap(({ path }) => {
      const parts = path.split('.');
      return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    })
  );
  return fields.filter(({ path }) => shown.has(path));
};

export interface TypeConflict {
  path: string;
  is: string;
  wanted: string;
}

/** Fields that are there already with another type: the cluster refuses them, and with them all the others. */
export const typeConflicts = (mapping: unknown, added: unknown): TypeConflict[] => {
  const types = new Map(mappedFields(mapping).map(({ path, type }) => [path, type]));
  return mappedFields(added).flatMap(({ path, type }) => {
    const is = types.get(path);
    return is === undefined || is === type ? [] : [{ path, is, wanted: type }];
  });
};

/** The fields that an addition brings. */
export const newFields = (mapping: unknown, added: unknown): string[] => {
  const there = new Set(mappedFields(mapping).map(({ path }) => path));
  return mappedFields(added)
    .map(({ path }) => path)
    .filter((path) => !there.has(path));
};
