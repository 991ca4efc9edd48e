import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { startTestHost } from '../support/host';
import type { TestHost } from '../support/host';
import { readZip } from '../support/zip';
import type { ZipEntry } from '../support/zip';

const BUILD = resolve(__dirname, '..', '..', 'build');
const ROOT = 'opensearch-dashboards/watchkeeper/';
const ENTRY = `${ROOT}target/public/watchkeeper.plugin.js`;

/** What Dashboards' manifest parser knows; with any other key it does not start. */
const MANIFEST_KEYS = [
  'id',
  'version',
  'opensearchDashboardsVersion',
  'configPath',
  'requiredPlugins',
  'optionalPlugins',
  'requiredBundles',
  'requiredEnginePlugins',
  'extraPublicDirs',
  'supportedOSDataSourceVersions',
  'requiredOSDataSourcePlugins',
  'server',
  'ui',
];

const { version } = JSON.parse(readFileSync(join(BUILD, '..', 'package.json'), 'utf8'));
const ZIP = join(BUILD, `watchkeeper-${version}.zip`);

interface PluginExports {
  plugin(context: object): { setup: unknown; start: unknown };
}

interface Loaded {
  defined: Array<{ key: string; factory: () => PluginExports }>;
  /** Names of `window` that the script set, or looked up without finding them. */
  touched: string[];
  imported: string[];
}

