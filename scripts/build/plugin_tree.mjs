import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { buildBrowser } from './browser_bundle.mjs';
import { thirdPartyLicenses } from './licenses.mjs';
import { PLUGIN_DIR, PLUGIN_ID, ROOT } from './paths.mjs';
import { buildServer } from './server_bundle.mjs';

/** Dashboards does not start when a manifest has any other key. */
const MANIFEST_KEYS = new Set([
  'id',
  'version',
  'opensearchDashboardsVersion',
  'configPath',
  'server',
  'ui',
  'requiredPlugins',
  'optionalPlugins',
  'requiredBundles',
  'requiredEnginePlugins',
  'extraPublicDirs',
  'supportedOSDataSourceVersions',
  'requiredOSDataSourcePlugins',
]);

/** Builds the plugin as it lies in the zip, and puts it in place only when it is whole. */
export async function buildPluginTree() {
  const staging = `${PLUGIN_DIR}.staging`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  writeManifests(staging);
  const [server, browser] = await Promise.all([
    buildServer(join(staging, 'server')),
    buildBrowser(join(staging, 'target', 'public')),
  ]);
  writeFileSync(
    join(staging, 'THIRD_PARTY_LICENSES.txt'),
    thirdPartyLicenses([server, ...browser])
  );
  for (const name of ['LICENSE', 'translations', '.i18nrc.json']) copyIfThere(name, staging);
  copyIfThere(join('public', 'assets'), staging);
  mkdirSync(dirname(PLUGIN_DIR), { recursive: true });
  rmSync(PLUGIN_DIR, { recursive: true, force: true });
  renameSync(staging, PLUGIN_DIR);
}

function writeManifests(dir) {
  const manifest = readJson('opensearch_dashboards.json');
  const unknown = Object.keys(manifest).filter((key) => !MANIFEST_KEYS.has(key));
  if (unknown.length > 0) throw new Error(`Unknown keys in the manifest: ${unknown.join(', ')}.`);
  const { name, version, description, license } = readJson('package.json');
  if (manifest.id !== PLUGIN_ID) throw new Error(`The manifest's id is not ${PLUGIN_ID}.`);
  if (manifest.version !== version) {
    throw new Error(`Manifest and package.json differ: ${manifest.version}, ${version}.`);
  }
  writeJson(join(dir, 'opensearch_dashboards.json'), manifest);
  writeJson(join(dir, 'package.json'), { name, version, description, license, private: true });
}

function copyIfThere(name, dir) {
  const source = join(ROOT, name);
  if (existsSync(source)) cpSync(source, join(dir, name), { recursive: true });
}

function readJson(name) {
  return JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
}

function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
