import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './paths.mjs';

/**
 * Builds the server side into one CommonJS file. Only what must be the host's own object stays
 * outside: rxjs (its observables come from the host) and `@osd/*`.
 */
export async function buildServer(outdir) {
  const outfile = join(outdir, 'index.js');
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['server/index.ts'],
    outfile,
    bundle: true,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: ['node18'],
    external: ['rxjs', 'rxjs/*', '@osd/*'],
    // Readable stack traces in the logs of a host are worth more than the size.
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  assertLoadsQuietly(outfile);
  return metafile;
}

/** Dashboards that was not started by its own script exits on any warning of Node. */
function assertLoadsQuietly(file) {
  const check = `const m = require(${JSON.stringify(file)});
    if (typeof m.plugin !== 'function') throw new Error('It exports no function "plugin".');`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', check], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (status !== 0 || stderr !== '') throw new Error(`The server bundle does not load:\n${stderr}`);
}
