import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { HostOptions, RunningHost } from './host';
import { PortTakenError, startHost } from './host';
import { createLogger } from './logging/logger';

const MANIFEST = {
  id: 'tinyProbe',
  version: '1.2.3',
  configPath: ['tiny'],
  server: true,
  ui: true,
};

/** A plugin with one route of each kind, as the build would have made it. */
const SERVER = `
exports.config = {
  schema: {
    __isOsdConfigSchemaType: true,
    validate(value) {
      if (value.bad) throw new Error('[tiny.bad]: not known');
      return { shown: 'yes', ...value };
    },
  },
  exposeToBrowser: { shown: true },
};
exports.plugin = (context) => ({
  setup(core) {
    const router = core.http.createRouter();
    const number = (data, { ok, badRequest }) =>
      Number.isInteger(data.n) ? ok(data) : badRequest('must be a whole number', ['n']);
    router.post({ path: '/api/tiny/add', validate: { body: number } }, async (_c, request, response) =>
      response.ok({ body: { sum: request.body.n + 1 } }));
    router.get({ path: '/api/tiny/refuse', validate: false }, async (_c, _r, response) =>
      response.conflict({ body: { message: 'taken', attributes: { field: 'name' } } }));
    router.get({ path: '/api/tiny/throw', validate: false }, async () => { throw new Error('secret detail'); });
    router.get({ path: '/api/tiny/plain', validate: false }, async () => ({ status: 200, options: {} }));
    router.get({ path: '/api/tiny/empty', validate: false }, async (_c, _r, response) => response.noContent());
    router.get({ path: '/api/tiny/cluster', validate: false }, async ({ core }, _r, response) => {
      const { statusCode } = await core.opensearch.client.asCurrentUser.transport
        .request({ method: 'GET', path: '/' }, { maxRetries: 0 });
      return response.ok({ body: { statusCode } });
    });
    core.savedObjects.registerType({
      name: 'tiny', hidden: false, namespaceType: 'agnostic', mappings: { dynamic: false, properties: {} },
    });
    core.getStartServices().then(([start]) => { globalThis.tinyStarted = start.http.basePath.get({}); });
  },
  start() {},
  async stop() { globalThis.tinyStopped = true; },
});
`;

