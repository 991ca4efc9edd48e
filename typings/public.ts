/**
 * The part of the OpenSearch Dashboards browser contract that Watchkeeper uses, written by hand.
 *
 * Types only: import with `import type { ... } from 'opensearch-dashboards/public'`. Newer services
 * (`chat`, `telemetry`, `keyboardShortcut`) are left out, since not every host has them.
 */
import type { EuiBreadcrumb, IconType } from '@elastic/eui';
import type { EuiIconType } from '@elastic/eui/src/components/icon/icon';
import type { History } from 'history';
import type { ComponentType, ReactNode } from 'react';
import type { Observable } from 'rxjs';

// ---------------------------------------------------------------------------------------------
// Plugin

export interface PluginInitializerContext<ConfigSchema extends object = object> {
  readonly opaqueId: symbol;
  readonly env: {
    mode: { name: 'development' | 'production'; dev: boolean; prod: boolean };
    packageInfo: {
      version: string;
      branch: string;
      buildNum: number;
      buildSha: string;
      dist: boolean;
    };
  };
  readonly config: { get<T extends object = ConfigSchema>(): T };
}

/** A plugin's browser side. It must have both `setup` and `start`, or the whole host fails. */
export interface Plugin<TSetup = void, TStart = void> {
  setup(core: CoreSetup, plugins: Record<string, unknown>): TSetup | Promise<TSetup>;
  start(core: CoreStart, plugins: Record<string, unknown>): TStart | Promise<TStart>;
  stop?(): void;
}

export type PluginInitializer<TSetup = void, TStart = void> = (
  context: PluginInitializerContext
) => Plugin<TSetup, TStart>;

/** Renders into the element and returns what takes it out again. */
export type MountPoint<T extends HTMLElement = HTMLElement> = (element: T) => () => void;

// ---------------------------------------------------------------------------------------------
// Application

export interface AppCategory {
  id: string;
  label: string;
  ariaLabel?: string;
  /** Categories come in this order; those of Dashboards are 1000 apart. */
  order?: number;
  euiIconType?: EuiIconType;
}

/** `AppStatus` of Dashboards: 0 accessible, 1 inaccessible. */
export type AppStatus = 0 | 1;

/** `AppNavLinkStatus` of Dashboards: 0 default, 1 visible, 2 disabled, 3 hidden. */
export type AppNavLinkStatus = 0 | 1 | 2 | 3;

/**
 * A history whose paths are relative to the app. It throws once the user has left the app, and it
 * cannot `block`: use `onAppLeave`.
 */
export interface ScopedHistory<
  HistoryLocationState = unknown,
> extends History<HistoryLocationState> {
  createSubHistory<SubHistoryLocationState = unknown>(
    basePath: string
  ): ScopedHistory<SubHistoryLocationState>;
}

export interface AppLeaveDefaultAction {
  readonly type: string;
}

export interface AppLeaveConfirmAction {
  readonly type: string;
  text: string;
  title?: string;
  callback?: () => void;
}

export type AppLeaveAction = AppLeaveDefaultAction | AppLeaveConfirmAction;

export interface AppLeaveActionFactory {
  /** Asks the user first; `callback` is called when the user stays. */
  confirm(text: string, title?: string, callback?: () => void): AppLeaveConfirmAction;
  default(): AppLeaveDefaultAction;
}

export type AppLeaveHandler = (factory: AppLeaveActionFactory) => AppLeaveAction;

export interface AppMountParameters<HistoryLocationState = unknown> {
  element: HTMLElement;
  history: ScopedHistory<HistoryLocationState>;
  /** `{basePath}/app/{id}`. */
  appBasePath: string;
  /** One handler an app; it is asked whenever the user goes to another app or closes the page. */
  onAppLeave(handler: AppLeaveHandler): void;
  setHeaderActionMenu(menuMount: MountPoint | undefined): void;
}

export type AppUnmount = () => void;

export interface App {
  id: string;
  title: string;
  category?: AppCategory;
  order?: number;
  tooltip?: string;
  description?: string;
  euiIconType?: EuiIconType;
  defaultPath?: string;
  appRoute?: string;
  chromeless?: boolean;
  /** Keep it at one parameter: with two, old hosts' deprecated form is assumed. */
  mount(params: AppMountParameters): AppUnmount | Promise<AppUnmount>;
}

