import { z } from 'zod';
import { withApiType } from './cluster_metrics/uri';
import { INTERVAL_UNITS } from './duration';

/** What monitors look at. Source of the fields: OpenSearch Alerting's monitor inputs. */

/**
 * A search body. It is kept as the author's text: key order, layout and numbers beyond 2^53 survive. An object, as in
 * a pasted monitor, becomes text.
 */
const searchBodySchema = z
  .union([z.string(), z.record(z.string(), z.unknown())], { error: 'A query is required.' })
  .transform((query) => (typeof query === 'string' ? query : JSON.stringify(query, null, 2)))
  .refine((query) => query.trim() !== '', 'A query is required.');

const indicesSchema = z
  .array(z.string().trim().min(1), { error: 'Name at least one index.' })
  .min(1, 'Name at least one index.');

export const searchInputSchema = z.strictObject({
  search: z.strictObject({ indices: indicesSchema, query: searchBodySchema }),
});
export type SearchInput = z.output<typeof searchInputSchema>;

/** The read-only calls that a monitor of the cluster may make. */
export const API_TYPES = [
  'CAT_INDICES',
  'CAT_PENDING_TASKS',
  'CAT_RECOVERY',
  'CAT_SHARDS',
  'CAT_SNAPSHOTS',
  'CAT_TASKS',
  'CLUSTER_HEALTH',
  'CLUSTER_SETTINGS',
  'CLUSTER_STATS',
  'NODES_STATS',
] as const;
export type ApiType = (typeof API_TYPES)[number];

export const uriInputSchema = z.strictObject({
  uri: z.preprocess(
    withApiType,
    z.strictObject({
      api_type: z.enum(API_TYPES, { error: `The API must be one of ${API_TYPES.join(', ')}.` }),
      path: z.string().default(''),
      path_params: z.string().default(''),
      url: z.string().default(''),
      clusters: z.array(z.string()).default([]),
    })
  ),
});
export type UriInput = z.output<typeof uriInputSchema>;

const queryNameSchema = z
  .string({ error: 'The query needs a name.' })
  .min(1, 'The query needs a name.')
  .max(256, 'The name of a query can have at most 256 characters.')
  .regex(/^[^_+-]/, 'The name of a query may not start with _, + or -.')
  .refine(
    (name) => !name.includes('..') && !/[*?<>|#]/.test(name),
    'The name of a query may not hold .. or any of * ? < > | #.'
  );

const tagSchema = z
  .string()
  .min(1, 'A tag is empty.')
  .regex(/^[^ [\]{}()]*$/, 'A tag may not hold a space or any of [ ] { } ( ).');

export const docQuerySchema = z.strictObject({
  id: z.string({ error: 'The query needs an id.' }).min(1, 'The query needs an id.'),
  name: queryNameSchema,
  /** The fields that the query looks in when it names none. */
  fields: z.array(z.string()).default([]),
  /** In Lucene's syntax, as `query_string` reads it. */
  query: z.string({ error: 'A query is required.' }).trim().min(1, 'A query is required.'),
  tags: z.array(tagSchema).default([]),
  query_field_names: z.array(z.string()).default([]),
});
export type DocQuery = z.output<typeof docQuerySchema>;

export const docLevelInputSchema = z.strictObject({
  doc_level_input: z.strictObject({
    description: z.string().default(''),
    indices: indicesSchema,
    queries: z
      .array(docQuerySchema, { error: 'Give at least one query.' })
      .min(1, 'Give at least one query.'),
    fan_out_enabled: z.boolean().optional(),
  }),
});
export type DocLevelInput = z.output<typeof docLevelInputSchema>;

const delegateSchema = z.strictObject({
  order: z.int().min(1, 'The order must be 1 or more.'),
  monitor_id: z.string({ error: 'Choose a monitor.' }).min(1, 'Choose a monitor.'),
  chained_monitor_findings: z
    .strictObject({ monitor_id: z.string().nullish(), monitor_ids: z.array(z.string()).nullish() })
    .nullish(),
});

export const compositeInputSchema = z.strictObject({
  composite_input: z.strictObject({
    sequence: z.strictObject({
      delegates: z
        .array(delegateSchema, { error: 'Choose at least one monitor.' })
        .min(1, 'Choose at least one monitor.'),
    }),
  }),
});
export type CompositeInput = z.output<typeof compositeInputSchema>;

export const MAX_PPL_LENGTH = 2000;

export const pplInputSchema = z.strictObject({
  ppl_input: z.strictObject({
    query: z
      .string({ error: 'A query is required.' })
      .trim()
      .min(1, 'A query is required.')
      .max(MAX_PPL_LENGTH, `A query in PPL can have at most ${MAX_PPL_LENGTH} characters.`),
    query_language: z.enum(['ppl', 'PPL'], { error: 'The language must be ppl.' }).default('ppl'),
  }),
});
export type PplInput = z.output<typeof pplInputSchema>;

const MOST_INTERVAL = 100_000;

/** A length of time as a schedule writes it. */
const lengthSchema = (what: string, least: number) =>
  z.strictObject({
    interval: z
      .int({ error: `${what} must be a whole number.` })
      .min(least, `${what} must be at least ${least}.`)
      .max(MOST_INTERVAL, `${what} must be at most ${MOST_INTERVAL}.`),
    unit: z.enum(INTERVAL_UNITS, {
      error: `The unit must be one of ${INTERVAL_UNITS.join(', ')}.`,
    }),
  });

/** Somebody else's sign of life. Its token is no part of it: that is never exported. */
export const heartbeatInputSchema = z.strictObject({
  heartbeat: z.strictObject({
    /** How often it is to come. */
    period: lengthSchema('The period', 1),
    /** How much later it may come. */
    grace: lengthSchema('The grace', 0),
  }),
});
export type HeartbeatInput = z.output<typeof heartbeatInputSchema>;
