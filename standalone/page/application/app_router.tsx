import type { History } from 'history';
import React, { useEffect, useState } from 'react';
import type { Chrome } from '../chrome/chrome';
import { AppContainer } from './app_container';
import type { ApplicationService } from './application_service';
import { NotFound } from './not_found';

export interface AppRouterProps {
  application: ApplicationService;
  chrome: Chrome;
  history: History;
  basePath: string;
}

/** Shows the app that the address names. */
export function AppRouter({ application, chrome, history, basePath }: AppRouterProps) {
  const [pathname, setPathname] = useState(history.location.pathname);
  useEffect(() => history.listen((location) => setPathname(location.pathname)), [history]);
  const app = application.appAt(pathname);
  const id = app?.id;
  const title = app?.title;

  useEffect(() => {
    application.currentAppId$.next(id);
    chrome.reset(title);
  }, [application, chrome, id, title]);

  if (app === undefined) return <NotFound homeHref={`${basePath}/`} />;
  return (
    <AppContainer
      key={app.id}
      app={app}
      application={application}
      history={history}
      basePath={basePath}
    />
  );
}
