import { readFile } from 'fs/promises';
import { join } from 'path';
import type { IRouter } from 'opensearch-dashboards/server';
import { API_BASE } from '../../common/plugin';
import { STATUS_PATH } from '../../common/status';
import type { PluginStatus } from '../../common/status';
import type { AddRoute } from './types';

export interface StatusSources {
  cluster(): Promise<PluginStatus['cluster']>;
  scheduler(): PluginStatus['scheduler'];
  encryptionKey(): boolean;
  publicBaseUrl?: string;
  problems(): string[];
}

export const registerStatusRoute = (addRoute: AddRoute, sources: StatusSources): void =>
  addRoute({
    method: 'get',
    path: STATUS_PATH,
    // A page that says why nothing works must not need a privilege.
    privilege: 'none',
    handler: async ({ caller }): Promise<PluginStatus> => ({
      cluster: await sources.cluster(),
      scheduler: sources.scheduler(),
      ...(sources.publicBaseUrl ? { public_base_url: sources.publicBaseUrl } : {}),
      encryption_key: sources.encryptionKey(),
      user: { ...(caller.name ? { name: caller.name } : {}), may: caller.may },
      problems: sources.problems(),
    }),
  });

/**
 * Names the browser's application bundle. The host lets browsers keep a plugin's files for a year under an address that
 * does not change with the plugin, so the name is asked for at each load and the file's name has its content's hash.
 */
export const registerBundleRoute = (router: IRouter, pluginFolder: string): void =>
  router.get(
    { path: `${API_BASE}/bundle`, validate: false },
    async (_context, _request, response) => {
      const headers = { 'cache-control': 'no-store' };
      try {
        const text = await readFile(join(pluginFolder, 'target/public/bundle.json'), 'utf8');
        return response.ok({ body: JSON.parse(text) as object, headers });
      } catch {
        return response.notFound({ headers });
      }
    }
  );
