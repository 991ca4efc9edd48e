import React from 'react';
import type { Alert } from '../../../common/alerts/alert';
import { ALERTS_PATH } from '../../../common/alerts/api';
import { MONITORS_PATH } from '../../../common/monitors/api';
import { APP_IDS } from '../../../common/plugin';
import type { PluginStatus } from '../../../common/status';
import { MessageLookContext } from '../../notifications/types';
import type { MessageLookProps } from '../../notifications/types';
import type { Answer } from '../../shared/testing/fake_host';
import { HEALTHY, renderPage } from '../../shared/testing/render_page';
import { AlertsRoutes } from '../routes';

const trigger = (id: string, name: string) => ({ query_level_trigger: { id, name, actions: [] } });
/** A monitor with two triggers, as far as these pages look at it. */
export const MONITOR = {
  monitor_type: 'query_level_monitor',
  name: 'Errors in production',
  schedule: { period: { interval: 1, unit: 'MINUTES' } },
  inputs: [{ search: { indices: ['logs-*'], query: '{"query":{"match_all":{}}}' } }],
  triggers: [trigger('t1', 'ERROR lines'), trigger('t2', 'Slow answers')],
  owner: 'Team Pay',
  tags: ['payments'],
  runbook_url: 'https://wiki.example.com/pay',
};

/** A server with these alerts. */
export const answering =
  (alerts: Alert[], more: Answer = () => ({})): Answer =>
  (request) => {
    if (request.path === ALERTS_PATH) return { total: alerts.length, items: alerts };
    if (request.path === MONITORS_PATH) return { total: 1, items: [{ id: 'm1', name: 'Errors' }] };
    return more(request);
  };

interface Stage {
  status?: PluginStatus;
  Look?: React.ComponentType<MessageLookProps> | null;
}

/** Opens the Alerts app. @param Look how messages are shown, as the application hands it in */
export const open = (answer: Answer, path = '/', { status = HEALTHY, Look = null }: Stage = {}) =>
  renderPage(
    <MessageLookContext.Provider value={Look}>
      <AlertsRoutes />
    </MessageLookContext.Provider>,
    { appId: APP_IDS.alerts, path, answer, status }
  );
