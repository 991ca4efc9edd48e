/**
 * Measures what Watchkeeper costs, on a cluster and a host of its own.
 *
 *   npm run bench [-- a part of a file name, such as alert_burst]
 *
 * BENCH_MONITORS=1000,10000,100000   how many monitors; BENCH_SECONDS=120   how long; BENCH_WARM_UP=90 before
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildArtefact } from './setup/artefact.mjs';
import { installPackages } from './setup/packages.mjs';
import { runOpenly } from './setup/run.mjs';
import { createSteps } from './setup/steps.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

const steps = createSteps(process.stdout);
await steps.run('Packages', (progress) => installPackages(ROOT, progress));
await steps.run('Build', (progress) => buildArtefact(ROOT, progress));
process.exitCode = await runOpenly(
  process.execPath,
  [JEST, ...process.argv.slice(2), '--selectProjects', 'bench', '--runInBand', '--silent=false'],
  { cwd: ROOT, timeoutMs: 3_600_000 }
);
