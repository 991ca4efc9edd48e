import { z } from 'zod';
import { API_BASE } from '../../common/plugin';
import type { AddRoute } from '../http/types';
import { readFamilies } from './families';
import { suggestIndices } from './suggest';

export const registerIndexRoutes = (addRoute: AddRoute): void => {
  addRoute({
    method: 'get',
    path: `${API_BASE}/indices/_suggest`,
    privilege: 'read',
    query: z.object({ query: z.string().max(256).default('') }),
    handler: ({ query: { query }, cluster }) => suggestIndices(cluster, query),
  });

  addRoute({
    method: 'get',
    path: `${API_BASE}/indices/_families`,
    privilege: 'read',
    handler: ({ cluster }) => readFamilies(cluster),
  });
};
