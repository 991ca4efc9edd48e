import type React from 'react';
import { APP_IDS } from '../../../common/plugin';
import { renderPage } from '../../shared/testing/render_page';
import type { RenderedPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import type { Routes } from '../../shared/testing/routes';

/** Renders a page of this room. */
export const showMonitors = (
  element: React.ReactElement,
  routes: Routes,
  path = '/'
): RenderedPage => renderPage(element, { appId: APP_IDS.monitors, path, answer: routed(routes) });
