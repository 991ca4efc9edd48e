import { recordedAnswer } from './answers';
import type { RecordedAnswer } from './answers';
import { checkRequest } from './ism_requests';
import type { IsmRequest } from './ism_requests';

export interface IsmAnswer {
  status: number;
  body: unknown;
}

type Entry = Record<string, unknown>;

interface StoredPolicy {
  seq_no: number;
  policy: Entry;
}

const SETTINGS = ['plugins', 'opendistro'].map(
  (owner) => `index.${owner}.index_state_management.policy_id`
);

/** A recorded answer, about something else than what was asked for then. */
const recorded = (name: string, was?: string, is = ''): IsmAnswer => {
  const { status, body } = recordedAnswer(name).response;
  if (was === undefined) return { status, body };
  return { status, body: JSON.parse(JSON.stringify(body).split(was).join(is)) as unknown };
};

const names = (list: string | undefined): string[] =>
  decodeURIComponent(list ?? '')
    .split(',')
    .filter((name) => name !== '');

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;

const isFailed = ({ action }: Entry): boolean => isEntry(action) && action.failed === true;

interface Failure {
  index_name: string;
  index_uuid: string;
  reason: string;
}

/** The reason that a recorded answer gives for an index. */
const reasonIn = (name: string): string =>
  (recordedAnswer(name).response.body as { failed_indices: Failure[] }).failed_indices[0].reason;

/**
 * Index State Management in memory: policies and managed indices, with the answers that a real one was recorded to give.
 * Nothing happens by itself; a test puts the entries there that it is about.
 */
export class ImitatedIsm {
  readonly policies = new Map<string, StoredPolicy>();
  /** What explain says of each index; null where no policy manages it. */
  readonly indices = new Map<string, Entry | null>();
  /** Calls that answer otherwise, by `GET policies`, `POST add` and so on: silence is status 0. */
  readonly instead = new Map<string, RecordedAnswer['response']>();
  /** Indices that the caller may not manage: explain leaves them out, of its total too; acts pass over them. */
  readonly hidden = new Set<string>();
  /** Policies that were stored and cannot be read back: whoever lists them with others gets none of these. */
  readonly unreadable = new Set<string>();
  simulates = false;
  /** What the simulation says of each index. No recording has it: it follows the specification and the plugin's source. */
  readonly simulated = new Map<string, Entry>();
  private seqNo = 0;

  constructor(private readonly fault: (fault: string) => void) {}

  /** An index as explain was recorded to tell of it. */
  manage(index: string, like = 'explain-attached-by-template', changes: Entry = {}): void {
    const body = recordedAnswer(like).response.body as Record<string, Entry | number>;
    const entry = Object.values(body).find(isEntry);
    this.indices.set(index, { ...entry, index, index_uuid: `uuid-of-${index}`, ...changes });
  }

  answer(request: IsmRequest): IsmAnswer | undefined {
    checkRequest(request).forEach(this.fault);
    const [call, what] = request.path.split('/');
    const instead = this.instead.get(`${request.method} ${call}`);
    if (instead) return instead;
    if (request.query.get('sortOrder') === 'sideways') return this.sideways(call);
    switch (call) {
      case 'policies':
        return what === undefined ? this.list(request) : this.policy(request, what);
      case 'explain':
        return what === undefined ? this.explainAll(request) : this.explain(names(what), request);
      case 'simulate':
        return this.simulates ? this.simulate((request.body ?? {}) as Entry) : no();
      default:
        return this.act(call, names(what), (request.body ?? {}) as Entry);
    }
  }

  private simulate({ policy, indices }: Entry): IsmAnswer {
    if (!isEntry(policy) || !Array.isArray(indices)) {
      return { status: 400, body: { error: { reason: 'Missing policy' } } };
    }
    const results = (indices as string[]).map((name) => ({
      ...{ index_name: name, index_uuid: null, policy_id: '', is_managed: false },
      ...(this.simulated.get(name) ?? { error: `Index '${name}' not found in cluster` }),
    }));
    return { status: 200, body: { simulate_results: results } };
  }

  private sideways(call: string): IsmAnswer {
    return recorded(call === 'explain' ? 'explain-all-bad-sortorder' : 'policies-list-bad-sort');
  }

  private list({ query }: IsmRequest): IsmAnswer {
    const from = Number(query.get('from') ?? 0);
    const ids = [...this.policies.keys()].sort();
    const page = ids.slice(from, from + Number(query.get('size') ?? 20));
    if (page.some((id) => this.unreadable.has(id))) return UNREADABLE;
    const policies = page.map((id) => this.told(id));
    return { status: 200, body: { policies, total_policies: ids.length } };
  }

  private told(id: string): Entry {
    const { seq_no: seqNo = 0, policy = {} } = this.policies.get(id) ?? {};
    return { _id: id, _seq_no: seqNo, _primary_term: 1, policy };
  }

  private policy({ method, query, body }: IsmRequest, part: string): IsmAnswer {
    const id = decodeURIComponent(part);
    const stored = this.policies.get(id);
    if (method === 'PUT') return this.put(id, stored, query, body as { policy: Entry });
    if (!stored) {
      if (method === 'DELETE') return recorded('policy-delete-missing', 'delete_only', id);
      return recorded(this.policies.size === 0 ? 'policy-get-no-index' : 'policy-get-missing');
    }
    if (method === 'GET') return { status: 200, body: { ...this.told(id), _version: 1 } };
    this.policies.delete(id);
    return recorded('policy-delete', 'delete_only', id);
  }

