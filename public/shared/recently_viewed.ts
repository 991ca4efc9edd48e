import { useEffect } from 'react';
import type { AppPath } from './app_paths';
import { useServices } from './services';

/**
 * Puts a page into the host's list of what was viewed last, as soon as its name is known.
 *
 * @param id Tells it from all others, also from those of other plugins.
 */
export const useRecentlyViewed = (
  { app, path }: AppPath,
  label: string | undefined,
  id: string
): void => {
  const { core } = useServices();
  useEffect(() => {
    if (!label) return;
    // The list puts the base path before its links.
    const link = core.http.basePath.remove(core.application.getUrlForApp(app, { path }));
    core.chrome.recentlyAccessed.add(link, label, `${app}:${id}`);
  }, [core, app, path, label, id]);
};
