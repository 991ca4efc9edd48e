// A stand-in for the Alerting and Notifications plugins, after answers recorded from OpenSearch 3.4.0 (test/fixtures/alerting).
import { readFileSync } from 'node:fs';
import { createServer, request as send } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const FIXTURES = join(__dirname, '..', 'fixtures', 'alerting');

type Fields = Record<string, unknown>;

interface Recording {
  request: { method: string; path: string; body?: Fields };
  response: { status: number; body: Fields };
}

export const recorded = (name: string): Recording =>
  JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8')) as Recording;

/** What the plugin has in its index. */
interface Held {
  _id: string;
  _version: number;
  _seq_no: number;
  _primary_term: number;
  kind: 'monitor' | 'workflow';
  fields: Fields;
}

export interface AlertingPlugin {
  /** Of a cluster that has the plugins. */
  url: string;
  /** Adds one as the API would have answered it; returns its id. */
  add(kind: Held['kind'], id: string, fields: Fields): string;
  held(id: string): Held | undefined;
  channels: Fields[];
  destinations: Fields[];
  /** Refuses every change of this one from now on. */
  refuse(id: string): void;
  /** What was put, in order. */
  puts: Array<{ id: string; body: Fields }>;
  close(): Promise<void>;
}

interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Fields;
  userAgent: string;
}

type Answer = [status: number, body: unknown];

/** As the plugin words its refusals. */
const refusal = (status: number, reason: string): Answer => {
  const error = { type: 'alerting_exception', reason };
  return [status, { error: { root_cause: [error], ...error }, status }];
};

/** It keeps what the editor needs from everybody but Dashboards. */
const seenBy = (fields: Fields, userAgent: string): Fields => {
  if (userAgent.includes('OpenSearch Dashboards')) return fields;
  return { ...fields, ui_metadata: undefined };
};

class Plugin {
  readonly all = new Map<string, Held>();
  readonly channels: Fields[] = [];
  readonly destinations: Fields[] = [];
  readonly refused = new Set<string>();
  readonly puts: AlertingPlugin['puts'] = [];
  private seqNo = 0;

  constructor(private readonly base: string) {}

  add(kind: Held['kind'], id: string, fields: Fields): void {
    const place = { _version: 1, _seq_no: this.seqNo++, _primary_term: 1 };
    this.all.set(id, { _id: id, ...place, kind, fields });
  }

  /** Undefined for what is the cluster's own. */
  answer(asked: Asked): Answer | undefined {
    const { path } = asked;
    if (path === '/_plugins/_notifications/configs') return this.configs(asked);
    if (!path.startsWith(`${this.base}/`)) return undefined;
    const rest = path.slice(this.base.length + 1);
    if (rest === 'monitors/_search') return this.search(asked);
    if (rest === 'destinations') return this.listDestinations(asked);
    const [kinds, id] = rest.split('/');
    const held = this.all.get(decodeURIComponent(id ?? ''));
    if (!held || `${held.kind}s` !== kinds) return refusal(404, `Monitor with ${id} is not found`);
    return asked.method === 'PUT' ? this.put(held, asked) : [200, this.envelope(held, asked)];
  }

  private envelope({ kind, fields, ...place }: Held, { userAgent }: Asked): Fields {
    return { ...place, [kind]: seenBy(fields, userAgent) };
  }

  private search({ body, userAgent }: Asked): Answer {
    const { from = 0, size = 10 } = body as { from?: number; size?: number };
    const hits = [...this.all.values()].map(({ kind: _kind, fields, ...place }) => ({
      ...{ _index: '.opendistro-alerting-config', ...place, _score: null },
      _source: seenBy(fields, userAgent),
    }));
    const total = { value: hits.length, relation: 'eq' };
    const { body: answer } = recorded('monitors/083-monitors-search').response;
    return [
      200,
      { ...answer, hits: { total, max_score: null, hits: hits.slice(from, from + size) } },
    ];
  }

  private put(held: Held, { query, body }: Asked): Answer {
    if (this.refused.has(held._id)) return refusal(403, 'no permissions for [monitor/write]');
    const { _seq_no: seqNo, _primary_term: term } = held;
    const [askedSeqNo, askedTerm] = [query.get('if_seq_no'), query.get('if_primary_term')];
    if (askedSeqNo !== String(seqNo) || askedTerm !== String(term)) {
      const current = `current document has seqNo [${seqNo}] and primary term [${term}]`;
      const reason = `[${held._id}]: version conflict, required seqNo [${askedSeqNo}], primary term [${askedTerm}]. ${current}`;
      return refusal(409, reason);
    }
    this.puts.push({ id: held._id, body });
    const changed = { ...held, _version: held._version + 1, _seq_no: this.seqNo++, fields: body };
    this.all.set(held._id, changed);
    const { kind, fields, ...place } = changed;
    return [200, { ...place, [kind]: fields }];
  }

  private configs({ query }: Asked): Answer {
    const from = Number(query.get('from_index') ?? 0);
    const most = Number(query.get('max_items') ?? 100);
    const list = this.channels.slice(from, from + most);
    const counts = {
      start_index: from,
      total_hits: this.channels.length,
      total_hit_relation: 'eq',
    };
    return [200, { ...counts, config_list: list }];
  }

  private listDestinations({ query }: Asked): Answer {
    const from = Number(query.get('startIndex') ?? 0);
    const list = this.destinations.slice(from, from + Number(query.get('size') ?? 20));
    return [200, { totalDestinations: this.destinations.length, destinations: list }];
  }
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const passOn = (
  clusterUrl: string,
  from: IncomingMessage,
  body: Buffer,
  to: ServerResponse
): void => {
  const { method, headers, url = '/' } = from;
  const target = new URL(url, clusterUrl);
  const onward = send(target, { method, headers: { ...headers, host: target.host } }, (answer) => {
    to.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(to);
  });
  onward.on('error', () => to.destroy());
  onward.end(body);
};

const parsed = (body: Buffer): Fields => {
  try {
    return JSON.parse(body.toString('utf8')) as Fields;
  } catch {
    return {};
  }
};

/** Puts the plugins in front of a real cluster. `base`: where Alerting answers. */
export const startAlertingPlugin = async (
  clusterUrl: string,
  base = '/_plugins/_alerting'
): Promise<AlertingPlugin> => {
  const plugin = new Plugin(base);
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '/', clusterUrl);
      const userAgent = request.headers['user-agent'] ?? '';
      const asked = { method: request.method ?? '', path, query, body: parsed(body), userAgent };
      const answer = plugin.answer(asked);
      if (!answer) return passOn(clusterUrl, request, body, response);
      const [status, answered] = answer;
      response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
      response.end(JSON.stringify(answered));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (kind, id, fields) => {
      plugin.add(kind, id, fields);
      return id;
    },
    held: (id) => plugin.all.get(id),
    channels: plugin.channels,
    destinations: plugin.destinations,
    refuse: (id) => void plugin.refused.add(id),
    puts: plugin.puts,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};
