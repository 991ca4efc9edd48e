/**
 * Runs every test, with whatever set-up is missing. The closing line is `N passed, N failed`.
 *
 *   npm test [-- arguments for jest, such as a path]
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildArtefact } from './setup/artefact.mjs';
import { installPackages } from './setup/packages.mjs';
import { endWithNpm } from './setup/parent.mjs';
import { describeFailure, runOpenly } from './setup/run.mjs';
import { createSteps } from './setup/steps.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const TIME_LIMIT_MS = 11 * 60_000;

/** The shared cluster bears one test file at a time. */
const PARTS = [
  { projects: ['unit', 'components'], flags: [] },
  { projects: ['integration', 'browser'], flags: ['--runInBand', '--forceExit'] },
];

function countIn(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const passed = result.numPassedTests;
  // A file that could not even be loaded has no tests to count.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function runPart({ projects, flags }, file) {
  const args = [JEST, '--selectProjects', ...projects, ...flags, '--passWithNoTests'];
  const code = await runOpenly(
    process.execPath,
    [...args, '--json', `--outputFile=${file}`, ...process.argv.slice(2)],
    { cwd: ROOT, timeoutMs: TIME_LIMIT_MS }
  );
  return countIn(file, code);
}

async function runAll() {
  endWithNpm();
  const steps = createSteps(process.stdout);
  await steps.run('Packages', (progress) => installPackages(ROOT, progress));
  await steps.run('Build', (progress) => buildArtefact(ROOT, progress));
  const folder = mkdtempSync(join(tmpdir(), 'watchkeeper-results-'));
  const counts = [];
  try {
    for (const [i, part] of PARTS.entries()) {
      counts.push(await runPart(part, join(folder, `${i}.json`)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return counts;
}

let counts = [{ passed: 0, failed: 1 }];
try {
  counts = await runAll();
} catch (error) {
  console.error(describeFailure(error));
}
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
