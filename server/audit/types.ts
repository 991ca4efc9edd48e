import type { AuditQuery } from '../../common/audit/api';
import type { Act, AuditEntry } from '../../common/audit/entry';
import type { Page } from '../../common/page';

/** What other rooms may ask of this one. */
export interface Audit {
  /** Never throws: what has been done stays done. What could not be written is in the log. */
  record(acts: readonly Act[]): Promise<void>;
  find(query: AuditQuery): Promise<Page<AuditEntry>>;
}
