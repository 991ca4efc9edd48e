import { randomUUID } from 'crypto';
import type { Logger } from 'opensearch-dashboards/server';
import type { AuditQuery } from '../../common/audit/api';
import { objectTypeOf } from '../../common/audit/entry';
import type { Act, AuditEntry } from '../../common/audit/entry';
import { messageOf } from '../../common/errors';
import type { Page } from '../../common/page';
import type { Clock } from '../clock';
import { bulk, demandWritten } from '../cluster/bulk';
import { aliasOf, indexFor } from '../cluster/own_indices';
import type { Cluster } from '../cluster/types';
import { contains } from '../cluster/wildcard';
import type { Audit } from './types';

/** The window that a search of the cluster pages in. */
const MOST_PAGED = 10_000;

const filterOf = (query: AuditQuery): object[] => {
  const { object_type, object_id, who, what, from, to } = query;
  const terms = { object_type, object_id, who, what };
  const search = query.search?.trim();
  return [
    ...Object.entries(terms).flatMap(([field, value]) =>
      value === undefined ? [] : [{ term: { [field]: value } }]
    ),
    ...(from === undefined && to === undefined
      ? []
      : [{ range: { at: { gte: from, lte: to, format: 'epoch_millis' } } }]),
    ...(search
      ? [
          {
            bool: {
              should: [
                ...['who', 'name', 'object_id'].map((field) => contains(field, search)),
                { match: { said: search } },
              ],
              minimum_should_match: 1,
            },
          },
        ]
      : []),
  ];
};

/** Who did what: appended, never changed. Source of the entries: the services that do the things. */
export const createAudit = (cluster: Cluster, clock: Clock, logger: Logger): Audit => {
  const write = async (acts: readonly Act[]): Promise<void> => {
    const entries = acts.map((act): AuditEntry => ({
      id: randomUUID(),
      at: clock.now(),
      object_type: objectTypeOf(act.what),
      ...act,
    }));
    const operations = entries.map((entry) => ({
      kind: 'create' as const,
      index: indexFor('audit', entry.at),
      id: entry.id,
      source: entry,
    }));
    demandWritten(await bulk(cluster, operations));
  };

  return {
    async record(acts) {
      if (acts.length === 0) return;
      try {
        await write(acts);
      } catch (error) {
        const what = acts.map((act) => `${act.what} ${act.object_id}`).slice(0, 10);
        logger.warn(
          `The audit has lost ${acts.length} entries (${what.join(', ')}): ${messageOf(error)}`
        );
      }
    },

    async find(query): Promise<Page<AuditEntry>> {
      // Whoever has just done something looks for it, and searches see writes late.
      await cluster.request({ method: 'POST', path: `/${aliasOf('audit')}/_refresh` });
      const { body } = await cluster.request<{
        hits: { total: { value: number }; hits: Array<{ _source: AuditEntry }> };
      }>({
        method: 'POST',
        path: `/${aliasOf('audit')}/_search`,
        body: {
          from: Math.min((query.page - 1) * query.per_page, MOST_PAGED - query.per_page),
          size: query.per_page,
          track_total_hits: true,
          query: { bool: { filter: filterOf(query) } },
          sort: [{ [query.sort]: { order: query.order, missing: '_last' } }, { at: 'desc' }],
        },
      });
      return { total: body.hits.total.value, items: body.hits.hits.map(({ _source }) => _source) };
    },
  };
};