function folder(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'host-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

function artefact(manifest: object = MANIFEST): string {
  return folder({
    'opensearch_dashboards.json': JSON.stringify(manifest),
    'package.json': '{}',
    'server/index.js': SERVER,
    'target/public/tinyProbe.plugin.js': '/* entry */',
  });
}

const lines: string[] = [];

function options(more: Partial<HostOptions> = {}): HostOptions {
  return {
    port: 0,
    // Nobody listens there.
    cluster: { url: 'http://127.0.0.1:1' },
    dataDir: folder({}),
    artefactDir: artefact(),
    pageDir: folder({ 'shell.js': '', 'shared_deps.js': '' }),
    logger: createLogger({ write: (line) => lines.push(line) }),
    ...more,
  };
}

describe('a host whose cluster is down', () => {
  let host: RunningHost;
  let get: (path: string, init?: RequestInit) => Promise<Response>;

  beforeAll(async () => {
    host = await startHost(options({ basePath: '/base' }));
    get = (path, init) => fetch(`${host.url}${path}`, { redirect: 'manual', ...init });
  });
  afterAll(() => host.stop());

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    get(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('comes up, and says in its status and its log that the cluster does not answer', async () => {
    const { status } = (await (await get('/api/status')).json()) as {
      status: { overall: { state: string; message: string } };
    };
    expect(status.overall.state).toBe('red');
    expect(status.overall.message).toContain('The cluster does not answer');
    expect(lines.join('\n')).toContain('The cluster does not answer');
  });

  it('answers for saved objects with 503 and the reason', async () => {
    const answer = await get('/api/saved_objects/tiny/x');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      statusCode: 503,
      error: 'Service Unavailable',
      message: expect.stringContaining('cluster is unavailable'),
    });
  });

  it('hands a checked body to a handler', async () => {
    const answer = await post('/api/tiny/add', { n: 4 }, { 'osd-xsrf': 'true' });
    expect(await answer.json()).toEqual({ sum: 5 });
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it('tells which part of a body is wrong', async () => {
    const answer = await post('/api/tiny/add', { n: 'x' }, { 'osd-xsrf': 'true' });
    expect(await answer.json()).toEqual({
      statusCode: 400,
      error: 'Bad Request',
      message: '[request body.n]: must be a whole number',
    });
  });

  it('refuses to be written to without the header that forged requests lack', async () => {
    const answer = await post('/api/tiny/add', { n: 4 });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('osd-xsrf') });
  });

  it('refuses a page of another version', async () => {
    const answer = await get('/api/tiny/empty', { headers: { 'osd-version': '1.2.2' } });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ attributes: { expected: '1.2.3', got: '1.2.2' } });
  });

  it('sends errors with their attributes, and keeps the text of a thrown one to the log', async () => {
    const refused = await get('/api/tiny/refuse');
    expect(await refused.json()).toEqual({
      statusCode: 409,
      error: 'Conflict',
      message: 'taken',
      attributes: { field: 'name' },
    });
    const thrown = await get('/api/tiny/throw');
    expect(thrown.status).toBe(500);
    expect(await thrown.text()).not.toContain('secret detail');
    expect(lines.join('\n')).toContain('secret detail');
  });

  it('takes no answer that the response factory did not make', async () => {
    expect((await get('/api/tiny/plain')).status).toBe(500);
    expect((await get('/api/tiny/empty')).status).toBe(204);
  });

  it('answers 500 where a handler lets an error of the cluster through', async () => {
    expect((await get('/api/tiny/cluster')).status).toBe(500);
  });

  it('serves the page under its base path, with the policy of Dashboards and no inline script', async () => {
    const home = await get('/');
    expect(home.headers.get('location')).toMatch(/^\/base\/app\//);
    const page = await get('/app/anything/below?x=1');
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain(
      "script-src 'unsafe-eval' 'self'"
    );
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
    expect(html).toMatch(/src="\/base\/\d+\/bundles\/plugin\/tinyProbe\/tinyProbe\.plugin\.js"/);
    expect(html).toContain('&#34;shown&#34;:&#34;yes&#34;');
    expect(html).not.toContain('encryption_key');
    expect((await fetch(host.url.replace('/base', '/app/x'))).status).toBe(404);
  });

  it('lets browsers keep bundles for a year', async () => {
    const html = await (await get('/app/x')).text();
    const src = /src="\/base([^"]*tinyProbe\.plugin\.js)"/.exec(html)?.[1] ?? '';
    const bundle = await get(src);
    expect(await bundle.text()).toBe('/* entry */');
    expect(bundle.headers.get('cache-control')).toBe('max-age=31536000');
    expect((await get(src.replace(/[^/]*$/, '../../server/index.js'))).status).toBe(404);
  });

  it('serves no other name than that of this machine', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'evil.example:5601' };
      const sent = httpRequest(`${host.url}/api/status`, { headers }, ({ statusCode }) =>
        resolve(statusCode)
      );
      sent.on('error', reject).end();
    });
    expect(status).toBe(403);
  });

  it('gives the plugin its start services', () => {
    expect((globalThis as { tinyStarted?: string }).tinyStarted).toBe('/base');
  });
});

describe('startHost', () => {
  it('says that the port is taken', async () => {
    const first = await startHost(options());
    await expect(startHost(options({ port: first.port }))).rejects.toThrow(PortTakenError);
    await first.stop();
  });

  it('refuses a manifest with a key that Dashboards does not know', async () => {
    const artefactDir = artefact({ ...MANIFEST, description: 'x' });
    await expect(startHost(options({ artefactDir }))).rejects.toThrow('description');
  });

  it('refuses a configuration that the plugin refuses', async () => {
    await expect(startHost(options({ config: { 'tiny.bad': 1 } }))).rejects.toThrow('[tiny.bad]');
  });

  it('lets the plugin drain when it stops, once', async () => {
    const host = await startHost(options());
    const state = globalThis as { tinyStopped?: boolean };
    state.tinyStopped = undefined;
    await Promise.all([host.stop(), host.stop()]);
    expect(state.tinyStopped).toBe(true);
    await expect(fetch(host.url)).rejects.toThrow();
  });
});