/** Runs the entry as a page of Dashboards would, with as little of a page as it may need. */
const runEntry = (source: string, page: { currentEntry?: string } = {}): Loaded => {
  const loaded: Loaded = { defined: [], touched: [], imported: [] };
  const window = new Proxy<Record<string, unknown>>(
    {
      __osdBundles__: {
        define: (key: string, factory: () => PluginExports) =>
          loaded.defined.push({ key, factory }),
      },
      __osdSharedDeps__: {
        OsdI18n: {
          i18n: {
            translate: (_id: string, { defaultMessage }: { defaultMessage: string }) =>
              defaultMessage,
          },
        },
      },
      __osdPublicPath__: { watchkeeper: '/base/8123/bundles/plugin/watchkeeper/' },
    },
    {
      get: (target, name) => {
        if (!(name in target)) loaded.touched.push(String(name));
        return target[String(name)];
      },
      set: (_target, name) => {
        loaded.touched.push(String(name));
        return false;
      },
    }
  );
  const fetch = async (url: string) => {
    loaded.imported.push(url);
    if (page.currentEntry === undefined) throw new Error('offline');
    return { json: async () => ({ entry: page.currentEntry }) };
  };
  const importModule = async (url: string) => {
    loaded.imported.push(url);
    return { mountApplication: () => () => undefined };
  };
  // A context of its own cannot import; the one dynamic import goes through a function.
  expect(source.match(/\bimport\(/g)).toHaveLength(1);
  runInNewContext(source.replace(/\bimport\(/, 'importModule('), { window, fetch, importModule });
  return loaded;
};

interface App {
  id: string;
  mount(params: object): Promise<unknown>;
}

/** Sets the plugin up and mounts its first app; gives the addresses that were asked for. */
const mountFirstApp = async (loaded: Loaded): Promise<string[]> => {
  const apps: App[] = [];
  const core = {
    application: { register: (app: App) => apps.push(app) },
    getStartServices: async () => [{}, {}, {}],
  };
  const plugin = loaded.defined[0].factory().plugin({}) as { setup(core: object): void };
  plugin.setup(core);
  await apps[0].mount({ element: { isConnected: true } });
  return loaded.imported;
};

describe('the zip', () => {
  let entries: Map<string, ZipEntry>;
  const text = (name: string): string => entries.get(name)?.content.toString('utf8') ?? '';
  beforeAll(async () => {
    entries = await readZip(ZIP);
  });

  it('has one plugin, in the folder that the installer looks for', () => {
    const manifests = [...entries.keys()].filter((name) =>
      name.endsWith('opensearch_dashboards.json')
    );
    expect(manifests).toEqual([`${ROOT}opensearch_dashboards.json`]);
    expect([...entries.keys()].filter((name) => !name.startsWith(ROOT))).toEqual([]);
    for (const name of ['package.json', 'server/index.js', 'LICENSE', 'THIRD_PARTY_LICENSES.txt']) {
      expect(entries.has(ROOT + name)).toBe(true);
    }
  });

  it('gives every file mode 0644 and every folder 0755: the installer takes them from here', () => {
    const modes = [...entries].map(([name, { mode }]) => [name, (mode & 0o7777).toString(8)]);
    const wanted = [...entries.keys()].map((name) => [name, name.endsWith('/') ? '755' : '644']);
    expect(modes).toEqual(wanted);
  });

  it('has a manifest that Dashboards takes in every version', () => {
    const manifest = JSON.parse(text(`${ROOT}opensearch_dashboards.json`));
    expect(Object.keys(manifest).filter((key) => !MANIFEST_KEYS.includes(key))).toEqual([]);
    expect(manifest).toMatchObject({
      id: 'watchkeeper',
      opensearchDashboardsVersion: 'opensearchDashboards',
      server: true,
      ui: true,
      requiredPlugins: [],
    });
    expect(manifest.id).toMatch(/^[a-z][a-zA-Z0-9]+$/);
    expect(manifest.version).toBe(JSON.parse(text(`${ROOT}package.json`)).version);
  });

  it('keeps its configuration where the page does not print it: not under the id of the plugin', () => {
    const { configPath } = JSON.parse(text(`${ROOT}opensearch_dashboards.json`));
    expect(configPath).toEqual(['opensearch_watchkeeper']);
  });

  it('brings no packed files, no packages, no sources, no tests and no maps', () => {
    const unwanted = /\.(br|gz|ts|tsx|map)$|node_modules|\.test\./;
    expect([...entries.keys()].filter((name) => unwanted.test(name))).toEqual([]);
  });

  it('lists only translations that it brings', () => {
    const { translations = [] } = JSON.parse(text(`${ROOT}.i18nrc.json`));
    expect(translations).toEqual(['translations/ko-KR.json', 'translations/zh-CN.json']);
    for (const name of translations) expect(entries.has(ROOT + name)).toBe(true);
  });

  it('has an entry of less than 10 kB, which every page of the host loads', () => {
    expect(text(ENTRY).length).toBeGreaterThan(0);
    expect(Buffer.byteLength(text(ENTRY))).toBeLessThan(10_000);
  });

  it('only defines its bundle when the entry runs, and touches nothing else of the page', () => {
    const loaded = runEntry(text(ENTRY));
    expect(loaded.defined.map(({ key }) => key)).toEqual(['plugin/watchkeeper/public']);
    expect(loaded.touched).toEqual([]);
    expect(loaded.imported).toEqual([]);
  });

  it('exports a plugin with setup and start, the same one at every look', () => {
    const [{ factory }] = runEntry(text(ENTRY)).defined;
    const { plugin } = factory();
    expect(typeof plugin({}).setup).toBe('function');
    expect(typeof plugin({}).start).toBe('function');
    expect(factory()).toBe(factory());
  });

  it('loads the pages that the server names, when a browser kept the entry of an older version', async () => {
    const loaded = runEntry(text(ENTRY), { currentEntry: 'application-NEWER123.js' });
    expect(await mountFirstApp(loaded)).toEqual([
      '/base/api/watchkeeper/bundle',
      '/base/8123/bundles/plugin/watchkeeper/application-NEWER123.js',
    ]);
  });

  it.each([undefined, '../../other/evil.js', 'https://example.com/x.js'])(
    'loads the pages that it was built with, when the server names %s',
    async (currentEntry) => {
      const imported = await mountFirstApp(runEntry(text(ENTRY), { currentEntry }));
      const { entry } = JSON.parse(text(`${ROOT}target/public/bundle.json`));
      expect(imported[1]).toBe(`/base/8123/bundles/plugin/watchkeeper/${entry}`);
    }
  );

  it('names files by their content, so that no browser mistakes a new one for an old one', () => {
    const chunks = [...entries.keys()].filter((name) => name.includes('target/public/'));
    const fixed = ['', 'bundle.json', 'watchkeeper.plugin.js'];
    const names = chunks.map((name) => name.split('target/public/')[1]);
    const others = names.filter((name) => !fixed.includes(name));
    expect(others.length).toBeGreaterThan(2);
    expect(others.filter((name) => !/^(application|chunk)-[A-Z0-9]{8}\.js$/.test(name))).toEqual(
      []
    );
  });

  it('requires of the host only rxjs and @osd packages beside what Node brings', () => {
    const source = text(`${ROOT}server/index.js`);
    const required = [...source.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name);
    const foreign = required.filter(
      (name) =>
        !name.startsWith('node:') &&
        !builtinModules.includes(name) &&
        !/^(rxjs(\/operators)?|@osd\/[a-z0-9-]+(\/.*)?)$/.test(name)
    );
    expect(required).toContain('rxjs/operators');
    expect(foreign).toEqual([]);
  });

  it('has the bytes of the plugin that the standalone host runs', () => {
    const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex');
    const unpacked = join(BUILD, ROOT);
    for (const [name, { content }] of entries) {
      if (name.endsWith('/')) continue;
      const beside = readFileSync(join(unpacked, name.slice(ROOT.length)));
      expect([name, hash(content)]).toEqual([name, hash(beside)]);
    }
  });
});

describe('the route that names the pages', () => {
  let host: TestHost;
  beforeAll(async () => {
    // No cluster answers there: the route must not need one.
    host = await startTestHost({ clusterUrl: 'http://127.0.0.1:9' });
  });
  afterAll(() => host?.stop());

  it('is never kept by a browser, and names a file that is there', async () => {
    const { status, headers, body } = await host.api<{ entry: string }>(
      'GET',
      '/api/watchkeeper/bundle'
    );
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(existsSync(join(BUILD, ROOT, 'target', 'public', body.entry))).toBe(true);
  });

  it('leads to a file that browsers may keep for a year', async () => {
    const { body } = await host.api<{ entry: string }>('GET', '/api/watchkeeper/bundle');
    const page = await (await fetch(`${host.url}/app/watchkeeper_alerts`)).text();
    const [path] = /\/\d+\/bundles\/plugin\/watchkeeper\//.exec(page) ?? [];
    const file = await fetch(`${host.url}${path}${body.entry}`);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toContain('max-age=31536000');
  });

  it('puts no configuration into the page', async () => {
    const page = await (await fetch(`${host.url}/app/watchkeeper_alerts`)).text();
    const key = readFileSync(join(host.dataDir, 'encryption_key'), 'utf8').trim();
    expect(page).not.toContain(key);
    expect(page).toContain('exposedConfig&#34;:{}');
  });
});
