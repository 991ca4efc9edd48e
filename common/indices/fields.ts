import { z } from 'zod';
import { API_BASE } from '../plugin';

export const FIELDS_PATH = `${API_BASE}/indices/_fields`;
export const VALUES_PATH = `${API_BASE}/indices/_values`;

/** A field of the indices that a monitor looks at. Source: the cluster's field capabilities. */
export interface IndexField {
  name: string;
  /** As in the mapping: `keyword`, `text`, `date`, `long`. Of a field that differs between indices: `conflict`. */
  type: string;
  /** Its types, where they differ between indices. */
  types?: string[];
  /** In every index. */
  searchable: boolean;
  /** In every index: it can be grouped by, counted, and asked for its values. */
  aggregatable: boolean;
}

/** `GET /indices/_fields` */
export interface FieldsAnswer {
  /** By name. */
  fields: IndexField[];
  /** Fields that are not listed, since there are too many. */
  left_out: number;
}

/** `GET /indices/_values` */
export interface ValuesAnswer {
  /** The most frequent first. */
  values: Array<{ value: string | number | boolean; count: number }>;
  /** Not everything was looked at in the time that there was. */
  partial: boolean;
}

const indicesSchema = z
  .string({ error: 'Name at least one index.' })
  .max(4096)
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
  )
  .refine((names) => names.length > 0, 'Name at least one index.');

export const fieldsQuerySchema = z.object({ indices: indicesSchema });

export const valuesQuerySchema = z.object({
  indices: indicesSchema,
  field: z.string({ error: 'Name a field.' }).min(1, 'Name a field.').max(512),
  /** What the values begin with. */
  query: z.string().max(128).default(''),
});

export const NUMBER_TYPES: readonly string[] = [
  ...['long', 'integer', 'short', 'byte', 'unsigned_long'],
  ...['double', 'float', 'half_float', 'scaled_float'],
];

export const isNumber = ({ type }: Pick<IndexField, 'type'>): boolean =>
  NUMBER_TYPES.includes(type);

export const isDate = ({ type }: Pick<IndexField, 'type'>): boolean =>
  type === 'date' || type === 'date_nanos';

/** Whether its values are split into words, so that no single value can be asked for. */
export const isText = ({ type }: Pick<IndexField, 'type'>): boolean =>
  type === 'text' || type === 'match_only_text';

/** The field to ask for the values of another: itself, or the one beside it that keeps them whole. */
export const valuesFieldOf = (
  name: string,
  fields: readonly IndexField[]
): IndexField | undefined => {
  const named = (wanted: string) =>
    fields.find((field) => field.name === wanted && field.aggregatable && !isDate(field));
  return named(name) ?? named(`${name}.keyword`) ?? named(`${name}.raw`);
};
