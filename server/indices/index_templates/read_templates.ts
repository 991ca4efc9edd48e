import type { TemplateRow, TemplatesAnswer } from '../../../common/indices/index_templates/api';
import { templateRow } from '../../../common/indices/index_templates/read_template';
import type { Cluster } from '../../cluster/types';
import { readPart } from '../listing/read_listing';
import { templatesIn } from './template_store';

/** Mappings are most of what a template is, and the list shows none of them. */
const WITHOUT_CONTENT = { filter_path: '-index_templates.index_template.template' };

interface Components {
  component_templates?: Array<{ name: string }>;
}

interface Streams {
  data_streams?: Array<{ name: string; template?: string }>;
}

/** Which data streams each template has made; undefined where that cannot be read. */
const usedBy = ({ data_streams: streams = [] }: Streams): ReadonlyMap<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const { name, template } of streams) {
    if (template) found.set(template, [...(found.get(template) ?? []), name]);
  }
  return found;
};

/** All templates of today, without what they are made of. */
export const readComposable = async (asCaller: Cluster): Promise<TemplateRow[]> => {
  const { body } = await asCaller.request({
    ...{ method: 'GET', path: '/_index_template' },
    query: WITHOUT_CONTENT,
  });
  return templatesIn('index_template', body).map((found) =>
    templateRow(found.name, 'composable', found.body)
  );
};

/** Data streams by the template that they were made by; a cluster without data streams has none. */
export const readStreams = (asCaller: Cluster) =>
  readPart<Streams>(asCaller, 'Data streams', { method: 'GET', path: '/_data_stream/*' });

/**
 * All index templates, those of old too.
 *
 * @throws WatchkeeperError where the composable ones cannot be read; what else is refused becomes a gap
 */
export const readTemplates = async (asCaller: Cluster): Promise<TemplatesAnswer> => {
  const [composable, legacy, components, streams] = await Promise.all([
    readComposable(asCaller),
    readPart<unknown>(asCaller, 'Legacy templates', {
      ...{ method: 'GET', path: '/_template' },
      query: { filter_path: '-*.mappings,-*.settings,-*.aliases' },
    }),
    readPart<Components>(asCaller, 'Component templates', {
      ...{ method: 'GET', path: '/_component_template' },
      query: { filter_path: 'component_templates.name' },
    }),
    readStreams(asCaller),
  ]);
  const users = usedBy(streams.body ?? {});
  return {
    templates: [
      ...composable.map((row) => ({ ...row, used_by: users.get(row.name) ?? [] })),
      ...templatesIn('legacy_template', legacy.body).map(({ name, body }) =>
        templateRow(name, 'legacy', body)
      ),
    ],
    components: (components.body?.component_templates ?? []).map(({ name }) => name),
    gaps: [legacy, components, streams].flatMap(({ gap }) => gap ?? []),
  };
};
