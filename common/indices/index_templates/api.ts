import { z } from 'zod';
import { INDICES_PATH } from '../indices_api';
import { templateNameFault } from '../names/patterns';

/** Of today (`_index_template`), or of old (`_template`): the cluster applies those only where none of today matches. */
export const TEMPLATE_KINDS = ['composable', 'legacy'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** `GET`: `TemplatesAnswer`. `GET`, `PUT` and `DELETE` below it, by name: one of them. */
export const INDEX_TEMPLATES_PATH = `${INDICES_PATH}/_index_templates`;
/** `POST`: what an index would get from a draft, `SimulatedTemplate`. */
export const SIMULATE_TEMPLATE_PATH = `${INDICES_PATH}/_simulate_template`;
/** `GET`: what an index of this name would get, `SimulatedTemplate`. */
export const SIMULATE_NAME_PATH = `${INDICES_PATH}/_simulate_name`;

/** A document of the cluster as it writes it. Members that we do not know are kept. */
export type TemplateBody = Record<string, unknown>;
export const templateBodySchema = z.record(z.string(), z.unknown());

/** The name of one that there is, or is to be looked for: no pattern and no list. */
export const storedNameParams = z.object({
  name: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^*,]+$/, 'Name one: patterns and lists are not taken.'),
});

/** A name that the cluster takes for a new one. */
export const newNameSchema = z.string().superRefine((name, context) => {
  const message = templateNameFault(name);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

export const templateKindQuery = z.object({ kind: z.enum(TEMPLATE_KINDS).default('composable') });

/** One template as the list shows it. */
export interface TemplateRow {
  name: string;
  kind: TemplateKind;
  index_patterns: string[];
  /** The highest that matches wins. Of a legacy one its order: all that match are merged, the highest last. */
  priority: number;
  version?: number;
  /** Component templates, in the order in which they are merged. */
  composed_of: string[];
  /** What it makes are data streams, no plain indices. */
  data_stream: boolean;
  description?: string;
  /** Data streams that are made by it. */
  used_by: string[];
}

export interface TemplatesAnswer {
  templates: TemplateRow[];
  /** Names of all component templates. */
  components: string[];
  /** What could not be read, as sentences. */
  gaps: string[];
}

/** One template. */
export interface TemplateRecord {
  name: string;
  kind: TemplateKind;
  body: TemplateBody;
}

/** `PUT`. `seen`: as it was opened; absent: it must not exist yet. */
export const saveTemplateSchema = z.strictObject({
  body: templateBodySchema,
  seen: templateBodySchema.optional(),
});
export type SaveTemplate = z.output<typeof saveTemplateSchema>;

export const simulateTemplateSchema = z.strictObject({ body: templateBodySchema });

export const simulateNameQuery = z.object({
  name: z
    .string()
    .min(1, 'Name an index.')
    .max(255)
    .regex(/^[^*?,"<>|\\/\s#]+$/, 'Name one index: no patterns, lists or blanks.'),
});

/** What an index would be made with: everything that templates say, merged. */
export interface SimulatedTemplate {
  settings: unknown;
  mappings: unknown;
  aliases: unknown;
  /** Others whose patterns match too, and that are not used. */
  overlapping: Array<{ name: string; index_patterns: string[] }>;
}
