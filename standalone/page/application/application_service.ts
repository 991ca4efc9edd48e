import type { History } from 'history';
import type {
  App,
  AppLeaveAction,
  AppLeaveConfirmAction,
  AppLeaveHandler,
  ApplicationSetup,
  ApplicationStart,
  NavigateToAppOptions,
  OverlayStart,
} from 'opensearch-dashboards/public';
import { BehaviorSubject } from 'rxjs';

export interface ApplicationDeps {
  history: History;
  basePath: string;
  overlays: OverlayStart;
}

/** The apps, and the ways from one to another. */
export class ApplicationService implements ApplicationSetup {
  readonly apps$ = new BehaviorSubject<readonly App[]>([]);
  readonly currentAppId$ = new BehaviorSubject<string | undefined>(undefined);
  private leaveHandler: AppLeaveHandler | undefined;

  constructor(private readonly deps: ApplicationDeps) {
    window.addEventListener('beforeunload', (event) => {
      const action = this.askHandler();
      if (!isConfirm(action)) return;
      event.preventDefault();
      event.returnValue = action.text;
    });
  }

  register = (app: App): void => {
    if (this.apps$.value.some(({ id }) => id === app.id)) {
      throw new Error(`An app "${app.id}" is registered already.`);
    }
    this.apps$.next([...this.apps$.value, app]);
  };

  /** The path of an app within the host; without the base path. */
  routeOf(appId: string): string {
    return this.find(appId)?.appRoute ?? `/app/${appId}`;
  }

  find(appId: string): App | undefined {
    return this.apps$.value.find(({ id }) => id === appId);
  }

  /** The app that a path belongs to. */
  appAt(pathname: string): App | undefined {
    return this.apps$.value.find(({ id }) => {
      const route = this.routeOf(id);
      return pathname === route || pathname.startsWith(`${route}/`);
    });
  }

  setLeaveHandler(handler: AppLeaveHandler | undefined): void {
    this.leaveHandler = handler;
  }

  start(capabilities: ApplicationStart['capabilities']): ApplicationStart {
    return {
      capabilities,
      currentAppId$: this.currentAppId$,
      navigateToApp: this.navigateToApp,
      navigateToUrl: this.navigateToUrl,
      getUrlForApp: this.getUrlForApp,
    };
  }

  navigateToApp = async (
    appId: string,
    { path = this.find(appId)?.defaultPath, state, replace }: NavigateToAppOptions = {}
  ): Promise<void> => {
    const leaves = appId !== this.currentAppId$.value;
    if (leaves && !(await this.mayLeave())) return;
    if (leaves) this.leaveHandler = undefined;
    const target = withPath(this.routeOf(appId), path);
    if (replace) this.deps.history.replace(target, state);
    else this.deps.history.push(target, state);
  };

  navigateToUrl = async (url: string): Promise<void> => {
    const { basePath } = this.deps;
    const { origin, pathname, search, hash } = new URL(url, window.location.href);
    const isOurs = origin === window.location.origin && pathname.startsWith(`${basePath}/`);
    const path = pathname.slice(basePath.length);
    const app = isOurs ? this.appAt(path) : undefined;
    if (app === undefined) {
      window.location.assign(url);
      return;
    }
    await this.navigateToApp(app.id, {
      path: path.slice(this.routeOf(app.id).length) + search + hash,
    });
  };

  getUrlForApp = (
    appId: string,
    { path, absolute = false }: { path?: string; absolute?: boolean } = {}
  ): string => {
    const url = this.deps.basePath + withPath(this.routeOf(appId), path);
    return absolute ? new URL(url, window.location.href).href : url;
  };

  private async mayLeave(): Promise<boolean> {
    const action = this.askHandler();
    if (!isConfirm(action)) return true;
    const { text, title, callback } = action;
    const leave = await this.deps.overlays.openConfirm(text, {
      title,
      'data-test-subj': 'appLeaveConfirmModal',
    });
    if (!leave) callback?.();
    return leave;
  }

  private askHandler(): AppLeaveAction | undefined {
    return this.leaveHandler?.({
      confirm: (text, title, callback) => ({ type: 'confirm', text, title, callback }),
      default: () => ({ type: 'default' }),
    });
  }
}

function isConfirm(action: AppLeaveAction | undefined): action is AppLeaveConfirmAction {
  return action?.type === 'confirm';
}

/** Appends a path of any form: `edit`, `/edit`, `?a=b`, `#/edit`. */
function withPath(route: string, path = ''): string {
  if (path === '' || path.startsWith('?') || path.startsWith('#')) return route + path;
  return `${route}/${path}`.replace(/^([^?#]*)/, (pathname) => pathname.replace(/\/{2,}/g, '/'));
}
