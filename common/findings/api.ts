import { z } from 'zod';
import { pageQuerySchema } from '../page';
import { API_BASE } from '../plugin';
import type { Finding } from './finding';

export const FINDINGS_PATH = `${API_BASE}/findings`;

export const FINDING_SORTS = ['timestamp', 'index', 'monitor_name'] as const;

/** `GET /findings` */
export const findingsQuerySchema = pageQuerySchema.extend({
  monitor_id: z.string().optional(),
  index: z.string().optional(),
  /** The id of a document. */
  document: z.string().optional(),
  /** The name, the id or a tag of a query that matched. */
  query: z.string().optional(),
  per_page: z.coerce.number().int().min(1).max(100).default(20),
  sort: z.enum(FINDING_SORTS).default('timestamp'),
  order: z.enum(['asc', 'desc']).default('desc'),
  /** With the documents as they are now, as far as the caller may read them. */
  documents: z.stringbool({ error: 'Say true or false.' }).default(false),
});
export type FindingsQuery = z.output<typeof findingsQuerySchema>;

/** A document of a finding, as whoever asks may see it. */
export type RelatedDocument =
  | { id: string; kind: 'found'; source: unknown }
  /** It was deleted since, or its index. */
  | { id: string; kind: 'gone' }
  | { id: string; kind: 'forbidden'; reason: string }
  | { id: string; kind: 'failed'; reason: string };

export interface FindingRecord extends Finding {
  /** Where they were asked for. */
  documents?: RelatedDocument[];
}
