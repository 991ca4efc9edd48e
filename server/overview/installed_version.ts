import { readFile } from 'fs/promises';
import { join } from 'path';

/** The version that the installed plugin's manifest names. */
export const installedVersion = async (pluginFolder: string): Promise<string> => {
  try {
    const text = await readFile(join(pluginFolder, 'opensearch_dashboards.json'), 'utf8');
    const { version } = JSON.parse(text) as { version?: unknown };
    return typeof version === 'string' ? version : 'unknown';
  } catch {
    return 'unknown';
  }
};
