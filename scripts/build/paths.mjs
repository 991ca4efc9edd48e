import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the source tree. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const BUILD = join(ROOT, 'build');

export const PLUGIN_ID = 'watchkeeper';

/** The plugin as it lies in the zip, unpacked: what the standalone host loads. */
export const PLUGIN_DIR = join(BUILD, 'opensearch-dashboards', PLUGIN_ID);

export const STANDALONE_DIR = join(BUILD, 'standalone');
