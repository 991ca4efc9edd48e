import {
  ALIASES_PATH,
  aliasParamsSchema,
  deleteAliasQuery,
  saveAliasSchema,
} from '../../../common/indices/aliases/api';
import type { Audit } from '../../audit/types';
import type { AddRoute } from '../../http/types';
import { noteAct } from '../audited';
import { readAliases, removeAlias, saveAlias } from './aliases';

const ONE = `${ALIASES_PATH}/{name}`;
/** Thousands of indices, as they were and as they shall be. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Aliases, as the calling user. */
export const registerAliasRoutes = (addRoute: AddRoute, audit: () => Audit): void => {
  addRoute({
    method: 'get',
    path: ALIASES_PATH,
    privilege: 'read',
    handler: ({ cluster }) => readAliases(cluster),
  });

  addRoute({
    method: 'put',
    path: ONE,
    privilege: 'write',
    params: aliasParamsSchema,
    body: saveAliasSchema,
    maxBytes: MOST_BYTES,
    handler: async ({ cluster, caller, params: { name }, body }) => {
      await saveAlias(cluster, name, body);
      await noteAct(audit(), caller, body.seen ? 'alias.updated' : 'alias.created', name);
    },
  });

  addRoute({
    method: 'delete',
    path: ONE,
    privilege: 'write',
    params: aliasParamsSchema,
    query: deleteAliasQuery,
    handler: async ({ cluster, caller, params: { name }, query }) => {
      await removeAlias(cluster, name, query.confirm);
      await noteAct(audit(), caller, 'alias.deleted', name);
    },
  });
};
