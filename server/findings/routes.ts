import { FINDINGS_PATH, findingsQuerySchema } from '../../common/findings/api';
import type { FindingRecord } from '../../common/findings/api';
import type { Page } from '../../common/page';
import type { AddRoute } from '../http/types';
import type { FindingStore } from './finding_store';
import { withDocuments } from './related_documents';

/** @param store asked for with each request: routes are registered before the services are there */
export const registerFindingRoutes = (addRoute: AddRoute, store: () => FindingStore): void => {
  addRoute({
    method: 'get',
    path: FINDINGS_PATH,
    privilege: 'read',
    query: findingsQuerySchema,
    handler: async ({ query, cluster }): Promise<Page<FindingRecord>> => {
      const { total, items } = await store().find(query);
      return { total, items: query.documents ? await withDocuments(cluster, items) : items };
    },
  });
};
