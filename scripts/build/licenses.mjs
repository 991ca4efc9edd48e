import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** The licences of all packages that esbuild put into the bundles, as one text. */
export function thirdPartyLicenses(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const packages = new Set(inputs.map(packageDir).filter((dir) => dir !== undefined));
  return [...packages].sort().map(describe).join('\n\n');
}

function packageDir(input) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function describe(dir) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, dir, 'package.json')));
  const heading = `## ${name} ${version} (${license ?? 'see below'})`;
  const file = readdirSync(join(ROOT, dir)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file !== undefined && existsSync(join(ROOT, dir, file)) ? file : undefined;
  return text === undefined ? heading : `${heading}\n\n${read(join(ROOT, dir, text))}`;
}

function read(file) {
  return readFileSync(file, 'utf8').trim();
}
