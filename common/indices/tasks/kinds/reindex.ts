import { z } from 'zod';
import { isRecord } from '../../../json/record';
import { indexNameSchema } from '../../indices_api';
import type { SourceFacts, TaskFacts, TaskFinding } from '../facts';
import { wrongWithName } from '../index_name';
import { aboutSources, error, info, listed, warning } from './kind';
import type { TaskKind } from './kind';
import { definitionLike } from './new_definition';

const MOST_SOURCES = 200;

const reindexSchema = z.strictObject({
  kind: z.literal('reindex'),
  sources: z
    .array(indexNameSchema)
    .min(1, 'Name an index to copy from.')
    .max(MOST_SOURCES, `At most ${MOST_SOURCES} indices in one task.`),
  target: z.string().min(1, 'Name the index to copy into.'),
  /** `new`: made before; `existing`: an index, an alias or a data stream. */
  into: z.enum(['new', 'existing']).default('new'),
  /** Of the first source, for a new target. */
  copy_settings: z.boolean().default(true),
  copy_mappings: z.boolean().default(true),
  query: z.record(z.string(), z.unknown(), 'A query is a JSON object.').optional(),
  pipeline: z.string().min(1).optional(),
  /** Documents that are there already in another version: passed over, or the end of it. */
  conflicts: z.enum(['abort', 'proceed']).default('abort'),
  /** Only documents whose ids the target does not have. */
  create_only: z.boolean().default(false),
  sliced: z.boolean().default(true),
});
type ReindexSpec = z.output<typeof reindexSchema>;

const isWithoutSource = ({ mappings }: SourceFacts): boolean =>
  isRecord(mappings._source) && mappings._source.enabled === false;

const aboutTarget = (spec: ReindexSpec, facts: TaskFacts): TaskFinding[] => {
  const { target, into } = spec;
  if (spec.sources.includes(target)) {
    return [error('An index cannot be copied into itself.', 'target')];
  }
  if (into === 'new') {
    if (facts.target)
      return [
        error(`${target} exists already. Choose another name, or copy into what exists.`, 'target'),
      ];
    const wrong = wrongWithName(target);
    return wrong === undefined ? [] : [error(wrong, 'target')];
  }
  if (!facts.target) return [error(`${target} does not exist. Make it a new index.`, 'target')];
  return [
    ...(facts.target === 'data_stream' && !spec.create_only
      ? [error('A data stream takes only new documents: choose “Only new ids”.', 'create_only')]
      : []),
    ...(facts.target_blocked
      ? [error(`${target} refuses writes. Take its write block off first.`, 'target')]
      : []),
  ];
};

const aboutQuery = ({ query, pipeline }: ReindexSpec, facts: TaskFacts): TaskFinding[] => [
  ...(query && facts.query_refused !== undefined ? [error(facts.query_refused, 'query')] : []),
  ...(query && facts.matching === 0 ? [warning('No document matches the query.', 'query')] : []),
  ...(facts.pipeline_missing
    ? [error(`There is no ingest pipeline ${pipeline}.`, 'pipeline')]
    : []),
];

/** The same ids in several indices would overwrite each other; that is for whoever knows the data. */
const aboutIds = (spec: ReindexSpec): TaskFinding[] =>
  spec.create_only && spec.conflicts === 'abort'
    ? [
        info(
          'It ends at the first id that the target has already. Choose “Pass over conflicts” to go on.'
        ),
      ]
    : [];

const aboutSize = ({ sources, matching, nodes }: TaskFacts): TaskFinding[] => {
  const bytes = sources.reduce((sum, { primary_bytes: size = 0 }) => sum + size, 0);
  const free = nodes?.reduce((sum, { free_bytes: some }) => sum + some, 0);
  return [
    ...(matching === undefined
      ? []
      : [info(matching === 1 ? 'One document is copied.' : `${matching} documents are copied.`)]),
    ...(free !== undefined && bytes > free
      ? [warning('There may be too little free disk for a second copy of the documents.')]
      : []),
  ];
};

export const reindex: TaskKind<typeof reindexSchema> = {
  name: 'reindex',
  schema: reindexSchema,
  sources: ({ sources }) => [...new Set(sources)],
  target: ({ target }) => target,
  check(spec, facts) {
    const without = facts.sources.filter(isWithoutSource).map(({ name }) => name);
    return [
      ...aboutSources(facts, 'sources', 'Open them first.'),
      ...(without.length > 0
        ? [error(`Their documents were not kept (_source is off): ${listed(without)}.`, 'sources')]
        : []),
      ...aboutTarget(spec, facts),
      ...aboutQuery(spec, facts),
      ...aboutIds(spec),
      ...aboutSize(facts),
    ];
  },
  plan(spec, { sources: [first] }) {
    const copy = { settings: spec.copy_settings, mappings: spec.copy_mappings };
    return {
      ...{ ordered: true, at_once: 1 },
      steps: [
        ...(spec.into === 'new'
          ? [
              {
                ...{ do: 'create' as const, index: spec.target },
                body: definitionLike(first, copy),
              },
            ]
          : []),
        {
          ...{ do: 'reindex' as const, index: spec.target, sources: [...new Set(spec.sources)] },
          ...{ conflicts: spec.conflicts, create_only: spec.create_only, sliced: spec.sliced },
          ...(spec.query ? { query: spec.query } : {}),
          ...(spec.pipeline ? { pipeline: spec.pipeline } : {}),
        },
      ],
    };
  },
};
