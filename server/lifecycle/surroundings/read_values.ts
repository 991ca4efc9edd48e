import { isRecord } from '../../../common/json/record';

/** A path that this cluster does not know. */
export const UNKNOWN_PATH = [400, 404, 405];

export const objectsIn = (value: unknown): Array<Record<string, unknown>> =>
  Array.isArray(value) ? value.filter(isRecord) : [];

export const textsIn = (value: unknown): string[] => {
  const list: unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : [];
  return list.map((each) => String(each).trim()).filter((each) => each !== '');
};

export const membersOf = (value: unknown): Array<[string, unknown]> =>
  Object.entries(isRecord(value) ? value : {});
