import React, { Suspense } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'react-router-dom';
import { z } from 'zod';
import type { AppMountParameters, CoreStart } from 'opensearch-dashboards/public';
import { APP_IDS } from '../common/plugin';
import type { AppId } from '../common/plugin';
import { MessageLookContext } from './notifications/types';
import { createApi } from './shared/api_client';
import { createGuardedHistory } from './shared/guarded_history';
import { mountReact } from './shared/mount_react';
import { PageErrorBoundary } from './shared/page_error_boundary';
import { PageNoticesContext } from './shared/page_notices';
import { createQueryClient } from './shared/query_client';
import { ServicesProvider } from './shared/services';
import type { Services } from './shared/services';
import { LoadingState } from './shared/states';
import { askToLeave } from './shared/unsaved_guard';

// Without this the schemas probe `eval`, which a strict content security policy reports.
z.config({ jitless: true });

/** The rooms. Each is a chunk of its own, loaded when it is entered. */
const ROOMS: Record<AppId, React.ComponentType> = {
  [APP_IDS.overview]: React.lazy(() =>
    import('./overview/routes').then(({ OverviewRoutes }) => ({ default: OverviewRoutes }))
  ),
  [APP_IDS.alerts]: React.lazy(() =>
    import('./alerts/routes').then(({ AlertsRoutes }) => ({ default: AlertsRoutes }))
  ),
  [APP_IDS.monitors]: React.lazy(() =>
    import('./monitors/routes').then(({ MonitorsRoutes }) => ({ default: MonitorsRoutes }))
  ),
  [APP_IDS.destinations]: React.lazy(() =>
    import('./notifications/routes').then(({ DestinationsRoutes }) => ({
      default: DestinationsRoutes,
    }))
  ),
  [APP_IDS.lifecycle]: React.lazy(() =>
    import('./lifecycle/routes').then(({ LifecycleRoutes }) => ({ default: LifecycleRoutes }))
  ),
  [APP_IDS.indices]: React.lazy(() =>
    import('./indices/routes').then(({ IndicesRoutes }) => ({ default: IndicesRoutes }))
  ),
};

/** Rooms show messages as the room of destinations knows them. Loaded when one is shown. */
const MessageLook = React.lazy(() =>
  import('./notifications/looks/message_look').then((module) => ({ default: module.MessageLook }))
);

/** While all notifications are paused, every page says so. */
const PauseBanner = React.lazy(() =>
  import('./notifications/pause/pause_banner').then((module) => ({ default: module.PauseBanner }))
);

/**
 * Renders one room into the host's page.
 *
 * @returns what the host calls to take it away again.
 */
export const mountApplication = (
  core: CoreStart,
  params: AppMountParameters,
  appId: AppId
): (() => void) => {
  const history = createGuardedHistory(params.history, () => askToLeave(core.overlays));
  const services: Services = { core, api: createApi(core.http), appId, history, params };
  const queryClient = createQueryClient();
  const Room = ROOMS[appId];
  const I18nContext = core.i18n.Context;
  const unmount = mountReact(
    params.element,
    <I18nContext>
      <ServicesProvider value={services}>
        <QueryClientProvider client={queryClient}>
          <PageErrorBoundary>
            <Router history={history}>
              <Suspense fallback={<LoadingState />}>
                <PageNoticesContext.Provider value={PauseBanner}>
                  <MessageLookContext.Provider value={MessageLook}>
                    <Room />
                  </MessageLookContext.Provider>
                </PageNoticesContext.Provider>
              </Suspense>
            </Router>
          </PageErrorBoundary>
        </QueryClientProvider>
      </ServicesProvider>
    </I18nContext>
  );
  return () => {
    unmount();
    queryClient.clear();
    history.dispose();
  };
};
