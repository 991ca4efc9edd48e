import { WatchkeeperError, invalidInput } from '../../../common/errors';
import { newNameSchema } from '../../../common/indices/index_templates/api';
import type {
  SaveTemplate,
  TemplateKind,
  TemplateRecord,
} from '../../../common/indices/index_templates/api';
import { checkIndexTemplate } from '../../../common/indices/index_templates/check_template';
import { templateRow } from '../../../common/indices/index_templates/read_template';
import { rankFault } from '../../../common/indices/index_templates/which_template';
import type { Cluster } from '../../cluster/types';
import { readComposable, readStreams } from './read_templates';
import { deleteTemplate, getTemplate, putTemplate } from './template_store';
import type { StoredKind } from './template_store';

const STORED: Readonly<Record<TemplateKind, StoredKind>> = {
  composable: 'index_template',
  legacy: 'legacy_template',
};

export const readTemplate = async (
  asCaller: Cluster,
  name: string,
  kind: TemplateKind
): Promise<TemplateRecord> => ({
  ...{ name, kind, body: await getTemplate(asCaller, STORED[kind], name) },
});

/** @throws WatchkeeperError `invalid_input` for a name that the cluster refuses */
export const demandName = (name: string): void => {
  const parsed = newNameSchema.safeParse(name);
  if (parsed.success) return;
  throw invalidInput(parsed.error.issues.map(({ message }) => ({ field: 'name', message })));
};

/**
 * @throws WatchkeeperError `invalid_input` at the place that the cluster would refuse, `conflict` where another one
 *   stands there than the one that was opened
 */
export const saveTemplate = async (
  asCaller: Cluster,
  name: string,
  { body, seen }: SaveTemplate
): Promise<TemplateRecord> => {
  if (!seen) demandName(name);
  const problems = checkIndexTemplate(body);
  if (problems.length > 0) throw invalidInput(problems);
  const fault = rankFault(templateRow(name, 'composable', body), await readComposable(asCaller));
  if (fault !== undefined) throw invalidInput([{ field: 'body.priority', message: fault }]);
  await putTemplate(asCaller, 'index_template', name, body, seen);
  return readTemplate(asCaller, name, 'composable');
};

/** @throws WatchkeeperError `not_found`; `conflict` while data streams are made by it */
export const removeTemplate = async (
  asCaller: Cluster,
  name: string,
  kind: TemplateKind
): Promise<void> => {
  if (kind === 'composable') {
    const { body } = await readStreams(asCaller);
    const streams = (body?.data_streams ?? [])
      .filter(({ template }) => template === name)
      .map((stream) => stream.name);
    if (streams.length > 0) {
      const message = `The template ${name} cannot be deleted: data streams are made by it (${streams.join(', ')}). Delete those first, or give them another template with a higher priority.`;
      throw new WatchkeeperError('conflict', message, { name, used_by: streams });
    }
  }
  await deleteTemplate(asCaller, STORED[kind], name);
};
