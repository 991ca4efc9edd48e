import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const FIXTURES = join(__dirname, '../../../test/fixtures/security');

interface Recorded {
  response: { status: number; content_type: string; body: unknown };
}

const recorded = (file: string): Recorded['response'] =>
  (JSON.parse(readFileSync(join(FIXTURES, `${file}.json`), 'utf8')) as Recorded).response;

/** Stands in for a cluster: answers who somebody is, and notes what it was asked. */
export interface FakeCluster {
  url: string;
  /** Of every request: `GET /path`, and as whom. */
  asked: Array<{ path: string; user?: string }>;
  /** Changes or takes away somebody's password. */
  users: Map<string, string>;
  stop(): Promise<void>;
}

/** The permission that somebody lacks for a request; undefined when it is let through. */
export type Denies = (path: string, user: string) => string | undefined;

/** The recorded refusal, in the name of another user and for another permission. */
function refusalOf(user: string, permission: string): Recorded['response'] {
  const { body, ...rest } = recorded('026-config-index-direct-bob');
  const text = JSON.stringify(body)
    .replaceAll('[name=bob, backend_roles=[bob_br]', `[name=${user}, backend_roles=[]`)
    .replaceAll('[indices:data/read/search]', `[${permission}]`);
  return { ...rest, body: JSON.parse(text) };
}

function userOf(request: IncomingMessage): { name: string; password: string } | undefined {
  const [, encoded] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [name, ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { name, password: password.join(':') };
}

/**
 * A cluster with the security plugin, made of recorded answers of OpenSearch 3.4: a real one with that plugin cannot be
 * had here. With `users` undefined: one without security, which knows no path below `/_plugins`.
 */
export async function startFakeCluster(
  users?: Record<string, string>,
  denies: Denies = () => undefined
): Promise<FakeCluster> {
  const known = new Map(Object.entries(users ?? {}));
  const asked: FakeCluster['asked'] = [];

  const answer = (request: IncomingMessage): Recorded['response'] => {
    const json = 'application/json; charset=UTF-8';
    const path = request.url ?? '';
    const user = userOf(request);
    asked.push({ path: `${request.method} ${path}`, ...(user ? { user: user.name } : {}) });
    if (users !== undefined) {
      if (user === undefined) return recorded('001-no-credentials');
      if (known.get(user.name) !== user.password) return recorded('002-bad-credentials');
    }
    if (path === '/_plugins/_security/authinfo' && users !== undefined) {
      const { body, ...rest } = recorded('003-authinfo');
      return { ...rest, body: { ...(body as object), user_name: user?.name } };
    }
    if (path.includes('_security')) {
      const error = `no handler found for uri [${path}] and method [${request.method}]`;
      return { status: 400, content_type: json, body: { error } };
    }
    const denied = user && denies(path, user.name);
    if (user && denied) return refusalOf(user.name, denied);
    const version = { number: '3.4.0', distribution: 'opensearch' };
    return { status: 200, content_type: json, body: { version, tagline: 'fake' } };
  };

  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const { status, content_type: type, body } = answer(request);
      response.writeHead(status, { 'content-type': type });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    users: known,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
