import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startHost } from '../../host';
import type { HostOptions, RunningHost } from '../../host_options';
import { createLogger } from '../../logging/logger';

/** A plugin whose routes tell as whom they were called. */
const SERVER = `
exports.plugin = () => ({
  setup(core) {
    const router = core.http.createRouter();
    const who = (name) => async ({ core }, request, response) => {
      const { body } = await core.opensearch.client.asCurrentUser.transport
        .request({ method: 'GET', path: '/_as_' + name }, { maxRetries: 0, ignore: [401] });
      const { authorization } = request.headers;
      return response.ok({ body: { in: request.auth.isAuthenticated, authorization, body } });
    };
    router.get({ path: '/api/tiny/closed', validate: false }, who('closed'));
    router.get({ path: '/api/tiny/open', validate: false, options: { authRequired: false } }, who('open'));
    router.get({ path: '/api/tiny/maybe', validate: false, options: { authRequired: 'optional' } }, who('maybe'));
    router.post({ path: '/api/tiny/write', validate: false }, async (_c, _r, response) => response.noContent());
  },
  start() {},
});
`;

const MANIFEST = { id: 'tinyProbe', version: '1.2.3', configPath: ['tiny'], server: true };

/** The built plugin. */
export const ARTEFACT = join(__dirname, '../../../build/opensearch-dashboards/watchkeeper');

function folder(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'login-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json<T = Record<string, unknown>>(): T;
  /** `set-cookie`, one or none. */
  cookie: string;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface LoginStage {
  host: RunningHost;
  logged: string[];
  /** Milliseconds, as the host sees them. */
  clock: { now: number };
  ask(path: string, ask?: Ask): Promise<Answer>;
  /** As a page does it. */
  logIn(
    username: string,
    password: string,
    more?: { next?: unknown; cookie?: string }
  ): Promise<Answer>;
  stop(): Promise<void>;
}

/** One request as it is written, without the manners of `fetch`: any header, any certificate. */
function send(url: string, { method = 'GET', headers = {}, body }: Ask): Promise<Answer> {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const options: RequestOptions & { rejectUnauthorized: boolean } = {
    method,
    headers: { ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    rejectUnauthorized: false,
  };
  const request = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const [cookie = ''] = incoming.headers['set-cookie'] ?? [];
        const { statusCode: status = 0, headers: got } = incoming;
        resolve({ status, headers: got, text, cookie, json: () => JSON.parse(text) });
      });
    });
    outgoing.on('error', reject).end(sent);
  });
}

export const cookieOf = ({ cookie }: Answer): string => cookie.split(';')[0];

/** A host of the tiny plugin, on real HTTP or HTTPS. */
export async function startStage(options: Partial<HostOptions>): Promise<LoginStage> {
  const logged: string[] = [];
  const clock = { now: 0 };
  const made: string[] = [];
  const own = (files: Record<string, string>) => {
    made.push(folder(files));
    return made[made.length - 1];
  };
  const host = await startHost({
    port: 0,
    cluster: { url: 'http://127.0.0.1:1' },
    dataDir: own({}),
    artefactDir: own({
      'opensearch_dashboards.json': JSON.stringify(MANIFEST),
      'package.json': '{}',
      'server/index.js': SERVER,
      'target/public/tinyProbe.plugin.js': '/* entry */',
    }),
    pageDir: own({ 'shell.js': '', 'shared_deps.js': '', 'login.js': '/* login */' }),
    logger: createLogger({ write: (line) => logged.push(line) }),
    monotonic: () => clock.now,
    ...options,
  });
  const ask: LoginStage['ask'] = (path, what = {}) => send(host.url + path, what);
  return {
    ...{ host, logged, clock, ask },
    logIn: (username, password, { next, cookie } = {}) =>
      ask('/login', {
        method: 'POST',
        headers: { 'osd-xsrf': 'login', ...(cookie ? { cookie } : {}) },
        body: { username, password, next },
      }),
    stop: async () => {
      await host.stop();
      made.forEach((dir) => rmSync(dir, { recursive: true, force: true }));
    },
  };
}
