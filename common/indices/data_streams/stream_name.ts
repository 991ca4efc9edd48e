import type { TemplateRow } from '../index_templates/api';
import { templatesForName } from '../index_templates/which_template';
import { indexNameFault } from '../page/new_index';

/** What the cluster refuses of the name of a data stream; undefined where it takes it. */
export const streamNameFault = (name: string): string | undefined =>
  name.startsWith('.ds-')
    ? 'The cluster names the indices behind a data stream so.'
    : indexNameFault(name);

export type StreamTemplate =
  | { kind: 'found'; template: TemplateRow }
  /** No template of today matches the name. */
  | { kind: 'none'; others: TemplateRow[] }
  /** The one that wins makes plain indices; others that match would make a data stream. */
  | { kind: 'plain'; template: TemplateRow; others: TemplateRow[] };

/** Which template a data stream of this name is made by, or what is missing. */
export const templateForStream = (rows: readonly TemplateRow[], name: string): StreamTemplate => {
  const { winner, passed_over: lower } = templatesForName(rows, name);
  const makes = (row: TemplateRow): boolean => row.data_stream;
  if (!winner) return { kind: 'none', others: rows.filter(makes) };
  if (makes(winner)) return { kind: 'found', template: winner };
  return { kind: 'plain', template: winner, others: lower.filter(makes) };
};
