/**
 * Builds everything that runs: the plugin (zip and unpacked), the standalone host and its page.
 *
 *   node scripts/build.mjs [--react=16]     the page of the standalone host on React 16, too
 */
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPage } from './build/page_shell.mjs';
import { PLUGIN_DIR, ROOT, STANDALONE_DIR } from './build/paths.mjs';
import { buildPluginTree } from './build/plugin_tree.mjs';
import { buildStandalone } from './build/standalone_bundle.mjs';
import { packZip } from './build/zip.mjs';

/** Runs the whole build; `log` gets a line a step. Rejects with the first thing that is wrong. */
export async function buildAll({ reacts = ['18'], log = console.log } = {}) {
  const step = async (name, run) => {
    const start = performance.now();
    const result = await run();
    log(`  ${name.padEnd(28)}${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`);
    return result;
  };
  await step('plugin', buildPluginTree);
  const zip = await step('zip', packZip);
  await step('standalone host', buildStandalone);
  for (const react of reacts) await step(`page on React ${react}`, () => buildPage(react));
  logSizes([zip, ...filesOf(PLUGIN_DIR), ...filesOf(STANDALONE_DIR)], log);
}

function filesOf(dir) {
  return readdirSync(dir, { recursive: true })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile() && /\.(js|css)$/.test(path))
    .filter((path) => !/chunk-/.test(path));
}

function logSizes(paths, log) {
  for (const path of paths) {
    const kilobytes = (statSync(path).size / 1000).toFixed(1).padStart(9);
    log(`${kilobytes} kB  ${relative(ROOT, path)}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const reacts = process.argv.includes('--react=16') ? ['18', '16'] : ['18'];
  buildAll({ reacts }).catch((error) => {
    console.error(`\nThe build failed: ${error.message}`);
    process.exitCode = 1;
  });
}