  private put(
    id: string,
    stored: StoredPolicy | undefined,
    query: URLSearchParams,
    { policy }: { policy: Entry }
  ): IsmAnswer {
    const expected = query.get('if_seq_no');
    if (expected === null && stored) {
      return recorded('policy-create-again-no-seqno', 'hot_warm_delete', id);
    }
    if (expected !== null && Number(expected) !== stored?.seq_no) {
      return recorded('policy-update-stale', 'hot_warm_delete', id);
    }
    const filled = { policy_id: id, ...policy, last_updated_time: 1795244106213 };
    const kept = { seq_no: this.seqNo++, policy: { ...filled, schema_version: 25 } };
    this.policies.set(id, kept);
    // Wrapped once more than a read gives it, and with another version of the schema.
    const body = { ...this.told(id), policy: { policy: { ...filled, schema_version: 1 } } };
    return { status: stored ? 200 : 201, body };
  }

  private explainAll({ query }: IsmRequest): IsmAnswer {
    const jobs = [...this.indices].filter(([, entry]) => entry !== null).sort();
    const from = Number(query.get('from') ?? 0);
    const page = jobs.slice(from, from + Number(query.get('size') ?? 20));
    const shown = page.filter(([index]) => !this.hidden.has(index));
    const total = jobs.length - (page.length - shown.length);
    return {
      status: 200,
      body: { ...Object.fromEntries(shown), total_managed_indices: total },
    };
  }

  /** With the copy of the policy that is applied: the one that the entry brings, else as it is stored. */
  private withPolicy(entry: Entry, { query }: IsmRequest): Entry {
    if (query.get('show_policy') !== 'true' || entry.policy_id === undefined) return entry;
    return { ...entry, policy: entry.policy ?? this.policies.get(String(entry.policy_id))?.policy };
  }

  private explain(wanted: string[], request: IsmRequest): IsmAnswer {
    if (wanted.some((index) => !this.indices.has(index))) return recorded('explain-missing-index');
    const entries = wanted.map((index) => [
      index,
      this.withPolicy(this.indices.get(index) ?? UNMANAGED, request),
    ]);
    const total = wanted.filter((index) => this.indices.get(index)).length;
    return {
      status: 200,
      body: { ...Object.fromEntries(entries), total_managed_indices: total },
    };
  }

  private act(verb: string, wanted: string[], body: Entry): IsmAnswer {
    const { policy_id: policy } = body;
    if (policy !== undefined && !this.policies.has(String(policy))) {
      return recorded('add-missing-policy', 'nope', String(policy));
    }
    const missing = wanted.find((index) => !this.indices.has(index));
    // Adding passes over what is not there; every other call is refused for it as a whole.
    if (missing !== undefined && verb !== 'add') return recorded('remove-missing', 'nope', missing);
    const failed: Failure[] = [];
    let updated = 0;
    for (const index of wanted.filter((each) => this.indices.has(each) && !this.hidden.has(each))) {
      const done = this.actOn(verb, index, body);
      if (done === true) updated += 1;
      else if (done !== false) {
        failed.push({ index_name: index, index_uuid: `uuid-of-${index}`, reason: done });
      }
    }
    const answer = { updated_indices: updated, failures: failed.length > 0 };
    return { status: 200, body: { ...answer, failed_indices: failed } };
  }

  /** True: done. False: passed over. Else the reason why not. */
  private actOn(verb: string, index: string, body: Entry): boolean | string {
    const entry = this.indices.get(index) ?? undefined;
    switch (verb) {
      case 'add':
        if (entry) return reasonIn('add-again');
        this.manage(index, 'explain-attached-by-template', ofPolicy(body.policy_id));
        return true;
      case 'remove':
        if (!entry) return reasonIn('remove-again');
        this.indices.set(index, null);
        return true;
      case 'retry':
        if (!entry || !isFailed(entry)) return reasonIn('retry-not-failed');
        this.manage(index, 'explain-after-retry', ofPolicy(entry.policy_id));
        return true;
      default:
        return entry !== undefined && isIncluded(entry, body.include);
    }
  }
}

/** Seen on OpenSearch 3.4.0 with Index Management 3.4, of a transform without aggregations. */
const UNREADABLE: IsmAnswer = {
  status: 500,
  body: {
    error: {
      ...{ type: 'null_pointer_exception', reason: 'parseAggregators(...) must not be null' },
      root_cause: [],
    },
    status: 500,
  },
};

const UNMANAGED = { ...Object.fromEntries(SETTINGS.map((name) => [name, null])), enabled: null };

const ofPolicy = (id: unknown): Entry => ({
  ...Object.fromEntries(SETTINGS.map((name) => [name, id])),
  policy_id: id,
});

const isIncluded = ({ state }: Entry, include: unknown): boolean =>
  !Array.isArray(include) ||
  include.some((each: unknown) => isEntry(each) && isEntry(state) && each.state === state.name);

const no = (): IsmAnswer => ({
  status: 400,
  body: { error: 'no handler found for uri [/_plugins/_ism/simulate] and method [POST]' },
});
