import { z } from 'zod';
import { pageQuerySchema } from '../page';
import { API_BASE } from '../plugin';
import { AUDITED_ACTS, AUDITED_OBJECTS } from './entry';

export const AUDIT_PATH = `${API_BASE}/audit`;

export const AUDIT_SORTS = ['at', 'who', 'what', 'name'] as const;

/** `GET /audit`: a page of entries, the newest first. `search` looks at who, name and what they said. */
export const auditQuerySchema = pageQuerySchema.extend({
  object_type: z.enum(AUDITED_OBJECTS).optional(),
  object_id: z.string().optional(),
  who: z.string().optional(),
  what: z.enum(AUDITED_ACTS).optional(),
  /** Epoch milliseconds, inclusive. */
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
  sort: z.enum(AUDIT_SORTS).default('at'),
  order: z.enum(['asc', 'desc']).default('desc'),
});
export type AuditQuery = z.output<typeof auditQuerySchema>;
