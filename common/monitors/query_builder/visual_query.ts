/** How a run reaches back from the end of its window. */
export type LookBack =
  /** From where the last run ended: windows touch, nothing is seen twice or missed. */
  | { kind: 'since_last_run' }
  /** For as long, whatever the schedule. */
  | { kind: 'span'; amount: number; unit: 's' | 'm' | 'h' | 'd' };

export type FieldMetric = 'avg' | 'sum' | 'min' | 'max' | 'cardinality' | 'value_count';

/** What conditions and messages know the metric by, where it is not the name that `metricNames` gives. */
interface Named {
  name?: string;
}

export type Metric =
  | ({ kind: FieldMetric; field: string } & Named)
  | ({ kind: 'percentile'; field: string; percent: number } & Named);

export type FilterValue = string | number | boolean;

export type FilterTest =
  | { kind: 'is'; value: FilterValue }
  | { kind: 'one_of'; values: FilterValue[] }
  /** Bounds as the author wrote them; the absent ones are open. */
  | {
      kind: 'range';
      gt?: FilterValue;
      gte?: FilterValue;
      lt?: FilterValue;
      lte?: FilterValue;
    }
  | { kind: 'exists' }
  /** Words in a row, as a field of text is read. */
  | { kind: 'phrase'; value: string }
  | { kind: 'starts_with' | 'ends_with' | 'contains'; value: string };

export interface Filter {
  field: string;
  not?: boolean;
  test: FilterTest;
}

export interface QueryLine {
  language: 'dql' | 'lucene';
  text: string;
  /** Of Lucene: a value that a field cannot have matches nothing, rather than being refused. */
  lenient?: boolean;
}

/** How an author's query differs from what the builder would have written. Nothing of it is offered; all of it is kept. */
export interface Kept {
  /** The end of the window belongs to it: `lte`, as the neighbour's editor writes it. */
  endIncluded?: boolean;
  /** The range over the time field names no format. */
  noTimeFormat?: boolean;
  /** How the documents are sorted: not at all, or by time without a word on indices that lack the field. */
  sorting?: 'none' | 'plain';
  /** Of the composite aggregation. */
  groupsName?: string;
  /** How many groups a page has; null where the query does not say. */
  pageSize?: number | null;
  /** Its sources, by their fields, where their names are others than `sourceNames` gives. */
  sources?: Array<{ field: string; name: string }>;
}

/**
 * What the query builder shows: the part of the query DSL that it can read and write without loss. Documents are always
 * counted; metrics stand beside the count.
 */
export interface VisualQuery {
  timeField: string;
  lookBack: LookBack;
  /** All of them must hold. */
  filters: Filter[];
  /** A line in a query language, which must hold as well. */
  line?: QueryLine;
  metrics: Metric[];
  /** Fields whose values are watched apart, outermost first; empty for a query-level monitor. */
  groupBy: string[];
  /** How many of the newest documents come along, for messages to show. */
  documents: number;
  kept?: Kept;
}

/** What a query's text is to the builder. */
export type ReadQuery =
  | { kind: 'visual'; query: VisualQuery }
  /** It stays in the DSL editor; the reason names what the builder cannot show, and where. */
  | { kind: 'dsl'; reason: string };
