import { WatchkeeperError } from '../../../common/errors';
import { refusal } from '../errors';
import type { Cluster, ClusterAnswer, ClusterOptions, ClusterRequest } from '../types';

interface Doc {
  source: Record<string, unknown>;
  seq_no: number;
  version: number;
}

interface Refusal {
  status: number;
  type: string;
  reason: string;
}

type Intercept = (request: ClusterRequest) => 'before' | 'after' | undefined;

type SearchAnswer = Record<string, unknown>;

const PATH = /^\/([^/]+)(?:\/(_doc|_search|_mget|_refresh|_count|_alias))?(?:\/([^/]+))?$/;

/** The writes and reads of a cluster that the engine does, in memory, with compare-and-swap as the cluster has it. */
export class FakeCluster implements Cluster {
  readonly indices = new Map<string, Map<string, Doc>>();
  readonly requests: ClusterRequest[] = [];
  /** Answers one search of an `_msearch`. */
  search: (header: Record<string, unknown>, body: string) => SearchAnswer = () => answerOf(0);
  /** Answers `_scripts/painless/_execute`. */
  script: (body: string) => Promise<ClusterAnswer<string>> = async () => ({
    status: 200,
    body: '{"result":"true"}',
  });
  /** Refuses a document. */
  refuse: (index: string, id: string) => Refusal | undefined = () => undefined;
  /** `before`: the request never arrives; `after`: it is carried out, and its answer is lost. */
  intercept: Intercept = () => undefined;
  private seqNo = 0;

  async request<T>(request: ClusterRequest, options: ClusterOptions = {}) {
    const { status, body } = await this.carryOut(request, options);
    return { status, body: body as T };
  }

