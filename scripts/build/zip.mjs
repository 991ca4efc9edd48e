import { createWriteStream, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { BUILD, PLUGIN_DIR, PLUGIN_ID } from './paths.mjs';

/** The same sources give the same bytes. */
const MTIME = new Date(2020, 0, 1);

/** Packs the built plugin; returns the path of the zip. */
export async function packZip() {
  const { version } = JSON.parse(readFileSync(join(PLUGIN_DIR, 'package.json'), 'utf8'));
  const file = join(BUILD, `${PLUGIN_ID}-${version}.zip`);
  rmSync(file, { force: true });
  const zip = new ZipFile();
  addFolder(zip, PLUGIN_DIR);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

/** The installer takes file modes from the zip; without them nothing could be read. */
function addFolder(zip, dir) {
  zip.addEmptyDirectory(zipPath(dir), { mtime: MTIME, mode: 0o40755 });
  const entries = readdirSync(dir, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) addFolder(zip, path);
    else zip.addFile(path, zipPath(path), { mtime: MTIME, mode: 0o100644 });
  }
}

function zipPath(path) {
  return join('opensearch-dashboards', PLUGIN_ID, relative(PLUGIN_DIR, path)).replaceAll('\\', '/');
}
