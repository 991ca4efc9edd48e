import { nameTest } from '../../indices/table/wildcard';
import { HEALTHS, healthOf } from '../explain/health';
import type { Health } from '../explain/health';
import type { FailureClass, ManagedIndex } from '../managed_index';
import { failureClassOf } from '../native/failure_class';

/** A managed index as the table shows and counts it. */
export interface ManagedRow {
  managed: ManagedIndex;
  health: Health;
  failure?: FailureClass;
}

export const managedRow = (managed: ManagedIndex): ManagedRow => {
  const health = healthOf(managed);
  const failure = failureClassOf(managed) ?? (health === 'failed' ? 'other' : undefined);
  return { managed, health, ...(failure ? { failure } : {}) };
};

/** By what rows are told apart and counted. */
export const FACETS = [
  ...(['health', 'failure', 'policy', 'version', 'state', 'action', 'stream'] as const),
] as const;
export type Facet = (typeof FACETS)[number];

/** Of `health`: failed for good, or retrying. */
export const FAILING = 'failing';

/** Its value of a facet; the empty text where it has none. */
export const facetOf = ({ managed, health, failure }: ManagedRow, facet: Facet): string => {
  const { cursor } = managed;
  switch (facet) {
    case 'health':
      return health;
    case 'failure':
      return failure ?? '';
    case 'policy':
      return managed.policy_id;
    case 'version':
      return managed.outdated === undefined ? '' : managed.outdated ? 'outdated' : 'current';
    case 'state':
      return cursor?.transition_to ?? cursor?.state ?? '';
    case 'action':
      return cursor?.action?.type ?? '';
    case 'stream':
      return managed.data_stream ?? '';
  }
};

/** What the table is narrowed to; an empty text narrows nothing. */
export type ManagedFilter = Readonly<Record<Facet, string>> & {
  /** Of the index, its data stream, its policy, or what the engine says. */
  text: string;
  /** At least so many days old; 0: of any age. */
  older: number;
};

const DAY = 86_400_000;

const matches = (row: ManagedRow, facet: Facet, wanted: string): boolean =>
  wanted === '' ||
  facetOf(row, facet) === wanted ||
  (facet === 'health' && wanted === FAILING && row.failure !== undefined);

type Test = (row: ManagedRow) => boolean;

const textTest = (text: string): Test => {
  const isNamed = nameTest(text);
  const searched = text.trim().toLowerCase();
  return ({ managed: { index, policy_id: policy, data_stream: stream = '', message = '' } }) =>
    isNamed(index) ||
    isNamed(policy) ||
    (stream !== '' && isNamed(stream)) ||
    message.toLowerCase().includes(searched);
};

const ageTest = (days: number, now: number): Test =>
  days <= 0
    ? () => true
    : ({ managed: { created_at: at } }) => at !== undefined && now - at >= days * DAY;

const facetTest =
  (filter: ManagedFilter, without?: Facet): Test =>
  (row) =>
    FACETS.every((facet) => facet === without || matches(row, facet, filter[facet]));

/** The rows that a filter lets through, and for each facet how many of each value the rest of the filter lets through. */
export interface Narrowed {
  rows: ManagedRow[];
  counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

const countsOf = (rows: readonly ManagedRow[], facet: Facet): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = facetOf(row, facet);
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};

export const narrow = (
  rows: readonly ManagedRow[],
  filter: ManagedFilter,
  now: number
): Narrowed => {
  const [isNamed, isOld] = [textTest(filter.text), ageTest(filter.older, now)];
  const found = rows.filter((row) => isNamed(row) && isOld(row));
  const counts = FACETS.map((facet) => [
    facet,
    countsOf(found.filter(facetTest(filter, facet)), facet),
  ]);
  return {
    rows: found.filter(facetTest(filter)),
    counts: Object.fromEntries(counts) as Narrowed['counts'],
  };
};

export const MANAGED_SORTS = ['index', 'health', 'policy', 'state', 'age'] as const;
export type ManagedSort = (typeof MANAGED_SORTS)[number];

export const isManagedSort = (text: string): text is ManagedSort =>
  MANAGED_SORTS.some((each) => each === text);

const sortValue = (row: ManagedRow, by: ManagedSort): string | number => {
  switch (by) {
    case 'index':
      return row.managed.index;
    case 'health':
      return HEALTHS.indexOf(row.health);
    case 'state':
      return `${facetOf(row, 'state')} ${facetOf(row, 'action')}`;
    case 'age':
      // Ascending is from young to old; whose age is not known is taken for young.
      return -(row.managed.created_at ?? Infinity);
    default:
      return facetOf(row, by);
  }
};

/** In order; equal ones stand by name. */
export const sortManaged = (
  rows: readonly ManagedRow[],
  by: ManagedSort,
  order: 'asc' | 'desc'
): ManagedRow[] => {
  const sign = order === 'asc' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: sortValue(row, by) }))
    .sort((a, b) => {
      if (a.value === b.value) return a.row.managed.index < b.row.managed.index ? -1 : 1;
      return a.value < b.value ? -sign : sign;
    })
    .map(({ row }) => row);
};