  async text(request: ClusterRequest, options: ClusterOptions = {}) {
    const { status, body } = await this.carryOut(request, options);
    return { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
  }

  doc<T>(index: string, id: string): T | undefined {
    return this.indices.get(index)?.get(id)?.source as T | undefined;
  }

  /** Every document of the indices whose name begins so. */
  docs<T>(prefix: string): T[] {
    return this.matching(prefix).map(({ doc }) => doc.source as T);
  }

  put(index: string, id: string, source: Record<string, unknown>): Doc {
    const version = (this.indices.get(index)?.get(id)?.version ?? 0) + 1;
    return this.store(index, id, { source, version });
  }

  private async carryOut(request: ClusterRequest, { ignore = [] }: ClusterOptions) {
    this.requests.push(request);
    const lost = this.intercept(request);
    const gone = new WatchkeeperError('cluster_unreachable', 'The cluster does not answer.');
    if (lost === 'before') throw gone;
    const answer = await this.answer(request);
    if (lost === 'after') throw gone;
    if (answer.status >= 400 && !ignore.includes(answer.status)) {
      throw refusal(answer.status, answer.body);
    }
    return answer;
  }

  private async answer(request: ClusterRequest): Promise<ClusterAnswer<unknown>> {
    const { path, lines = '' } = request;
    if (path === '/') return { status: 200, body: { version: { number: '3.5.0' } } };
    if (path === '/_bulk') return { status: 200, body: { items: this.bulk(parseLines(lines)) } };
    if (path === '/_msearch') return this.msearch(lines);
    if (path.startsWith('/_scripts/')) return this.script(String(request.body));
    const [, index = '', verb = '', id = ''] = PATH.exec(path) ?? [];
    if (verb === '_doc') return this.single(request, index, decodeURIComponent(id));
    if (verb === '_mget') return { status: 200, body: { docs: this.mget(index, request.body) } };
    if (verb === '_search') return { status: 200, body: this.hits(index, request.body as object) };
    return { status: 200, body: {} };
  }

  private msearch(lines: string): ClusterAnswer<unknown> {
    const parts = lines.trimEnd().split('\n');
    const responses: SearchAnswer[] = [];
    for (let i = 0; i < parts.length; i += 2) {
      const header = JSON.parse(parts[i]) as Record<string, unknown>;
      const answer = this.search(header, parts[i + 1]);
      // As the cluster does it: a body that does not parse refuses the whole batch.
      if (answer.refuses) return { status: 400, body: answer };
      responses.push(answer);
    }
    return { status: 200, body: { responses } };
  }

  private single({ method, query = {}, body }: ClusterRequest, index: string, id: string) {
    const known = this.indices.get(index)?.get(id);
    if (method === 'GET' || method === 'HEAD') {
      return known ? { status: 200, body: asHit(index, id, known) } : { status: 404, body: {} };
    }
    if (query.if_seq_no !== undefined && query.if_seq_no !== known?.seq_no) {
      return { status: 409, body: { error: 'version conflict' } };
    }
    if (method === 'DELETE') {
      this.indices.get(index)?.delete(id);
      return { status: known ? 200 : 404, body: {} };
    }
    const refused = this.refuse(index, id);
    if (refused) return { status: refused.status, body: { error: refused } };
    const doc = this.put(index, id, body as Record<string, unknown>);
    return { status: 200, body: { _seq_no: doc.seq_no, _primary_term: 1 } };
  }

  private bulk(lines: Array<Record<string, unknown>>): object[] {
    const items: object[] = [];
    for (let i = 0; i < lines.length; i += 2) {
      const [[verb, meta]] = Object.entries(lines[i]) as Array<[string, Record<string, unknown>]>;
      items.push({ [verb]: this.bulkItem(verb, meta, lines[i + 1]) });
    }
    return items;
  }

  private bulkItem(
    verb: string,
    meta: Record<string, unknown>,
    source: Record<string, unknown>
  ): object {
    const [index, id] = [String(meta._index), String(meta._id)];
    const known = this.indices.get(index)?.get(id);
    const version = typeof meta.version === 'number' ? meta.version : (known?.version ?? 0) + 1;
    const conflict =
      (verb === 'create' && known !== undefined) ||
      (meta.if_seq_no !== undefined && meta.if_seq_no !== known?.seq_no) ||
      (meta.version !== undefined && known !== undefined && known.version > version);
    if (conflict) return { status: 409, error: { type: 'version_conflict', reason: 'conflict' } };
    const refused = this.refuse(index, id);
    if (refused) return { status: refused.status, error: refused };
    const doc = this.store(index, id, { source, version });
    return { status: 201, _seq_no: doc.seq_no, _primary_term: 1 };
  }

  private store(index: string, id: string, doc: Omit<Doc, 'seq_no'>): Doc {
    const stored = { ...doc, seq_no: ++this.seqNo };
    const docs = this.indices.get(index) ?? new Map<string, Doc>();
    this.indices.set(index, docs.set(id, stored));
    return stored;
  }

  private mget(index: string, body: unknown): object[] {
    const { ids } = body as { ids: string[] };
    return ids.map((id) => {
      const doc = this.indices.get(index)?.get(id);
      return doc ? { ...asHit(index, id, doc), found: true } : { _id: id, found: false };
    });
  }

  /** Knows terms and ranges over plain fields, a sort by one field, and pages. */
  private hits(index: string, body: object): object {
    const { query, sort, size = 10, search_after: after } = body as SearchBody;
    const [field, order] = Object.entries(sort?.[0] ?? { _id: 'asc' })[0];
    const sign = order === 'desc' ? -1 : 1;
    const found = this.matching(index)
      .filter(({ doc }) => matches(doc.source, query ?? {}))
      .map((hit) => ({ ...hit, key: keyOf(hit.doc, field) }))
      .sort((a, b) => sign * compare(a.key, b.key))
      .filter(({ key }) => after === undefined || sign * compare(key, after[0]) > 0);
    const hits = found
      .slice(0, size)
      .map(({ index: name, id, doc, key }) => ({ ...asHit(name, id, doc), sort: [key] }));
    return { hits: { hits } };
  }

  private matching(prefix: string) {
    return [...this.indices]
      .filter(([name]) => name.startsWith(prefix))
      .flatMap(([index, docs]) => [...docs].map(([id, doc]) => ({ index, id, doc })));
  }
}

interface SearchBody {
  query?: Query;
  sort?: Array<Record<string, string>>;
  size?: number;
  search_after?: unknown[];
}

interface Query {
  bool?: { filter: Query[] };
  term?: Record<string, unknown>;
  range?: Record<string, { gte: unknown }>;
}

/** The answer to one search of a batch. */
export const answerOf = (hits: number, took = 5): SearchAnswer => ({
  ...{ took, timed_out: false, status: 200 },
  _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
  hits: { total: { value: hits, relation: 'eq' }, hits: [] },
});

/** What the cluster says to a body that it cannot read: for the whole batch. */
export const refusalOf = (reason: string): SearchAnswer => ({
  refuses: true,
  error: { type: 'parsing_exception', reason },
});

const parseLines = (lines: string): Array<Record<string, unknown>> =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const asHit = (index: string, id: string, { source, seq_no: seqNo }: Doc) => ({
  ...{ _index: index, _id: id, _seq_no: seqNo, _primary_term: 1, _source: source },
});

const keyOf = ({ source, seq_no: seqNo }: Doc, field: string): unknown =>
  field === '_seq_no' ? seqNo : source[field];

const compare = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b));
};

const matches = (source: Record<string, unknown>, { bool, term, range }: Query): boolean => {
  const terms = Object.entries(term ?? {}).every(([field, value]) => source[field] === value);
  const ranges = Object.entries(range ?? {}).every(
    ([field, { gte }]) => compare(source[field], gte) >= 0
  );
  return terms && ranges && (bool?.filter ?? []).every((each) => matches(source, each));
};
