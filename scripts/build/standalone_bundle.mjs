import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT, STANDALONE_DIR } from './paths.mjs';

/** Bundles the standalone host for Node; its packages are taken from `node_modules`. */
export async function buildStandalone() {
  const entryPoints = ['standalone/main.ts', 'standalone/host.ts'].filter((path) =>
    existsSync(join(ROOT, path))
  );
  await build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir: STANDALONE_DIR,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: ['node20'],
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
}
