import { AUDIT_PATH, auditQuerySchema } from '../../common/audit/api';
import type { AddRoute } from '../http/types';
import type { Audit } from './types';

/** @param audit Asked for with each request: routes are registered before the services are there. */
export const registerAuditRoutes = (addRoute: AddRoute, audit: () => Audit): void =>
  addRoute({
    method: 'get',
    path: AUDIT_PATH,
    privilege: 'read',
    query: auditQuerySchema,
    handler: ({ query }) => audit().find(query),
  });
