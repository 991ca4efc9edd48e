import { z } from 'zod';
import type { PolicyTemplate } from './resolve';

/** A template that is not saved: what if there were this one, too? */
export interface WhatIf {
  policy_id: string;
  /** As typed, with commas between. */
  patterns: string;
  priority: number;
}

const whatIfsSchema = z
  .array(
    z.object({
      policy_id: z.string().max(512),
      patterns: z.string().max(4096),
      priority: z.number().int().min(0),
    })
  )
  .max(50);

/** What stands in a URL; what makes no sense counts for nothing. */
export const parseWhatIfs = (text: string): WhatIf[] => {
  try {
    const parsed = whatIfsSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
};

export const writeWhatIfs = (rows: readonly WhatIf[]): string =>
  rows.length === 0 ? '' : JSON.stringify(rows);

/** Rows that name patterns, as templates of policies; one without a name is called by its place. */
export const templatesOf = (rows: readonly WhatIf[], nameless: (place: number) => string) =>
  rows.flatMap(({ policy_id: id, patterns, priority }, place): PolicyTemplate[] => {
    const named = patterns
      .split(/[\s,]+/)
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern !== '');
    return named.length === 0
      ? []
      : [{ policy_id: id.trim() || nameless(place + 1), index_patterns: named, priority }];
  });
