import { EuiEmptyPrompt, EuiLoadingSpinner } from '@elastic/eui';
import type { History } from 'history';
import type { App, AppUnmount } from 'opensearch-dashboards/public';
import React, { useEffect, useRef, useState } from 'react';
import { i18n } from '../i18n';
import type { ApplicationService } from './application_service';
import { ScopedHistory } from './scoped_history';

export interface AppContainerProps {
  app: App;
  application: ApplicationService;
  history: History;
  basePath: string;
}

/** Mounts one app, and takes it away when the user goes to another one. */
export function AppContainer({ app, application, history, basePath }: AppContainerProps) {
  const element = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'mounted' | Error>('loading');

  useEffect(() => {
    const route = application.routeOf(app.id);
    let left = false;
    let unmount: AppUnmount | undefined;
    const mount = async () => {
      if (element.current === null) return;
      const unmountApp = await app.mount({
        element: element.current,
        history: new ScopedHistory(history, route),
        appBasePath: `${basePath}${route}`,
        onAppLeave: (handler) => application.setLeaveHandler(handler),
        setHeaderActionMenu: () => undefined,
      });
      if (left) return unmountApp();
      unmount = unmountApp;
      setState('mounted');
    };
    mount().catch((error: Error) => {
      window.reportError(error);
      if (!left) setState(error);
    });
    return () => {
      left = true;
      application.setLeaveHandler(undefined);
      unmount?.();
    };
  }, [app, application, history, basePath]);

  return (
    <>
      {state === 'loading' && (
        <div className="hostAppLoading" data-test-subj="appContainerLoading">
          <EuiLoadingSpinner size="xl" />
        </div>
      )}
      {state instanceof Error && <AppFailed title={app.title} error={state} />}
      <div className="hostApp" data-test-subj="appContainer" ref={element} />
    </>
  );
}

function AppFailed({ title, error }: { title: string; error: Error }) {
  return (
    <EuiEmptyPrompt
      iconType="alert"
      iconColor="danger"
      data-test-subj="appFailed"
      title={
        <h2>
          {i18n.translate('standalone.application.failedTitle', {
            defaultMessage: '{title} could not be shown',
            values: { title },
          })}
        </h2>
      }
      body={<p>{error.message}</p>}
    />
  );
}
