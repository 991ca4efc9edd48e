import { isRecord } from '../../../common/json/record';
import type { Surroundings } from '../../../common/lifecycle/lint/surroundings';
import type { Cluster } from '../../cluster/types';
import { UNKNOWN_PATH, membersOf, objectsIn, textsIn } from './read_values';

type Templates = NonNullable<Surroundings['index_templates']>;

/** Those of today and those of old: the cluster applies both. */
export const readIndexTemplates = async (cluster: Cluster): Promise<Templates> => {
  const [today, old] = await Promise.all([
    cluster.request<{ index_templates?: unknown }>(
      { method: 'GET', path: '/_index_template' },
      { ignore: UNKNOWN_PATH }
    ),
    cluster.request<unknown>({ method: 'GET', path: '/_template' }, { ignore: UNKNOWN_PATH }),
  ]);
  const composable = today.status === 200 ? objectsIn(today.body.index_templates) : [];
  return [
    ...composable.map(({ name, index_template: template }) => {
      const { index_patterns: patterns, template: made } = isRecord(template) ? template : {};
      return namedTemplate(String(name), patterns, isRecord(made) ? made : {});
    }),
    ...membersOf(old.status === 200 ? old.body : {}).map(([name, template]) => {
      const made = isRecord(template) ? template : {};
      return namedTemplate(name, made.index_patterns, made);
    }),
  ];
};

/** Settings come flat, nested, or a bit of both. */
const pipelinesIn = (settings: unknown): string[] => {
  const flat = isRecord(settings) ? settings : {};
  const index = isRecord(flat.index) ? flat.index : {};
  return ['default_pipeline', 'final_pipeline']
    .map((name) => flat[`index.${name}`] ?? index[name] ?? flat[name])
    .filter((each): each is string => typeof each === 'string' && each !== '_none');
};

const namedTemplate = (
  name: string,
  patterns: unknown,
  { aliases, settings }: Record<string, unknown>
): Templates[number] => {
  const pipelines = pipelinesIn(settings);
  return {
    ...{ name, index_patterns: textsIn(patterns) },
    aliases: membersOf(aliases).map(([alias]) => alias),
    ...(pipelines.length === 0 ? {} : { pipelines }),
  };
};