export interface ApplicationSetup {
  register(app: App): void;
}

export interface NavigateToAppOptions {
  path?: string;
  state?: unknown;
  replace?: boolean;
}

export interface ApplicationStart {
  readonly capabilities: {
    readonly navLinks: Readonly<Record<string, boolean>>;
    readonly [feature: string]:
      Readonly<Record<string, boolean | Readonly<Record<string, boolean>>>> | undefined;
  };
  readonly currentAppId$: Observable<string | undefined>;
  navigateToApp(appId: string, options?: NavigateToAppOptions): Promise<void>;
  /** For a full or root-relative URL; loads the page anew where it is no app's. */
  navigateToUrl(url: string): Promise<void>;
  getUrlForApp(appId: string, options?: { path?: string; absolute?: boolean }): string;
}

// ---------------------------------------------------------------------------------------------
// Chrome

export type ChromeBreadcrumb = EuiBreadcrumb;

export interface ChromeBadge {
  text: string;
  tooltip: string;
  iconType?: IconType;
}

export interface ChromeHelpExtensionLink {
  linkType: 'documentation' | 'discuss';
  href: string;
  target?: string;
  rel?: string;
}

export interface ChromeHelpExtension {
  appName: string;
  links?: ChromeHelpExtensionLink[];
  content?: (element: HTMLDivElement) => () => void;
}

export interface ChromeStart {
  setBreadcrumbs(breadcrumbs: ChromeBreadcrumb[]): void;
  setBadge(badge?: ChromeBadge): void;
  setHelpExtension(helpExtension?: ChromeHelpExtension): void;
  readonly docTitle: { change(title: string | string[]): void; reset(): void };
  recentlyAccessed: { add(link: string, label: string, id: string): void };
  getIsVisible$(): Observable<boolean>;
}

/** A group of the new navigation (`home:useNewHomePage`); found by its `id`. */
export interface ChromeNavGroup {
  id: string;
  title: string;
  description: string;
  order?: number;
}

export interface ChromeRegistrationNavLink {
  id: string;
  title?: string;
  order?: number;
  category?: AppCategory;
  parentNavLinkId?: string;
  showInAllNavGroup?: boolean;
}

export interface ChromeSetup {
  navGroup: {
    getNavGroupEnabled(): boolean;
    /** Can be called whether the new navigation is on or not. */
    addNavLinksToGroup(navGroup: ChromeNavGroup, navLinks: ChromeRegistrationNavLink[]): void;
  };
}

// ---------------------------------------------------------------------------------------------
// HTTP

export interface HttpFetchOptions {
  query?: Record<
    string,
    string | number | boolean | undefined | Array<string | number | boolean | undefined>
  >;
  /** Already serialised. */
  body?: string | FormData | null;
  /** None that begins with `osd-`. Undefined takes the host's own away: a form brings its `Content-Type` itself. */
  headers?: Record<string, string | undefined>;
  signal?: AbortSignal | null;
  asSystemRequest?: boolean;
  prependBasePath?: boolean;
}

/** Resolves with the parsed body; rejects with {@link IHttpFetchError}. */
export type HttpHandler = <TResponseBody = unknown>(
  path: string,
  options?: HttpFetchOptions
) => Promise<TResponseBody>;

/** `body` is the server's `{ statusCode, error, message, attributes? }` when it sent one. */
export interface IHttpFetchError extends Error {
  readonly request: Request;
  readonly response?: Response;
  readonly body?: unknown;
}

export interface IBasePath {
  get(): string;
  prepend(url: string): string;
  remove(url: string): string;
  readonly serverBasePath: string;
}

export interface HttpSetup {
  basePath: IBasePath;
  fetch: HttpHandler;
  get: HttpHandler;
  post: HttpHandler;
  put: HttpHandler;
  patch: HttpHandler;
  delete: HttpHandler;
  head: HttpHandler;
  addLoadingCountSource(countSource$: Observable<number>): void;
  getLoadingCount$(): Observable<number>;
}

export type HttpStart = HttpSetup;

// ---------------------------------------------------------------------------------------------
// Notifications and overlays

