import { isRecord } from '../../json/record';
import type { ApiType } from '../input';
import { APIS } from './apis';

/** Where the cluster answers with a bare list, the alerting plugin puts it under a name. */
const wrapped = (type: ApiType, body: unknown): Record<string, unknown> => {
  const { list } = APIS[type];
  if (Array.isArray(body)) return { [list ?? 'items']: body };
  return isRecord(body) ? body : { value: body };
};

/**
 * The answer as conditions see it, in `ctx.results[0]`, with the shape that the alerting plugin gives it: tables under
 * `indices`, `shards`, `tasks` or `snapshots`. Nothing is left out of it, as the plugin does.
 *
 * @param body parsed losslessly
 */
export const clusterResult = (
  type: ApiType,
  body: unknown
): { result: Record<string, unknown>; noData: boolean } => {
  const result = wrapped(type, body);
  const { list } = APIS[type];
  const items = list === undefined ? undefined : result[list];
  const isEmpty = Array.isArray(items) ? items.length === 0 : Object.keys(result).length === 0;
  return { result, noData: isEmpty };
};

/** What stands for an index that is not there: the alerting plugin asks leniently. */
export const emptyResult = (type: ApiType): Record<string, unknown> => {
  const { list } = APIS[type];
  return list === undefined ? {} : { [list]: [] };
};
