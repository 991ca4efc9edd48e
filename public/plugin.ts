import type { AppMountParameters, CoreSetup, Plugin } from 'opensearch-dashboards/public';
import { CATEGORY, addToNavGroups, roomLinks } from './nav_links';
import type { RoomLink } from './nav_links';

const registerRoom = (core: CoreSetup, { id, title, order }: RoomLink): void => {
  core.application.register({
    id,
    title,
    order,
    category: CATEGORY,
    // One parameter on purpose: the host calls a mount of two with a deprecated context.
    mount: async (params: AppMountParameters) => {
      const [{ mountApplication }, [coreStart]] = await Promise.all([
        import('./application'),
        core.getStartServices(),
      ]);
      // Whoever has gone on meanwhile took the history along: it would throw.
      if (!params.element.isConnected) return () => undefined;
      return mountApplication(coreStart, params, id);
    },
  });
};

/** The browser side. Registers one app per room, and nothing else: the pages come with the first mount. */
export class WatchkeeperPlugin implements Plugin {
  setup(core: CoreSetup): void {
    roomLinks().forEach((link) => registerRoom(core, link));
    addToNavGroups(core.chrome);
  }

  start(): void {}

  stop(): void {}
}
