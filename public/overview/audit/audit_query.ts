import { useQuery } from '@tanstack/react-query';
import { AUDIT_PATH, auditQuerySchema } from '../../../common/audit/api';
import type { AuditQuery } from '../../../common/audit/api';
import type { AuditEntry } from '../../../common/audit/entry';
import type { Page } from '../../../common/page';
import { useServices } from '../../shared/services';

/** Search, filters, sort and paging, as the URL holds them. */
export const DEFAULTS = {
  search: '',
  object_type: '',
  object_id: '',
  who: '',
  what: '',
  sort: 'at',
  order: 'desc',
  page: 1,
  per_page: 50,
};
export type AuditState = typeof DEFAULTS;
export type ChangeAudit = (changes: Partial<AuditState>) => void;

/** The server's query. What a hand-written URL got wrong falls back to its default. */
export const queryOf = (state: AuditState): AuditQuery => {
  const given = Object.entries(state).filter(([, value]) => value !== '');
  const parsed = auditQuerySchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  return auditQuerySchema.parse(Object.fromEntries(given.filter(([key]) => !wrong.has(key))));
};

export const isFiltered = ({ search, object_type, object_id, who, what }: AuditState): boolean =>
  [search, object_type, object_id, who, what].some((value) => value !== '');

export const NO_FILTERS: Partial<AuditState> = {
  ...{ search: '', object_type: '', object_id: '', who: '', what: '' },
  page: 1,
};

export const useAudit = (query: AuditQuery) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['audit', query],
    queryFn: ({ signal }) => api.get<Page<AuditEntry>>(AUDIT_PATH, { query: { ...query }, signal }),
    keepPreviousData: true,
  });
};
