import type { PolicyRecord } from '../../../common/lifecycle/api';
import type { JsonObject } from '../../../common/json/record';
import type { Surroundings } from '../../../common/lifecycle/lint/surroundings';
import { lintPolicy } from '../../../common/lifecycle/lint/lint_policy';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import type { PolicyTemplate } from '../../../common/lifecycle/templates/resolve';

export interface PolicyRow {
  id: string;
  description: string;
  states: readonly string[];
  patterns: readonly string[];
  used_by?: number;
  failing?: number;
  index_templates: readonly string[];
  updated_by?: string;
  note?: string;
  errors: number;
  warnings: number;
  updated_at?: number;
  record: PolicyRecord;
}

export const DEFAULTS = { search: '', sort: 'id', order: 'asc', page: 1, per_page: 20 };
export type ListState = typeof DEFAULTS;

/** The policy of a record, as what edits it reads it. */
export const bodyOf = ({ body }: PolicyRecord): JsonObject => body as JsonObject;

const templatesOf = (records: readonly PolicyRecord[]): PolicyTemplate[] =>
  records.flatMap(({ id, body }) =>
    readPolicy(body).ism_template.map((template) => ({ policy_id: id, ...template }))
  );

/**
 * With what is wrong with each by itself, beside the others, and on this cluster; the indices are asked for in the editor.
 *
 * @param around what the cluster has, as far as that is known yet
 */
export const rowsOf = (
  records: readonly PolicyRecord[],
  now: number,
  around: Partial<Surroundings> = {}
): PolicyRow[] => {
  const templates = templatesOf(records);
  return records.map((record) => {
    const { id, body, used_by, failing, updated_at, updated_by, note } = record;
    const policy = readPolicy(body);
    const others = templates.filter((template) => template.policy_id !== id);
    const findings = lintPolicy(body, {
      ...{ ...around, now, policy_id: id, templates: others },
    });
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return {
      id,
      description: policy.description,
      states: policy.states.map(({ name }) => name),
      patterns: policy.ism_template.flatMap(({ index_patterns: patterns }) => patterns),
      ...{ errors, warnings: findings.length - errors, record },
      index_templates: record.index_templates ?? [],
      ...(used_by === undefined ? {} : { used_by }),
      ...(failing === undefined ? {} : { failing }),
      ...(updated_by === undefined ? {} : { updated_by }),
      ...(note === undefined ? {} : { note }),
      ...(updated_at === undefined ? {} : { updated_at }),
    };
  });
};

const matches = (row: PolicyRow, search: string): boolean =>
  [row.id, row.description, row.updated_by ?? '', ...row.states, ...row.patterns].some((text) =>
    text.toLowerCase().includes(search.toLowerCase())
  );

const compare = (sort: string, a: PolicyRow, b: PolicyRow): number => {
  switch (sort) {
    case 'description':
      return a.description.localeCompare(b.description);
    case 'used_by':
      return (a.used_by ?? -1) - (b.used_by ?? -1);
    case 'updated_at':
      return (a.updated_at ?? 0) - (b.updated_at ?? 0);
    case 'errors':
      return a.errors - b.errors || a.warnings - b.warnings;
    default:
      return a.id.localeCompare(b.id);
  }
};

/** Those that the search finds, in the order of the list. */
export const matchingRows = (
  rows: readonly PolicyRow[],
  { search, sort, order }: Pick<ListState, 'search' | 'sort' | 'order'>
): PolicyRow[] => {
  const sign = order === 'desc' ? -1 : 1;
  return rows
    .filter((row) => matches(row, search.trim()))
    .sort((a, b) => sign * compare(sort, a, b) || a.id.localeCompare(b.id));
};
