import { WatchkeeperPlugin } from './plugin';

/** Called by the host on every one of its pages: it must not throw, and everything heavy waits for a mount. */
export const plugin = (): WatchkeeperPlugin => new WatchkeeperPlugin();
