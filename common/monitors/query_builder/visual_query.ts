/** How a run reaches back from the end of its window. */
export type LookBack =
  /** From where the last run ended: windows touch, nothing is seen twice or missed. */
  | { kind: 'since_last_run' }
  /** For as long, whatever the schedule. */
  | { kind: 'span'; amount: number; unit: 'm' | 'h' | 'd' };

export type FieldMetric = 'avg' | 'sum' | 'min' | 'max' | 'cardinality' | 'value_count';

export type Metric =
  { kind: FieldMetric; field: string } | { kind: 'percentile'; field: string; percent: number };

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
  | { kind: 'starts_with' | 'ends_with' | 'contains'; value: string };

export interface Filter {
  field: string;
  not?: boolean;
  test: FilterTest;
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
  line?: { language: 'dql' | 'lucene'; text: string };
  metrics: Metric[];
  /** Fields whose values are watched apart, outermost first; empty for a query-level monitor. */
  groupBy: string[];
  /** How many of the newest documents come along, for messages to show. */
  documents: number;
}

/** What a query's text is to the builder. */
export type ReadQuery =
  | { kind: 'visual'; query: VisualQuery }
  /** It stays in the DSL editor; the reason names what the builder cannot show, and where. */
  | { kind: 'dsl'; reason: string };
