import type { DocQuery } from '../input';
import type { Position } from './position';
import { rangesHold } from './ranges';

/** Ranges that are left out by the query itself; the rest is left out after it. */
const MOST_EXCLUDED = 50;

/** A query by its name, so that the answer says which of them matched. */
export const namedQuery = ({ id, query, fields }: DocQuery): object => ({
  query_string: { query, ...(fields.length > 0 ? { fields } : {}), _name: id },
});

export interface PageRequest {
  queries: readonly DocQuery[];
  position: Position;
  /** The last sequence number to be read. */
  to: number;
  /** The last one of the page before; of the first page, that of the position. */
  after: number;
  size: number;
  timeoutSeconds: number;
  withSource: boolean;
}

/**
 * One page of what is new in a shard. The range is the query, and what the monitor asks for filters after it: so the
 * aggregation tells the highest sequence number that this very view holds.
 */
export const pageBody = (request: PageRequest): object => {
  const { queries, position, to, after, size, timeoutSeconds, withSource } = request;
  const seen = (position.seen ?? []).slice(0, MOST_EXCLUDED);
  return {
    size,
    timeout: `${timeoutSeconds}s`,
    track_total_hits: true,
    _source: withSource,
    query: { range: { _seq_no: { gt: position.done } } },
    post_filter: {
      bool: {
        filter: [{ range: { _seq_no: { lte: to } } }],
        must_not: seen.map(([gte, lte]) => ({ range: { _seq_no: { gte, lte } } })),
        should: queries.map(namedQuery),
        minimum_should_match: 1,
      },
    },
    sort: [{ _seq_no: 'asc' }],
    aggs: { top: { max: { field: '_seq_no' } } },
    search_after: [after],
  };
};

/** What was found before is not found again. */
export const isSeen = ({ seen = [] }: Position, seqNo: number): boolean => rangesHold(seen, seqNo);

/** The documents of last that match now: for a look before a monitor runs. */
export const rehearsalBody = (
  queries: readonly DocQuery[],
  size: number,
  timeoutSeconds: number
): object => ({
  size,
  timeout: `${timeoutSeconds}s`,
  track_total_hits: true,
  query: { bool: { should: queries.map(namedQuery), minimum_should_match: 1 } },
  sort: [{ _seq_no: 'desc' }],
});
