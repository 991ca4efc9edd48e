import { isRecord } from '../../json/record';
import type { Path, PolicyProblem } from '../policy/policy';

/** What the jobs of `rollup` and `transform` share. Source: OpenSearch index-management, `ISMRollup`, `ISMTransform`. */

const MOST_A_PAGE = 10_000;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const FIELDS = ['source_field', 'target_field'];

/** What each kind of dimension has beside the fields. */
const DIMENSIONS: Readonly<Record<string, readonly string[]>> = {
  date_histogram: ['fixed_interval', 'calendar_interval', 'timezone', 'format'],
  terms: [],
  histogram: ['interval'],
};

const isSet = (value: unknown): boolean => (value ?? null) !== null;

const unknownIn = (value: object, known: readonly string[], path: Path): PolicyProblem[] =>
  Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: [...path, name], message: `The server knows no “${name}” here.` }));

/** The kind of a dimension, where it is one. */
export const dimensionType = (dimension: unknown): string | undefined =>
  isRecord(dimension) ? Object.keys(dimension)[0] : undefined;

const intervalProblem = (type: string, inner: Record<string, unknown>): string | undefined => {
  const { fixed_interval: fixed, calendar_interval: calendar, interval } = inner;
  if (type === 'date_histogram' && isSet(fixed) === isSet(calendar)) {
    return 'It needs a fixed_interval or a calendar_interval, not both.';
  }
  return type === 'histogram' && !(Number(interval) > 0)
    ? 'Its interval must be a number above 0.'
    : undefined;
};

export const dimensionProblems = (dimension: unknown, path: Path): PolicyProblem[] => {
  const type = dimensionType(dimension);
  const inner = isRecord(dimension) && type !== undefined ? dimension[type] : undefined;
  if (type === undefined || !Object.hasOwn(DIMENSIONS, type) || !isRecord(inner)) {
    const all = Object.keys(DIMENSIONS).join(', ');
    return [{ path, message: `It must be one of ${all}, as an object.` }];
  }
  const at = [...path, type];
  const fault = intervalProblem(type, inner);
  return [
    ...unknownIn(inner, [...FIELDS, ...DIMENSIONS[type]], at),
    ...(isText(inner.source_field)
      ? []
      : [{ path: [...at, 'source_field'], message: 'It is required.' }]),
    ...(fault === undefined ? [] : [{ path: at, message: fault }]),
  ];
};

/** The members that both jobs have, and that there are no others. */
export const jobProblems = (
  job: Record<string, unknown>,
  known: readonly string[],
  path: Path
): PolicyProblem[] => {
  const { page_size: page } = job;
  const size = Number.isInteger(page) && Number(page) >= 1 && Number(page) <= MOST_A_PAGE;
  return [
    ...unknownIn(job, ['description', 'target_index', 'page_size', ...known], path),
    ...['description', 'target_index']
      .filter((name) => !isText(job[name]))
      .map((name) => ({ path: [...path, name], message: 'It is required, and not empty.' })),
    ...(size
      ? []
      : [{ path: [...path, 'page_size'], message: `It must be from 1 to ${MOST_A_PAGE}.` }]),
  ];
};
