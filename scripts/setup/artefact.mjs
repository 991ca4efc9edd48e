import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../build/inputs.mjs';
import { runQuietly } from './run.mjs';

const SOURCES = [
  'common',
  'server',
  'public',
  'standalone',
  'typings',
  'translations',
  'scripts/build',
  'scripts/setup',
];
const FILES = [
  'scripts/build.mjs',
  'package.json',
  'package-lock.json',
  'opensearch_dashboards.json',
  '.i18nrc.json',
  'LICENSE',
];
const NOT_BUILT = /\.test\.tsx?$|\.d\.mts$/;

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** The built host; `npm start` and the tests run it. */
export const mainOf = (root) => join(root, 'build', 'standalone', 'main.js');

/** Fits one build only: another one, by hand or of other sources, has another time. */
function noteOf(root, reacts) {
  const files = [...SOURCES, ...FILES].flatMap((path) => filesIn(join(root, path)));
  const main = mainOf(root);
  return {
    sources: hashOf(files.filter((path) => !NOT_BUILT.test(path))),
    built: existsSync(main) ? statSync(main).mtimeMs : 0,
    reacts,
  };
}

function isFresh(note, stampFile, react) {
  if (note.built === 0 || !existsSync(stampFile)) return false;
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
  return (
    stamp.sources === note.sources && stamp.built === note.built && stamp.reacts.includes(react)
  );
}

/** Builds the plugin and the host unless they were built from just these sources. */
export async function buildArtefact(root, progress, react = '18') {
  const stampFile = join(root, 'build', '.sources');
  const reacts = react === '16' ? ['18', '16'] : ['18'];
  const before = noteOf(root, reacts);
  if (isFresh(before, stampFile, react)) {
    progress('up to date');
    return;
  }
  progress('building');
  const flags = react === '16' ? ['--react=16'] : [];
  await runQuietly(process.execPath, [join(root, 'scripts', 'build.mjs'), ...flags], {
    cwd: root,
    onLine: (line) => progress(`building: ${line}`),
  });
  writeFileSync(stampFile, JSON.stringify({ ...noteOf(root, reacts), sources: before.sources }));
  progress('built');
}
