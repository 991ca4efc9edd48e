import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { hashOf, whenChanged } from './inputs.mjs';
import { ROOT, STANDALONE_DIR } from './paths.mjs';
import { BROWSER_DEFINES, sharedDepsPlugin } from './shared_deps.mjs';

const PAGE = 'standalone/page';

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  platform: 'browser',
  target: ['es2020'],
  jsx: 'transform',
  define: BROWSER_DEFINES,
  legalComments: 'none',
  logLevel: 'error',
};

/** Folder of the page that runs on one React. */
export function pageDir(react) {
  return join(STANDALONE_DIR, react === '18' ? 'page' : `page-react-${react}`);
}

/**
 * Builds the page of the standalone host: the shared dependencies on the given React (`18` or `16`),
 * the themes and the shell. The first two are big and rarely change, so they are kept.
 */
export async function buildPage(react = '18') {
  const outdir = pageDir(react);
  mkdirSync(outdir, { recursive: true });
  const texts = ['i18n.ts', 'i18n_pseudo.ts', 'i18n_react.tsx'].map((name) => `${PAGE}/${name}`);
  const inputs = ['package-lock.json', ...texts];
  const folders = [`${PAGE}/shared_deps`, `${PAGE}/themes`, 'scripts/build'];
  const hash = hashOf([...inputs, ...folders].map((path) => join(ROOT, path)));
  await whenChanged(join(outdir, '.inputs'), hash, async () => {
    await buildSharedDeps(outdir, react);
    await buildThemes(outdir);
  });
  await buildShell(outdir);
}

async function buildSharedDeps(outdir, react) {
  await build({
    ...COMMON,
    entryPoints: { shared_deps: `${PAGE}/shared_deps/shared_deps.ts` },
    outdir,
    format: 'iife',
    // Said openly, or esbuild takes `main` for what is required; OUI finds its icons only in `module`.
    mainFields: ['browser', 'module', 'main'],
    alias: {
      ...reactAliases(react),
      '@osd/i18n': `./${PAGE}/i18n.ts`,
      '@osd/i18n/react': `./${PAGE}/i18n_react.tsx`,
      '@elastic/eui/lib/services': '@elastic/eui/es/services',
      // OUI names a package that the registry does not have.
      '@opensearch/datemath': '@elastic/datemath',
    },
  });
}

function reactAliases(react) {
  return react === '18' ? {} : { react: `react-${react}`, 'react-dom': `react-dom-${react}` };
}

async function buildThemes(outdir) {
  await build({
    ...COMMON,
    entryPoints: [`${PAGE}/themes/light.css`, `${PAGE}/themes/dark.css`],
    outdir,
    assetNames: 'fonts/[name]-[hash]',
    loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.svg': 'dataurl' },
  });
}

async function buildShell(outdir) {
  copyFileSync(join(ROOT, PAGE, 'favicon.svg'), join(outdir, 'favicon.svg'));
  await build({
    ...COMMON,
    entryPoints: {
      shell: `${PAGE}/shell.tsx`,
      login: `${PAGE}/login.tsx`,
      theme: `${PAGE}/theme.ts`,
    },
    outdir,
    format: 'iife',
    plugins: [sharedDepsPlugin()],
  });
}
