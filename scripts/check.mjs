/** Types, lint with the walls between the folders, unit and component tests: what to run before every commit. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './setup/packages.mjs';
import { describeFailure, runQuietly } from './setup/run.mjs';
import { createSteps } from './setup/steps.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (path) => join(ROOT, 'node_modules', ...path.split('/'));

const TIME_LIMIT_MS = 5 * 60_000;

const CHECKS = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.'] },
  { name: 'tests', args: [bin('jest/bin/jest.js'), '--selectProjects', 'unit', 'components'] },
];

/** Runs one check; gives what it printed when it failed. */
async function check({ name, args }) {
  const start = Date.now();
  const done = (mark) =>
    console.log(`${mark} ${name.padEnd(8)} ${((Date.now() - start) / 1000).toFixed(1)} s`);
  try {
    await runQuietly(process.execPath, args, { cwd: ROOT, timeoutMs: TIME_LIMIT_MS });
    done('✓');
    return undefined;
  } catch (error) {
    done('✗');
    return `\n${name}: ${error.message}\n${error.output ?? ''}`;
  }
}

try {
  const steps = createSteps(process.stdout);
  await steps.run('Packages', (progress) => installPackages(ROOT, progress));
  const failures = (await Promise.all(CHECKS.map(check))).filter(Boolean);
  failures.forEach((failure) => console.error(failure));
  process.exitCode = failures.length === 0 ? 0 : 1;
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