export interface ToastInputFields {
  id?: string;
  title?: string | MountPoint;
  text?: string | MountPoint;
  color?: 'primary' | 'success' | 'warning' | 'danger';
  iconType?: IconType;
  toastLifeTimeMs?: number;
}

export type ToastInput = string | ToastInputFields;

export interface Toast extends ToastInputFields {
  id: string;
}

export interface ToastOptions {
  toastLifeTimeMs?: number;
}

export interface ErrorToastOptions extends ToastOptions {
  title: string;
  /** Shown instead of the error's message, which is then behind a button. */
  toastMessage?: string;
}

export interface IToasts {
  get$(): Observable<Toast[]>;
  add(toast: ToastInput): Toast;
  addInfo(toast: ToastInput, options?: ToastOptions): Toast;
  addSuccess(toast: ToastInput, options?: ToastOptions): Toast;
  addWarning(toast: ToastInput, options?: ToastOptions): Toast;
  addDanger(toast: ToastInput, options?: ToastOptions): Toast;
  addError(error: Error, options: ErrorToastOptions): Toast;
  remove(toastOrId: Toast | string): void;
}

export interface NotificationsStart {
  toasts: IToasts;
}

export type NotificationsSetup = NotificationsStart;

export interface OverlayRef {
  readonly onClose: Promise<void>;
  close(): Promise<void>;
}

export interface OverlayFlyoutOpenOptions {
  className?: string;
  closeButtonAriaLabel?: string;
  ownFocus?: boolean;
  'data-test-subj'?: string;
}

export interface OverlayModalOpenOptions {
  className?: string;
  closeButtonAriaLabel?: string;
  maxWidth?: boolean | number | string;
  'data-test-subj'?: string;
}

export interface OverlayModalConfirmOptions {
  title?: string;
  cancelButtonText?: string;
  confirmButtonText?: string;
  className?: string;
  closeButtonAriaLabel?: string;
  'data-test-subj'?: string;
  defaultFocusedButton?: 'cancel' | 'confirm';
  buttonColor?: 'primary' | 'secondary' | 'danger' | 'warning';
}

export interface OverlayStart {
  openFlyout(mount: MountPoint, options?: OverlayFlyoutOpenOptions): OverlayRef;
  openModal(mount: MountPoint, options?: OverlayModalOpenOptions): OverlayRef;
  /** Resolves with whether the user confirmed. */
  openConfirm(message: MountPoint | string, options?: OverlayModalConfirmOptions): Promise<boolean>;
}

// ---------------------------------------------------------------------------------------------
// Settings, texts, core

export interface IUiSettingsClient {
  get<T = unknown>(key: string, defaultOverride?: T): T;
  get$<T = unknown>(key: string, defaultOverride?: T): Observable<T>;
  set(key: string, value: unknown): Promise<boolean>;
}

export interface I18nStart {
  /** To be put around every tree that is rendered: it holds the locale and OUI's texts. */
  Context: ComponentType<{ children: ReactNode }>;
}

export interface CoreSetup<TPluginsStart extends object = object, TStart = unknown> {
  application: ApplicationSetup;
  chrome: ChromeSetup;
  http: HttpSetup;
  notifications: NotificationsSetup;
  uiSettings: IUiSettingsClient;
  /** Resolves after this plugin's own `start`. */
  getStartServices(): Promise<[CoreStart, TPluginsStart, TStart]>;
}

export interface CoreStart {
  application: ApplicationStart;
  chrome: ChromeStart;
  http: HttpStart;
  i18n: I18nStart;
  notifications: NotificationsStart;
  overlays: OverlayStart;
  uiSettings: IUiSettingsClient;
}

/** What the host puts on `window` for the bundles of plugins. */
export interface CoreWindow {
  readonly __osdBundles__: {
    has(key: string): boolean;
    define(key: string, factory: () => unknown): void;
    get(key: string): unknown;
  };
  readonly __osdSharedDeps__: Record<string, unknown>;
  /** By plugin id: `{basePath}/{buildNum}/bundles/plugin/{id}/`. */
  readonly __osdPublicPath__: Record<string, string>;
  /** `v7light` to `v9dark`. */
  readonly __osdThemeTag__: string;
  /** For style elements, where the host's content security policy asks for it. */
  readonly __webpack_nonce__?: string;
}
