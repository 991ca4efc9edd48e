import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from '@hapi/hapi';

const FOR_A_YEAR = `max-age=${365 * 24 * 60 * 60}`;

/** Paths below a build number, in the form that Dashboards has. */
export interface BundlePaths {
  buildNum: number;
  pluginId: string;
  pluginDir: string;
  pageDir: string;
}

/** URL path of a plugin's bundle folder; it ends with a slash. */
export function pluginBundlePath(buildNum: number, pluginId: string): string {
  return `/${buildNum}/bundles/plugin/${pluginId}/`;
}

/** URL path of the page shell's files; it ends with a slash. */
export function pageBundlePath(buildNum: number): string {
  return `/${buildNum}/bundles/core/`;
}

/** A number that changes with the page shell's files, as Dashboards' does with each release. */
export function buildNumberOf(pageDir: string): number {
  const hash = createHash('sha256');
  for (const name of readdirSync(pageDir).sort()) {
    const file = join(pageDir, name);
    if (statSync(file).isFile()) hash.update(name).update(readFileSync(file));
  }
  return hash.digest().readUInt32BE(0);
}

/**
 * Serves bundles as a distribution of Dashboards does: for a year, and at a path in which only the
 * number of the host's own build changes. A plugin must cope with that, so this host does it too.
 */
export function addBundleRoutes(server: Server, paths: BundlePaths): void {
  const { buildNum, pluginId, pluginDir, pageDir } = paths;
  const publicDir = join(pluginDir, 'target', 'public');
  addFolder(server, pluginBundlePath(buildNum, pluginId), publicDir, FOR_A_YEAR);
  addFolder(server, pageBundlePath(buildNum), pageDir, FOR_A_YEAR);
  addFolder(
    server,
    `/plugins/${pluginId}/assets/`,
    join(pluginDir, 'public', 'assets'),
    'must-revalidate'
  );
}

function addFolder(server: Server, urlPath: string, folder: string, cacheControl: string): void {
  server.route({
    method: 'GET',
    path: `${urlPath}{path*}`,
    handler: { directory: { path: folder, listing: false, index: false, etagMethod: false } },
    options: {
      // Nothing secret is in them, and the login page needs them.
      auth: false,
      ext: {
        onPreResponse: {
          method: ({ response }, toolkit) => {
            if (!('isBoom' in response)) response.header('cache-control', cacheControl);
            return toolkit.continue;
          },
        },
      },
    },
  });
}
