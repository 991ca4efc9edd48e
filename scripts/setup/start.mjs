import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildArtefact, mainOf } from './artefact.mjs';
import { FLAGS, USAGE } from './flags.mjs';
import { installPackages } from './packages.mjs';
import { endWithNpm } from './parent.mjs';
import { demandFreePort } from './port.mjs';
import { describeFailure } from './run.mjs';
import { createSteps } from './steps.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

function flagsOf(args) {
  try {
    return parseArgs({ args, options: FLAGS }).values;
  } catch (error) {
    throw new Error(`${error.message}\n\n${USAGE}`);
  }
}

/** Sets up what is missing and becomes the standalone host. */
export async function start(args) {
  endWithNpm();
  try {
    const flags = flagsOf(args);
    if (flags.help) {
      console.log(USAGE);
      return;
    }
    const port = flags.port ?? '5601';
    if (port !== '0') await demandFreePort(port);
    console.log('\nWatchkeeper\n');
    const steps = createSteps(process.stdout);
    await steps.run('Packages', (progress) => installPackages(ROOT, progress));
    await steps.run('Build', (progress) => buildArtefact(ROOT, progress, flags.react));
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
    return;
  }
  // One process, so that a signal to it reaches what it started.
  const main = mainOf(ROOT);
  process.argv = [process.argv[0], relative(process.cwd(), main), ...args];
  await import(pathToFileURL(main));
}
