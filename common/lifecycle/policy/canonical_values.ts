import { isRecord } from '../../json/record';
import type { JsonObject } from '../../json/record';
import type { JsonValue } from '../../json/lossless';
import type { ParamType } from '../actions/param';
import { DEFAULT_RETRY } from './policy';

/** Values as OpenSearch writes them when it gives a policy back. Seen on OpenSearch 3.4.0 with Index Management 3.4. */

const AMOUNT = /^\s*0*(\d+)\s*([a-z]+)\s*$/i;

/** `1D`, `1 d` and `01d` come back as `1d`, and a bare `0` with a unit. */
export const writtenDuration = (value: JsonValue): JsonValue => {
  if (typeof value !== 'string') return value;
  if (/^\s*0+\s*$/.test(value)) return '0ms';
  const [, amount, unit] = AMOUNT.exec(value) ?? [];
  return amount === undefined || unit === 'M' ? value : `${amount}${unit.toLowerCase()}`;
};

/** `1 GB` and `1g` come back as `1gb`. */
export const writtenSize = (value: JsonValue): JsonValue => {
  if (typeof value !== 'string') return value;
  const [, amount, unit] = AMOUNT.exec(value) ?? [];
  if (amount === undefined) return value;
  const short = unit.toLowerCase();
  return `${amount}${short.length === 1 && short !== 'b' ? `${short}b` : short}`;
};

export const writtenParam = (type: ParamType | undefined, value: JsonValue): JsonValue => {
  if (type?.kind === 'duration') return writtenDuration(value);
  return type?.kind === 'size' ? writtenSize(value) : value;
};

/** Without what the server fills in; undefined where nothing else is said. */
export const writtenRetry = (value: JsonValue | undefined): JsonValue | undefined => {
  if (!isRecord(value)) return value;
  const { count, backoff, delay, ...rest } = value as JsonObject;
  const pause = writtenDuration(delay ?? DEFAULT_RETRY.delay);
  const growth = typeof backoff === 'string' ? backoff.toLowerCase() : backoff;
  const said: JsonObject = {
    ...((growth ?? DEFAULT_RETRY.backoff) === DEFAULT_RETRY.backoff ? {} : { backoff: growth }),
    ...(pause === DEFAULT_RETRY.delay ? {} : { delay: pause }),
    ...rest,
  };
  const isUsual = count === DEFAULT_RETRY.count && Object.keys(said).length === 0;
  return isUsual ? undefined : { ...(count === undefined ? {} : { count }), ...said };
};

const isNothing = (value: JsonValue): boolean =>
  value === null || (isRecord(value) && Object.keys(value).length === 0);

/** A webhook comes back with every member that it might have; no port is -1. */
export const writtenDestination = (value: JsonValue): JsonValue => {
  if (!isRecord(value)) return value;
  const kinds = Object.entries(value as JsonObject).map(([type, inner]) => [
    type,
    isRecord(inner)
      ? Object.fromEntries(
          Object.entries(inner as JsonObject).filter(
            ([name, each]) => !isNothing(each) && !(name === 'port' && each === -1)
          )
        )
      : inner,
  ]);
  return Object.fromEntries(kinds) as JsonObject;
};

const writtenChange = (inner: JsonValue): JsonValue => {
  if (!isRecord(inner)) return inner;
  const { alias, aliases, ...rest } = inner as JsonObject;
  const names = aliases ?? alias;
  if (names === undefined) return inner;
  return { aliases: Array.isArray(names) ? names : [names], ...sorted(rest) };
};

/** The changes of an alias action: one name comes back as a list of one. */
export const writtenChanges = (value: JsonValue): JsonValue =>
  Array.isArray(value)
    ? value.map((change) =>
        isRecord(change)
          ? Object.fromEntries(
              Object.entries(change as JsonObject).map(([type, inner]) => [
                type,
                writtenChange(inner),
              ])
            )
          : change
      )
    : value;

/** The server has an order of its own within them. */
const sorted = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The job of a rollup or a transform, without a target field of the same name and what is null. */
export const writtenJob = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(writtenJob);
  if (!isRecord(value)) return value;
  const job = value as JsonObject;
  const kept = Object.entries(job).filter(
    ([name, each]) => each !== null && !(name === 'target_field' && each === job.source_field)
  );
  return sorted(
    Object.fromEntries(
      kept.map(([name, each]) => [name, name === 'data_selection_query' ? each : writtenJob(each)])
    )
  );
};
