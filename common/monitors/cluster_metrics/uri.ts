import { isRecord } from '../../json/record';
import type { FieldProblem } from '../../errors';
import type { ApiType, UriInput } from '../input';
import { APIS, apiTypeOf, paramsIn, trimSlashes } from './apis';

type Uri = UriInput['uri'];

/** A GET that is ready to be sent. */
export interface ClusterCall {
  apiType: ApiType;
  path: string;
  query?: Readonly<Record<string, string | boolean>>;
  /** See `Api.waits`. */
  waits: boolean;
}

export type ReadUri =
  { kind: 'call'; call: ClusterCall } | { kind: 'problems'; problems: Problem[] };

/** With the field of `uri` that it is about. */
export type Problem = Omit<FieldProblem, 'field'> & { field: keyof Uri };

/** The neighbour's list of what a path parameter may not hold, and what would lead elsewhere. */
const ILLEGAL = /[:"+\\|?#<>%\s\p{Cc}/]/u;
const ILLEGAL_SHOWN = ': " + \\ | ? # < > % / and spaces';

/** Documents of the alerting plugin name its own address. */
const OWN_HOST = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?=\/|$)/i;

const NOT_OWN =
  'Only this cluster can be asked: begin the URL with http://localhost:9200/ or leave it empty.';

const segment = (param: string): string => encodeURIComponent(param.trim());

const isWayOut = (param: string): boolean => param === '.' || param.includes('..');

/** Before an API's own name, a name such as `_cat` would lead to another API. */
const isOtherApi = (param: string, type: ApiType): boolean =>
  type === 'CAT_RECOVERY' && param.startsWith('_') && param !== '_all';

const paramProblem = (params: string, type: ApiType): string | undefined => {
  const { params: takes, names } = APIS[type];
  if (params === '') {
    return takes === 'required'
      ? `${type} requires path parameters: give ${names ?? 'them'}.`
      : undefined;
  }
  if (takes === 'none') return `${type} does not use path parameters: leave them empty.`;
  const parts = params.split(',').map((part) => part.trim());
  if (parts.includes('')) return 'A name between two commas is empty.';
  if (parts.some((part) => ILLEGAL.test(part))) {
    return `Path parameters are ${names ?? 'names'}; they may not hold any of ${ILLEGAL_SHOWN}.`;
  }
  return parts.some((part) => isWayOut(part) || isOtherApi(part, type))
    ? `Path parameters are ${names ?? 'names'}, and no way to another API.`
    : undefined;
};

/** A path of the URL: without its host; undefined where it is none of ours. */
const pathOfUrl = (url: string): string | undefined => {
  const host = OWN_HOST.exec(url)?.[0];
  return host === undefined ? undefined : url.slice(host.length).replace(/[?#].*$/s, '');
};

const elsewhere = (what: string, type: ApiType, found: ApiType | undefined): string =>
  `The ${what} is not that of ${type}, which is ${APIS[type].path}: ` +
  (found ? `correct it, or choose ${found}.` : 'correct it, or leave it empty.');

const pathProblems = (path: string, type: ApiType): Problem[] => {
  const found = apiTypeOf(path);
  return path === '' || found === type
    ? []
    : [{ field: 'path', message: elsewhere('path', type, found) }];
};

const urlProblems = (url: string, type: ApiType): Problem[] => {
  if (url === '') return [];
  const path = pathOfUrl(url);
  if (path === undefined) return [{ field: 'url', message: NOT_OWN }];
  if (/[?#]/.test(url)) {
    return [
      { field: 'url', message: 'A URL is asked without a query string: remove it from the ? on.' },
    ];
  }
  const found = apiTypeOf(path);
  return found === type
    ? []
    : [{ field: 'url', message: elsewhere('path of the URL', type, found) }];
};

const remoteProblems = (clusters: readonly string[]): Problem[] =>
  clusters.some((name) => name.trim() !== '')
    ? [
        {
          field: 'clusters',
          message:
            'Other clusters cannot be asked yet: leave the clusters empty, and let a Watchkeeper at each cluster watch it.',
        },
      ]
    : [];

/** What the three fields say about the parameters; they may not contradict each other. */
const paramsOf = (uri: Uri): { params: string; problems: Problem[] } => {
  const type = uri.api_type;
  const ofPath = apiTypeOf(uri.path) === type ? paramsIn(uri.path, type) : '';
  const path = pathOfUrl(uri.url);
  const ofUrl = path !== undefined && apiTypeOf(path) === type ? paramsIn(path, type) : '';
  const params = trimSlashes(uri.path_params) || ofPath || ofUrl;
  const decoded = decodeOr(ofUrl);
  const isOther = uri.url !== '' && uri.path !== '' && decoded !== params && ofUrl !== params;
  const message =
    'The URL and the path with its parameters differ: correct the URL, or leave it empty.';
  // Only the URL names it, so it is written as URLs are.
  const wanted = params === ofUrl ? decoded : params;
  return { params: wanted, problems: isOther ? [{ field: 'url', message }] : [] };
};

const decodeOr = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Works out what a document asks of the cluster, or says what is wrong, field by field. */
export const readUri = (uri: Uri): ReadUri => {
  const type = uri.api_type;
  const { params, problems } = paramsOf(uri);
  const wrong = paramProblem(params, type);
  const found: Problem[] = [
    ...pathProblems(uri.path, type),
    ...urlProblems(uri.url, type),
    ...(wrong === undefined ? [] : [{ field: 'path_params' as const, message: wrong }]),
    ...remoteProblems(uri.clusters),
  ];
  // A URL that leads elsewhere is not told of twice.
  const all = found.length > 0 ? found : problems;
  if (all.length > 0) return { kind: 'problems', problems: all };
  const waits = params !== '' && APIS[type].waits === true;
  const names = params === '' ? '' : params.split(',').map(segment).join(',');
  return { kind: 'call', call: { apiType: type, ...APIS[type].ask(names), waits } };
};

const textAt = (value: Record<string, unknown>, name: string): string => {
  const text = value[name];
  return typeof text === 'string' ? text : '';
};

/** Where a document names no API, its path or URL does, as in the alerting plugin. */
export const withApiType = (uri: unknown): unknown => {
  if (!isRecord(uri) || 'api_type' in uri) return uri;
  const path = textAt(uri, 'path') || (pathOfUrl(textAt(uri, 'url')) ?? '');
  const type = apiTypeOf(path);
  return type ? { ...uri, api_type: type } : uri;
};
