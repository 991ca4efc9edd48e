/**
 * Runs every test, with whatever set-up is missing. The closing line is `N passed, N failed`.
 *
 *   npm test [-- arguments for jest, such as a path]
 *
 * Everything runs on the newest OpenSearch, or on the cluster that TEST_OPENSEARCH_URL or
 * TEST_CLUSTER_EDITION names. Without those and without arguments, what touches the cluster most runs on the other editions, too.
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

/** Of all parts together. A run of the whole takes less than 25 minutes; on a busy machine it is slow, not wrong. */
const TIME_LIMIT_MS = 45 * 60_000;
const deadline = Date.now() + TIME_LIMIT_MS;

/** The shared cluster bears one test file at a time. */
const ONE_BY_ONE = ['--runInBand', '--forceExit'];

const OTHER_EDITIONS = ['elasticsearch-7.10.2', 'opensearch-2.19.1'];

/** What depends on the cluster most: the main job, what is refused, Mustache and Painless, and a walk in the browser. */
const ON_OTHER_EDITIONS = [
  'test/clusters/',
  'test/integration/(first_light|bad_input|templates_mustache|conditions_painless)\\.test',
];

/** What is killed, stopped and starved, for as long as it takes: enough for a lane. */
const OF_ENGINE = 'test/integration/(bad_days|engine_\\w+|two_instances)\\.test';

/** Types of monitors and what becomes of their alerts: enough for another. */
const OF_TYPES =
  'test/(integration|browser)/(acknowledge|alert_\\w+|audit|back_test|bucket_level\\w*|cluster_metrics|composite|doc_level\\w*|dry_run|ppl|query_builder|take_over\\w*|windows)\\.test';

/** What becomes of messages: kinds of destinations, the outbox, heartbeats. */
const OF_DELIVERY =
  'test/integration/(\\w+_kinds|canary\\w*|deliver\\w*|email\\w*|heartbeats|incidents|key_\\w+|notifications_\\w+|pinger|shared_templates)\\.test';

/** Indices and what moves them through their lives, on the cluster and in the browser: after those of messages. */
const OF_INDICES =
  'test/(integration|browser)/(index_\\w+|indices\\w*|lifecycle\\w*|managed\\w*)\\.test';

/** Paths and options for jest. */
const given = process.argv.slice(2);

/**
 * First what needs no cluster. Then lanes, side by side and each over clusters of its own: tests of real parts mostly
 * wait. Within a lane one part comes after the other.
 */
function lanesOfAll() {
  const unit = { projects: ['unit', 'components'], flags: [], paths: given };
  const realOf = (...projects) => ({ projects, flags: ONE_BY_ONE, paths: given });
  const { TEST_CLUSTER_EDITION, TEST_OPENSEARCH_URL } = process.env;
  if (given.length > 0 || TEST_CLUSTER_EDITION || TEST_OPENSEARCH_URL) {
    return [[[unit]], [[realOf('integration', 'browser', 'clusters')]]];
  }
  const projects = ['integration', 'browser', 'clusters'];
  const others = OTHER_EDITIONS.map((edition) => ({
    ...{ edition, projects, flags: ONE_BY_ONE, paths: ON_OTHER_EDITIONS },
  }));
  const integration = (path) => ({
    ...{ projects: ['integration'], flags: ONE_BY_ONE, paths: [path] },
  });
  const but = (part, ...paths) => ({
    ...part,
    flags: [...part.flags, `--testPathIgnorePatterns=${paths.join('|')}`],
  });
  const rest = but(realOf('integration'), OF_ENGINE, OF_TYPES, OF_DELIVERY, OF_INDICES);
  const types = { ...realOf('integration', 'browser'), paths: [OF_TYPES] };
  const indices = { ...realOf('integration', 'browser'), paths: [OF_INDICES] };
  const lanes = [
    [integration(OF_ENGINE)],
    [types],
    [integration(OF_DELIVERY), realOf('clusters'), indices],
    [...others, rest],
    [but(realOf('browser'), OF_TYPES, OF_INDICES)],
  ];
  return [[[unit]], lanes];
}

function countIn(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const passed = result.numPassedTests;
  // A file that could not even be loaded has no tests to count.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function runPart({ edition, projects, flags, paths }, file) {
  if (edition) console.log(`\nOn ${edition}:`);
  const args = [JEST, '--selectProjects', ...projects, ...flags, '--passWithNoTests'];
  const code = await runOpenly(
    process.execPath,
    [...args, '--json', `--outputFile=${file}`, ...paths],
    {
      cwd: ROOT,
      timeoutMs: Math.max(1000, deadline - Date.now()),
      env: { ...process.env, ...(edition ? { TEST_CLUSTER_EDITION: edition } : {}) },
    }
  );
  return countIn(file, code);
}

/** Why the part is left out, and not counted; undefined when it can run. */
async function whyNot({ edition }) {
  if (!edition) return undefined;
  // Not before the packages are there.
  const { whyNoCluster } = await import('./setup/java.mjs');
  return whyNoCluster(ROOT, edition);
}

async function runAll(counts) {
  endWithNpm();
  const steps = createSteps(process.stdout);
  await steps.run('Packages', (progress) => installPackages(ROOT, progress));
  await steps.run('Build', (progress) => buildArtefact(ROOT, progress, '16'));
  const folder = mkdtempSync(join(tmpdir(), 'watchkeeper-results-'));
  const skipped = [];
  try {
    let files = 0;
    const runLane = async (parts) => {
      for (const part of parts) {
        const reason = await whyNot(part);
        if (reason) skipped.push(`SKIPPED on ${part.edition}, nothing of it is counted: ${reason}`);
        else counts.push(await runPart(part, join(folder, `${files++}.json`)));
      }
    };
    for (const lanes of lanesOfAll()) await Promise.all(lanes.map(runLane));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    skipped.forEach((line) => console.log(line));
  }
}

const counts = [];
try {
  await runAll(counts);
} catch (error) {
  console.error(describeFailure(error));
  counts.push({ passed: 0, failed: 1 });
}
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
