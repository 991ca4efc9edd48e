import { createBrowserHistory } from 'history';
import type {
  ApplicationStart,
  CoreSetup,
  CoreStart,
  Plugin,
  PluginInitializerContext,
} from 'opensearch-dashboards/public';
import React from 'react';
import { BehaviorSubject } from 'rxjs';
import { AppRouter } from '../application/app_router';
import { ApplicationService } from '../application/application_service';
import { Chrome } from '../chrome/chrome';
import { Header } from '../chrome/header';
import { createHttp } from '../http/http';
import { tellLoggedOut } from '../login/logged_out';
import { ToastList } from '../notifications/toast_list';
import { Toasts } from '../notifications/toasts';
import { OuiTexts } from '../oui_texts';
import { createOverlays } from '../overlays/overlays';
import type { Bundles } from './bundles';
import type { Metadata } from './metadata';
import { mountReact } from './mount_react';
import { createUiSettings } from './ui_settings';

/** Makes the services, takes the plugin through setup and start, and shows the page. */
export async function startCore(metadata: Metadata, bundles: Bundles): Promise<void> {
  const { basePath, version } = metadata;
  const plugin = createPlugin(metadata, bundles);
  const uiSettings = createUiSettings();
  const overlays = createOverlays();
  const toasts = new Toasts(uiSettings, overlays);
  const http = createHttp(basePath, version, () => {
    if (metadata.user) tellLoggedOut(toasts, basePath);
  });
  const notifications = { toasts };
  const chrome = new Chrome();
  const history = createBrowserHistory({ basename: basePath });
  const application = new ApplicationService({ history, basePath, overlays });

  let resolveStart: (services: [CoreStart, object, unknown]) => void = () => undefined;
  const startServices = new Promise<[CoreStart, object, unknown]>((resolve) => {
    resolveStart = resolve;
  });
  const setup: CoreSetup = {
    application,
    chrome: chrome.setup(),
    http,
    notifications,
    uiSettings,
    getStartServices: () => startServices,
  };
  await plugin.setup(setup, {});

  const capabilities = await fetchCapabilities(http, application);
  const start: CoreStart = {
    application: application.start(capabilities),
    chrome: chrome.start(),
    http,
    i18n: { Context: OuiTexts },
    notifications,
    overlays,
    uiSettings,
  };
  resolveStart([start, {}, await plugin.start(start, {})]);

  const loadingCount$ = new BehaviorSubject(0);
  http.getLoadingCount$().subscribe(loadingCount$);
  mountReact(
    document.body.appendChild(document.createElement('div')),
    <>
      <Header {...{ metadata, application, chrome, uiSettings, loadingCount$, http }} />
      <div className="hostPage" data-test-subj="hostPage">
        <AppRouter {...{ application, chrome, history, basePath }} />
      </div>
      <ToastList toasts={toasts} />
    </>
  );
}

function createPlugin(metadata: Metadata, bundles: Bundles): Plugin<unknown, unknown> {
  const { id, exposedConfig } = metadata.plugin;
  const key = `plugin/${id}/public`;
  if (!bundles.has(key)) throw new Error(`The bundle of plugin "${id}" was not loaded.`);
  const exported = bundles.get(key) as {
    plugin(context: PluginInitializerContext): Plugin<unknown, unknown>;
  };
  const plugin = exported.plugin({
    opaqueId: Symbol(id),
    env: {
      mode: { name: 'production', dev: false, prod: true },
      packageInfo: {
        version: metadata.version,
        branch: 'main',
        buildNum: metadata.buildNumber,
        buildSha: '',
        dist: true,
      },
    },
    config: { get: <T extends object>() => exposedConfig as T },
  });
  if (!plugin.setup || !plugin.start) throw new Error(`Plugin "${id}" lacks setup or start.`);
  return plugin;
}

async function fetchCapabilities(
  http: CoreSetup['http'],
  application: ApplicationService
): Promise<ApplicationStart['capabilities']> {
  const applications = application.apps$.value.map(({ id }) => id);
  return http.post('/api/core/capabilities', { body: JSON.stringify({ applications }) });
}
