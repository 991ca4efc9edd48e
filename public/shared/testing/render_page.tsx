import React from 'react';
import { configure, render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory } from 'history';
import type { MemoryHistory } from 'history';
import { Router } from 'react-router-dom';
import type { AppMountParameters } from 'opensearch-dashboards/public';
import type { AppId } from '../../../common/plugin';
import { STATUS_PATH } from '../../../common/status';
import type { PluginStatus } from '../../../common/status';
import { createApi } from '../api_client';
import { createGuardedHistory } from '../guarded_history';
import { createQueryClient } from '../query_client';
import { ServicesProvider } from '../services';
import { askToLeave } from '../unsaved_guard';
import { createFakeHost } from './fake_host';
import type { Answer, FakeHost } from './fake_host';

// The attribute as everywhere in Dashboards; the time for machines that are busy.
configure({ testIdAttribute: 'data-test-subj', asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);

/** A status in which every page has nothing to say. */
export const HEALTHY: PluginStatus = {
  cluster: { reachable: true, distribution: 'opensearch', version: '3.5.0' },
  scheduler: { enabled: true, instance: 'one', owned_partitions: 64, monitors: 1, lag: 0 },
  encryption_key: true,
  user: { may: { read: true, acknowledge: true, write: true } },
  problems: [],
};

interface PageOptions {
  appId: AppId;
  path?: string;
  answer: Answer;
  /** A function may throw, as a server that is out of order. */
  status?: PluginStatus | (() => PluginStatus);
  /** Other apps of the host. */
  apps?: readonly string[];
}

export interface RenderedPage extends FakeHost {
  view: RenderResult;
  history: MemoryHistory;
}

/** Renders pages as `mountApplication` does, in front of a server that is a function. */
export const renderPage = (
  element: React.ReactElement,
  { appId, path = '/', answer, status = HEALTHY, apps }: PageOptions
): RenderedPage => {
  const host = createFakeHost((request) => {
    if (request.path !== STATUS_PATH) return answer(request);
    return typeof status === 'function' ? status() : status;
  }, apps);
  const { core } = host;
  const memory = createMemoryHistory({ initialEntries: [path] });
  const history = createGuardedHistory(memory, () => askToLeave(core.overlays));
  const params = { onAppLeave: () => undefined } as unknown as AppMountParameters;
  const I18nContext = core.i18n.Context;
  const view = render(
    <I18nContext>
      <ServicesProvider value={{ core, api: createApi(core.http), appId, history, params }}>
        <QueryClientProvider client={createQueryClient()}>
          <Router history={history}>{element}</Router>
        </QueryClientProvider>
      </ServicesProvider>
    </I18nContext>
  );
  return { ...host, view, history: memory };
};
