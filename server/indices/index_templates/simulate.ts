import { invalidInput } from '../../../common/errors';
import type { SimulatedTemplate, TemplateBody } from '../../../common/indices/index_templates/api';
import { checkIndexTemplate } from '../../../common/indices/index_templates/check_template';
import { textsIn, templateRow } from '../../../common/indices/index_templates/read_template';
import { freePriority } from '../../../common/indices/index_templates/which_template';
import { isRecord } from '../../../common/json/record';
import type { Cluster } from '../../cluster/types';
import { readComposable } from './read_templates';

const simulatedIn = (answer: unknown): SimulatedTemplate => {
  const { template, overlapping } = isRecord(answer) ? answer : {};
  const { settings = {}, mappings = {}, aliases = {} } = isRecord(template) ? template : {};
  const others: unknown[] = Array.isArray(overlapping) ? overlapping : [];
  return {
    ...{ settings, mappings, aliases },
    overlapping: others.filter(isRecord).map(({ name, index_patterns: patterns }) => ({
      name: String(name),
      index_patterns: textsIn(patterns),
    })),
  };
};

/**
 * What an index would get from a template that is not saved yet.
 *
 * The cluster would refuse one that has the priority of another, and so also the next version of a saved one. What it is
 * composed of does not depend on the priority: it is tried with a free one.
 */
export const simulateTemplate = async (
  asCaller: Cluster,
  body: TemplateBody
): Promise<SimulatedTemplate> => {
  const problems = checkIndexTemplate(body);
  if (problems.length > 0) throw invalidInput(problems);
  const rows = await readComposable(asCaller);
  const priority = freePriority(templateRow('', 'composable', body), rows);
  const answer = await asCaller.request({
    ...{ method: 'POST', path: '/_index_template/_simulate' },
    body: { ...body, priority },
  });
  return simulatedIn(answer.body);
};

/** What an index of this name would get now. */
export const simulateName = async (asCaller: Cluster, name: string): Promise<SimulatedTemplate> => {
  const { body } = await asCaller.request({
    method: 'POST',
    path: `/_index_template/_simulate_index/${encodeURIComponent(name)}`,
  });
  return simulatedIn(body);
};
