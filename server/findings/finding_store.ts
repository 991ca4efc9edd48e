import type { FindingsQuery } from '../../common/findings/api';
import type { Finding } from '../../common/findings/finding';
import type { Page } from '../../common/page';
import { aliasOf } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';

/** The window that a search of the cluster pages in. */
const MOST_PAGED = 10_000;

/** Characters with a meaning in a wildcard. */
const literal = (text: string): string => text.replace(/[\\*?]/g, (char) => `\\${char}`);

const SEARCHED = ['monitor_name', 'index', 'related_doc_ids', 'queries.name', 'queries.tags'];

const anyOf = (clauses: object[]): object => ({
  bool: { should: clauses, minimum_should_match: 1 },
});

const searchClause = (text: string): object =>
  anyOf(
    SEARCHED.map((field) => ({
      wildcard: { [field]: { value: `*${literal(text)}*`, case_insensitive: true } },
    }))
  );

const queryClause = (query: string): object =>
  anyOf(['id', 'name', 'tags'].map((field) => ({ term: { [`queries.${field}`]: query } })));

const filterOf = ({ monitor_id, index, document, query, search }: FindingsQuery): object[] => [
  ...(monitor_id ? [{ term: { monitor_id } }] : []),
  ...(index ? [{ term: { index } }] : []),
  ...(document ? [{ term: { related_doc_ids: document } }] : []),
  ...(query ? [queryClause(query)] : []),
  ...(search?.trim() ? [searchClause(search.trim())] : []),
];

interface Hits {
  hits: { total: { value: number }; hits: Array<{ _source: Finding }> };
}

/** Findings as they were projected: a search sees a commit after a refresh. */
export const createFindingStore = (cluster: Cluster) => ({
  async find(query: FindingsQuery): Promise<Page<Finding>> {
    const from = (query.page - 1) * query.per_page;
    const { body } = await cluster.request<Hits>({
      method: 'POST',
      path: `/${aliasOf('findings')}/_search`,
      body: {
        from: Math.min(from, MOST_PAGED - query.per_page),
        size: query.per_page,
        track_total_hits: true,
        query: { bool: { filter: filterOf(query) } },
        sort: [
          { [query.sort]: { order: query.order } },
          { rev: { order: query.order } },
          { related_doc_ids: { order: 'asc' } },
        ],
      },
    });
    return { total: body.hits.total.value, items: body.hits.hits.map(({ _source }) => _source) };
  },
});

export type FindingStore = ReturnType<typeof createFindingStore>;
