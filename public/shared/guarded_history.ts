import type { Action, History, Location, LocationDescriptorObject, Path } from 'history';

type Listener = (location: Location, action: Action) => void;
type Target = Path | LocationDescriptorObject;

/** A history that can ask before it leaves a page. */
export interface GuardedHistory extends History {
  /** From now on leaving the current path asks first. */
  arm(): void;
  disarm(): void;
  dispose(): void;
}

/** What the guard adds to the host's history, whose own `block` throws in Dashboards. */
class HistoryGuard {
  private armedAt: Location | null = null;
  private muted = false;
  private readonly listeners = new Set<Listener>();
  private readonly unlisten: () => void;

  constructor(
    private readonly history: History,
    private readonly confirmLeave: () => Promise<boolean>
  ) {
    this.unlisten = history.listen((location, action) => this.onMove(location, action));
  }

  arm = (): void => {
    this.armedAt = this.history.location;
  };

  disarm = (): void => {
    this.armedAt = null;
  };

  dispose = (): void => {
    this.listeners.clear();
    this.unlisten();
  };

  listen = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Runs a navigation at once, or after a yes. */
  leave = (target: Target, go: () => void): void => {
    if (!this.leaves(pathOf(target))) return go();
    void this.confirmLeave().then((leave) => {
      if (!leave) return;
      this.disarm();
      go();
    });
  };

  private leaves(pathname: string | undefined): boolean {
    return this.armedAt !== null && pathname !== undefined && pathname !== this.armedAt.pathname;
  }

  private onMove(location: Location, action: Action): void {
    if (this.muted) return;
    if (action === 'POP' && this.leaves(location.pathname)) return this.undoPop(location);
    this.listeners.forEach((listener) => listener(location, action));
  }

  /** The browser has gone back already: return, without telling the page, and ask. */
  private undoPop(target: Location): void {
    const stay = this.armedAt;
    if (!stay) return;
    // Not within the host's own notification, whose other listeners would hear of the two moves in reverse.
    void Promise.resolve().then(() => {
      this.muted = true;
      this.history.push(withoutKey(stay));
      this.muted = false;
      this.leave(target, () => this.history.push(withoutKey(target)));
    });
  }
}

const pathOf = (target: Target): string | undefined =>
  typeof target === 'string' ? target.split(/[?#]/)[0] : target.pathname;

const withoutKey = ({
  pathname,
  search,
  hash,
  state,
}: Location): LocationDescriptorObject<unknown> => ({
  pathname,
  search,
  hash,
  state,
});

/** Wraps the history that the host hands to a mount. */
export const createGuardedHistory = (
  history: History,
  confirmLeave: () => Promise<boolean>
): GuardedHistory => {
  const guard = new HistoryGuard(history, confirmLeave);
  return {
    get length() {
      return history.length;
    },
    get action() {
      return history.action;
    },
    get location() {
      return history.location;
    },
    push: (target: Target, state?: unknown) =>
      guard.leave(target, () =>
        typeof target === 'string' ? history.push(target, state) : history.push(target)
      ),
    replace: (target: Target, state?: unknown) =>
      guard.leave(target, () =>
        typeof target === 'string' ? history.replace(target, state) : history.replace(target)
      ),
    go: (steps) => history.go(steps),
    goBack: () => history.goBack(),
    goForward: () => history.goForward(),
    block: () => () => undefined,
    listen: guard.listen,
    createHref: (location) => history.createHref(location),
    arm: guard.arm,
    disarm: guard.disarm,
    dispose: guard.dispose,
  };
};
