import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { PLUGIN_ID, ROOT } from './paths.mjs';
import { BROWSER_DEFINES, sharedDepsPlugin } from './shared_deps.mjs';
import { stylePlugin } from './style_plugin.mjs';

/** The entry is loaded on every page of the host, so it stays next to nothing. */
const ENTRY_LIMIT_BYTES = 10_000;

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  metafile: true,
  platform: 'browser',
  target: ['es2020'],
  jsx: 'transform',
  define: BROWSER_DEFINES,
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * Builds the browser side into `outdir`: the pages as ES modules with hashed names, then the small
 * classic entry that loads them. Returns esbuild's metafiles.
 */
export async function buildBrowser(outdir) {
  const pages = await buildPages(outdir);
  const entry = await buildEntry(outdir, pages.entryName);
  writeFileSync(join(outdir, 'bundle.json'), JSON.stringify({ entry: pages.entryName }));
  return [pages.metafile, entry.metafile];
}

async function buildPages(outdir) {
  const source = applicationSource();
  const { metafile } = await build({
    ...COMMON,
    entryPoints: { application: source },
    outdir,
    format: 'esm',
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    plugins: [sharedDepsPlugin(), stylePlugin()],
  });
  // Pages that are loaded later are entry points, too, and may stand before it.
  const output = Object.entries(metafile.outputs).find(([, made]) => made.entryPoint === source);
  return { metafile, entryName: basename(output[0]) };
}

function applicationSource() {
  const found = ['tsx', 'ts'].map((ext) => `public/application.${ext}`);
  const source = found.find((path) => existsSync(join(ROOT, path)));
  if (source === undefined) throw new Error(`None of these exists: ${found.join(', ')}.`);
  return source;
}

async function buildEntry(outdir, entryName) {
  const outfile = join(outdir, `${PLUGIN_ID}.plugin.js`);
  const key = JSON.stringify(`plugin/${PLUGIN_ID}/public`);
  const { metafile } = await build({
    ...COMMON,
    // The host calls the factory at every `get`, later than this script.
    stdin: {
      contents: `let found; window.__osdBundles__.define(${key}, () => found ??= require('./public'));`,
      resolveDir: ROOT,
    },
    outfile,
    format: 'iife',
    plugins: [lazyApplicationPlugin(entryName), sharedDepsPlugin()],
  });
  assertSmallClassicScript(outfile);
  return { metafile };
}

function assertSmallClassicScript(file) {
  const { size } = statSync(file);
  if (size > ENTRY_LIMIT_BYTES) {
    throw new Error(`${basename(file)} has ${size} bytes; the limit is ${ENTRY_LIMIT_BYTES}.`);
  }
  if (/^\s*(import|export)\s/m.test(readFileSync(file, 'utf8'))) {
    throw new Error(`${basename(file)} is no classic script.`);
  }
}

/**
 * Replaces the entry's `import('./application')` by a loader of the pages as they were built above.
 * A module that exports `then` decides itself what its `import()` resolves with.
 */
function lazyApplicationPlugin(entryName) {
  return {
    name: 'lazy-application',
    setup(build) {
      build.onResolve({ filter: /^\.\/application$/ }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: 'application', namespace: 'lazy' } : undefined
      );
      build.onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
        contents: loaderSource(entryName),
        loader: 'js',
      }));
    },
  };
}

/**
 * The host lets browsers keep this entry for a year, also over an upgrade of the plugin: so the name
 * of the pages is asked from the server, and the one that was baked in is the fall-back.
 */
function loaderSource(entryName) {
  return `
    const publicPath = window.__osdPublicPath__[${JSON.stringify(PLUGIN_ID)}];
    const basePath = publicPath.replace(/\\/[^/]*\\/bundles\\/plugin\\/[^/]*\\/$/, '');

    async function currentEntry() {
      try {
        const answer = await fetch(basePath + '/api/${PLUGIN_ID}/bundle', { cache: 'no-store' });
        const { entry } = await answer.json();
        if (/^application-\\w+\\.js$/.test(entry)) return entry;
      } catch {}
      return ${JSON.stringify(entryName)};
    }

    export function then(resolve, reject) {
      currentEntry().then((entry) => import(publicPath + entry)).then(resolve, reject);
    }
  `;
}
