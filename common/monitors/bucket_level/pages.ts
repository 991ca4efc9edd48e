import { stringifyLossless } from '../../json/lossless';
import { isRecord } from '../../json/record';
import { CHILDREN_FIELDS, dropsBuckets, isLight } from './aggregations';
import type { Aggregation } from './aggregations';
import type { GapPolicy } from './condition';

/** As many as the cluster gives when nothing is said. The neighbour writes it into what it exports. */
const DEFAULT_PAGE = 10;
/** All pages are read, so that larger ones change nothing but the number of searches. */
const LARGE_PAGE = 1000;

const SELECTOR = 'watchkeeper_selector';

/** Stands in a page's text where the key of the page before goes. Nobody writes that. */
const AFTER = '"\\u0001after\\u0001"';
const AFTER_VALUE = '\u0001after\u0001';

type Body = Readonly<Record<string, unknown>>;

/** A script that the cluster runs over the buckets of a parent. */
export interface Selector {
  bucketsPath: Readonly<Record<string, string>>;
  source: string;
  gap: GapPolicy;
}

/** How a composite aggregation is read to its end. */
export interface Paging {
  /** The way to the composite. */
  steps: readonly Aggregation[];
  pageSize: number;
  /** A page may have fewer buckets than there is room for, and still not be the last. */
  mayBeShort: boolean;
}

const sizeOf = ({ definition }: Aggregation): number => {
  const size = Number(definition.size ?? DEFAULT_PAGE);
  return Number.isFinite(size) ? size : DEFAULT_PAGE;
};

const pageSizeOf = (composite: Aggregation): number => {
  const size = sizeOf(composite);
  return size === DEFAULT_PAGE && isLight(composite) ? LARGE_PAGE : size;
};

/** The paging that the way to a parent needs; undefined where no composite is on it. */
export const pagingOf = (steps: readonly Aggregation[]): Paging | undefined => {
  const at = steps.findIndex(({ type }) => type === 'composite');
  if (at === -1) return undefined;
  const composite = steps[at];
  return {
    steps: steps.slice(0, at + 1),
    pageSize: pageSizeOf(composite),
    mayBeShort: dropsBuckets(composite),
  };
};

type Change = (aggregation: Body) => Body;

/** A copy of what holds aggregations in which one of them, at the end of a path, is changed. */
const changed = (holder: Body, [name, ...rest]: readonly string[], change: Change): Body => {
  const field = CHILDREN_FIELDS.find((one) => isRecord(holder[one]) && name in holder[one]);
  const children = field === undefined ? undefined : holder[field];
  if (field === undefined || !isRecord(children) || !isRecord(children[name])) return holder;
  const child = children[name];
  const next = rest.length === 0 ? change(child) : changed(child, rest, change);
  return { ...holder, [field]: { ...children, [name]: next } };
};

const namesOf = (steps: readonly Aggregation[]): string[] => steps.map(({ name }) => name);

const withComposite = (body: Body, { steps }: Paging, members: Body): Body =>
  changed(body, namesOf(steps), (aggregation) => ({
    ...aggregation,
    composite: { ...(isRecord(aggregation.composite) ? aggregation.composite : {}), ...members },
  }));

const withSelector = (
  body: Body,
  steps: readonly Aggregation[],
  { bucketsPath, source, gap }: Selector
): Body =>
  changed(body, namesOf(steps), (aggregation) => {
    const field = CHILDREN_FIELDS.find((one) => isRecord(aggregation[one])) ?? 'aggs';
    const script = { lang: 'painless', source };
    const selector = { buckets_path: bucketsPath, gap_policy: gap, script };
    const children = isRecord(aggregation[field]) ? aggregation[field] : {};
    return { ...aggregation, [field]: { ...children, [SELECTOR]: { bucket_selector: selector } } };
  });

/** Nothing but the buckets of one aggregation. */
const pruned = (body: Body, top: string): Body => {
  const field = CHILDREN_FIELDS.find((one) => isRecord(body[one]) && top in body[one]);
  const children = field === undefined ? undefined : body[field];
  const fields: readonly string[] = CHILDREN_FIELDS;
  return {
    ...Object.fromEntries(Object.entries(body).filter(([name]) => !fields.includes(name))),
    ...{ size: 0, track_total_hits: false },
    aggs: isRecord(children) ? { [top]: children[top] } : {},
  };
};

/**
 * The author's query with larger pages, where the author said nothing about them; else the author's own text.
 */
export const withLargePages = (source: string, body: Body, pagings: readonly Paging[]): string => {
  const larger = pagings.filter(
    ({ steps, pageSize }) => pageSize !== sizeOf(steps[steps.length - 1])
  );
  if (larger.length === 0) return source;
  return stringifyLossless(
    larger.reduce((next, paging) => withComposite(next, paging, { size: paging.pageSize }), body)
  );
};

/** Further pages of a composite aggregation, or all of them where the cluster is to judge: texts of queries. */
export interface PageQueries {
  /** Of the first page; undefined where the monitor's own search has it. */
  first: string;
  /** Of every other, with a place for the key of the one before. */
  next?: string;
}

/** @param steps the way to the parent of the buckets */
export const pageQueries = (
  body: Body,
  steps: readonly Aggregation[],
  paging: Paging | undefined,
  selector?: Selector
): PageQueries => {
  const bare = pruned(body, steps[0].name);
  const selecting = selector ? withSelector(bare, steps, selector) : bare;
  if (!paging) return { first: stringifyLossless(selecting) };
  const paged = (members: Body) =>
    stringifyLossless(withComposite(selecting, paging, { size: paging.pageSize, ...members }));
  return { first: paged({}), next: paged({ after: AFTER_VALUE }) };
};

/** Puts the key of the page before into the rendered query of the next. */
export const afterPage = (rendered: string, afterKey: unknown): string => {
  const key = stringifyLossless(afterKey);
  return rendered.replace(AFTER, () => key);
};

const nodeAt = (response: Body, steps: readonly Aggregation[]): Body | undefined => {
  let holder: unknown = response.aggregations;
  for (const { name } of steps) holder = isRecord(holder) ? holder[name] : undefined;
  return isRecord(holder) ? holder : undefined;
};

export interface Page {
  buckets: readonly unknown[];
  afterKey: unknown;
  isLast: boolean;
}

/** What an answer holds of a composite aggregation. */
export const readPage = (
  response: Body,
  { steps, pageSize, mayBeShort }: Paging,
  selected = false
): Page => {
  const node = nodeAt(response, steps);
  const buckets = Array.isArray(node?.buckets) ? node.buckets : [];
  const afterKey = node?.after_key;
  const isFull = mayBeShort || selected || buckets.length >= pageSize;
  return { buckets, afterKey, isLast: !isRecord(afterKey) || !isFull };
};

/** The answer with the buckets of all pages in place of those of the first. */
export const withAllBuckets = (
  response: Body,
  { steps }: Paging,
  buckets: readonly unknown[]
): Record<string, unknown> => {
  const replaced = (holder: unknown, [step, ...rest]: readonly Aggregation[]): unknown => {
    if (!isRecord(holder)) return holder;
    const child = holder[step.name];
    if (!isRecord(child)) return holder;
    const next = rest.length === 0 ? { ...child, buckets } : replaced(child, rest);
    return { ...holder, [step.name]: next };
  };
  return { ...response, aggregations: replaced(response.aggregations, steps) };
};
