import type { FieldsAnswer, IndexField } from '../../common/indices/fields';
import type { Cluster } from '../cluster/types';
import { PATIENCE_MS, WHERE_PRESENT, indexPath } from './index_path';

interface Capability {
  searchable: boolean;
  aggregatable: boolean;
}

/** By field and type. */
type Capabilities = Record<string, Record<string, Capability>>;

const MOST = 5000;

/** What every index has beside the fields of its documents; newer clusters mark them, 7.10 does not. */
const METADATA: ReadonlySet<string> = new Set([
  ...['_id', '_index', '_type', '_source', '_size', '_routing', '_field_names', '_ignored'],
  ...['_seq_no', '_primary_term', '_version', '_feature', '_nested_path', '_doc_count', '_tier'],
  ...['_data_stream_timestamp', '_ignored_source'],
]);

/** They hold fields, and no values. */
const HOLDERS: ReadonlySet<string> = new Set(['object', 'nested', 'unmapped']);

const fieldOf = ([name, byType]: [string, Record<string, Capability>]): IndexField[] => {
  const types = Object.keys(byType).filter((type) => !HOLDERS.has(type));
  if (METADATA.has(name) || types.length === 0) return [];
  const every = (can: keyof Capability) => types.every((type) => byType[type][can]);
  const field = { name, searchable: every('searchable'), aggregatable: every('aggregatable') };
  const [type, ...others] = types;
  return [others.length === 0 ? { ...field, type } : { ...field, type: 'conflict', types }];
};

const capabilitiesOf = async (
  asCaller: Cluster,
  indices: readonly string[],
  fields: string
): Promise<Capabilities> => {
  const { body } = await asCaller.request<{ fields?: Capabilities }>(
    {
      method: 'GET',
      path: `/${indexPath(indices)}/_field_caps`,
      query: { fields, ...WHERE_PRESENT },
    },
    { timeoutMs: PATIENCE_MS }
  );
  return body.fields ?? {};
};

/** The fields of the documents in some indices, as the caller may see them. */
export const readFields = async (
  asCaller: Cluster,
  indices: readonly string[]
): Promise<FieldsAnswer> => {
  const found = await capabilitiesOf(asCaller, indices, '*');
  const fields = Object.entries(found)
    .flatMap(fieldOf)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { fields: fields.slice(0, MOST), left_out: Math.max(0, fields.length - MOST) };
};

/** One field; undefined where no index has it. */
export const readField = async (
  asCaller: Cluster,
  indices: readonly string[],
  name: string
): Promise<IndexField | undefined> => {
  const found = await capabilitiesOf(asCaller, indices, name);
  return Object.entries(found)
    .flatMap(fieldOf)
    .find((field) => field.name === name);
};
