import type { SavedObjectsFindOptions } from 'opensearch-dashboards/server';

/** Fields of the document itself; all others are attributes. */
const ROOT_FIELDS = ['type', 'updated_at', 'originId'];
const ALWAYS_RETURNED = ['type', 'references', 'migrationVersion', 'updated_at', 'originId'];

const DEFAULT_PER_PAGE = 20;

/** The search for a `find`: its body, and which page it is for. */
export function findQuery(options: SavedObjectsFindOptions, types: string[]) {
  const { page = 1, perPage = DEFAULT_PER_PAGE } = options;
  const body = {
    from: perPage * (page - 1),
    size: perPage,
    track_total_hits: true,
    seq_no_primary_term: true,
    query: {
      bool: { filter: [typeFilter(types), ...referenceFilter(options)], ...match(options, types) },
    },
    ...sort(options, types),
    ...source(options, types),
  };
  return { page, perPage, body };
}

function typeFilter(types: string[]) {
  return { terms: { type: types } };
}

function referenceFilter({ hasReference }: SavedObjectsFindOptions) {
  if (hasReference === undefined) return [];
  const must = [
    { term: { 'references.id': hasReference.id } },
    { term: { 'references.type': hasReference.type } },
  ];
  return [{ nested: { path: 'references', query: { bool: { must } } } }];
}

function match(options: SavedObjectsFindOptions, types: string[]) {
  const { search, searchFields, defaultSearchOperator: default_operator = 'OR' } = options;
  if (search === undefined || search === '') return {};
  const fields = searchFields?.flatMap((field) => types.map((type) => `${type}.${field}`));
  const query = {
    query: search,
    default_operator,
    ...(fields === undefined ? { lenient: true, fields: ['*'] } : { fields }),
  };
  return { must: [{ simple_query_string: query }] };
}

function sort({ sortField, sortOrder }: SavedObjectsFindOptions, types: string[]) {
  if (sortField === undefined) return {};
  const order = sortOrder === undefined ? {} : { order: sortOrder };
  const fields = ROOT_FIELDS.includes(sortField)
    ? [sortField]
    : types.map((type) => `${type}.${sortField}`);
  const unmapped_type = sortField === 'updated_at' ? 'date' : 'keyword';
  return { sort: fields.map((field) => ({ [field]: { ...order, unmapped_type } })) };
}

function source({ fields }: SavedObjectsFindOptions, types: string[]) {
  if (fields === undefined || fields.length === 0) return {};
  const attributes = fields.flatMap((field) => types.map((type) => `${type}.${field}`));
  return { _source: [...ALWAYS_RETURNED, ...attributes] };
}
