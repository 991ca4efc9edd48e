import type {
  Action,
  History,
  Location,
  LocationDescriptorObject,
  LocationListener,
  Path,
} from 'history';
import type { ScopedHistory as ScopedHistoryContract } from 'opensearch-dashboards/public';

type Target = Path | LocationDescriptorObject;

/**
 * A history whose paths are relative to an app. It goes out of use, and throws, once the user has left
 * the app; `back` and `forward` stay within what was visited in the app.
 */
export class ScopedHistory implements ScopedHistoryContract {
  private active = true;
  private readonly listeners = new Set<LocationListener>();
  private keys: Array<string | undefined>;
  private position = 0;

  constructor(
    private readonly parent: History,
    private readonly basePath: string
  ) {
    if (!this.isWithin(parent.location)) {
      throw new Error(`"${parent.location.pathname}" is not below "${basePath}".`);
    }
    this.keys = [parent.location.key];
    const unlisten = parent.listen((location, action) => {
      if (this.isWithin(location)) return this.moved(location, action);
      unlisten();
      this.active = false;
    });
  }

  createSubHistory = (basePath: string) =>
    new ScopedHistory(this as unknown as History, basePath) as unknown as never;

  get length(): number {
    this.assertActive();
    return this.keys.length;
  }

  get location(): Location {
    this.assertActive();
    return this.stripped(this.parent.location);
  }

  get action(): Action {
    this.assertActive();
    return this.parent.action;
  }

  push = (target: Target, state?: unknown): void => {
    this.assertActive();
    if (typeof target === 'string') this.parent.push(this.absolute(target), state);
    else this.parent.push(this.absoluteLocation(target));
  };

  replace = (target: Target, state?: unknown): void => {
    this.assertActive();
    if (typeof target === 'string') this.parent.replace(this.absolute(target), state);
    else this.parent.replace(this.absoluteLocation(target));
  };

  go = (steps: number): void => {
    this.assertActive();
    const target = this.position + steps;
    if (target >= 0 && target < this.keys.length) this.parent.go(steps);
  };

  goBack = (): void => this.go(-1);

  goForward = (): void => this.go(1);

  block = (): never => {
    throw new Error('history.block is not supported: use onAppLeave of the mount parameters.');
  };

  listen = (listener: LocationListener): (() => void) => {
    this.assertActive();
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  createHref = (
    location: LocationDescriptorObject,
    { prependBasePath = true }: { prependBasePath?: boolean } = {}
  ): string => {
    this.assertActive();
    if (!prependBasePath) return this.parent.createHref(location);
    const absolute = this.absoluteLocation(location);
    return this.parent.createHref({ ...absolute, pathname: absolute.pathname ?? this.basePath });
  };

  private moved(location: Location, action: Action): void {
    if (action === 'PUSH') {
      this.keys = [...this.keys.slice(0, this.position + 1), location.key];
      this.position = this.keys.length - 1;
    } else if (action === 'REPLACE') {
      this.keys[this.position] = location.key;
    } else {
      this.position = Math.max(0, this.keys.indexOf(location.key));
    }
    [...this.listeners].forEach((listener) => listener(this.stripped(location), action));
  }

  private isWithin({ pathname }: Location): boolean {
    return pathname === this.basePath || pathname.startsWith(`${this.basePath}/`);
  }

  private absolute(path: string): string {
    return path === '' ? this.basePath : `${this.basePath}/${path}`.replace(/\/{2,}/g, '/');
  }

  private absoluteLocation({
    pathname,
    ...rest
  }: LocationDescriptorObject): LocationDescriptorObject {
    return pathname === undefined ? rest : { ...rest, pathname: this.absolute(pathname) };
  }

  private stripped(location: Location): Location {
    return { ...location, pathname: location.pathname.slice(this.basePath.length) };
  }

  private assertActive(): void {
    if (!this.active) throw new Error(`The user has left "${this.basePath}" already.`);
  }
}
