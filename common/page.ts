import { z } from 'zod';

/** Query parameters that every list understands. */
export const pageQuerySchema = z.object({
  search: z.string().optional(),
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(1000).default(20),
  sort: z.string().optional(),
  order: z.enum(['asc', 'desc']).default('asc'),
});
export type PageQuery = z.output<typeof pageQuerySchema>;

export interface Page<T> {
  total: number;
  items: T[];
}
