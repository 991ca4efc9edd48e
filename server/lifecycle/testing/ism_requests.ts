/** A request to Index State Management, below its prefix. */
export interface IsmRequest {
  method: string;
  /** Without the prefix, as it was sent. */
  path: string;
  query: URLSearchParams;
  body: unknown;
}

interface Known {
  query: readonly string[];
  /** The members of the body. `none`: the call takes no body. */
  body: readonly string[] | 'none';
  /** Those that must be there. */
  required?: readonly string[];
  /** What follows the call in the path. */
  target: 'none' | 'one' | 'any';
}

const PAGING = ['size', 'from', 'sortField', 'sortOrder', 'queryString'];
const EXPLAIN = [...PAGING, 'show_policy', 'validate_action', 'local', 'type'];

const one = { target: 'one', body: 'none', query: [] } as const;

/** What the handlers of the plugin read; anything else a cluster refuses, or does not look at. */
const CALLS: Readonly<Record<string, Known>> = {
  'GET policies': { target: 'any', query: PAGING, body: 'none' },
  'HEAD policies': one,
  'DELETE policies': { ...one, query: ['refresh'] },
  'PUT policies': {
    ...{ target: 'one', query: ['if_seq_no', 'if_primary_term', 'refresh'] },
    ...{ body: ['policy'], required: ['policy'] },
  },
  'POST add': { target: 'one', query: ['type'], body: ['policy_id'], required: ['policy_id'] },
  'POST remove': { target: 'one', query: ['type'], body: 'none' },
  'POST change_policy': {
    ...{ target: 'one', query: ['type'], body: ['policy_id', 'state', 'include', 'is_safe'] },
    required: ['policy_id'],
  },
  'POST retry': { target: 'one', query: ['cluster_manager_timeout', 'type'], body: ['state'] },
  'GET explain': { target: 'any', query: EXPLAIN, body: 'none' },
  'POST explain': { target: 'any', query: EXPLAIN, body: ['filter'] },
  'POST simulate': { target: 'none', query: [], body: ['policy_id', 'policy', 'indices'] },
};

/** What is wrong with a request, each as a sentence. */
export const checkRequest = ({ method, path, query, body }: IsmRequest): string[] => {
  const [call, ...rest] = path.split('/');
  const name = `${method} ${call}`;
  const known = CALLS[name];
  if (!known) return [`There is no call ${name}.`];
  const members = Object.keys(typeof body === 'object' && body !== null ? body : {});
  const allowed = known.body === 'none' ? [] : known.body;
  return [
    ...[...query.keys()]
      .filter((key) => !known.query.includes(key))
      .map((key) => `${name} knows no parameter ${key}.`),
    ...members.filter((key) => !allowed.includes(key)).map((key) => `${name} reads no ${key}.`),
    ...(known.required ?? [])
      .filter((key) => !members.includes(key))
      .map((key) => `${name} needs ${key}.`),
    ...(rest.length > 1 ? [`${name} has more parts than the plugin routes: ${path}`] : []),
    ...(known.target === 'one' && (rest[0] ?? '') === '' ? [`${name} names nothing.`] : []),
    ...(query.has('if_seq_no') !== query.has('if_primary_term')
      ? [`${name} gives one half of a version.`]
      : []),
  ];
};
