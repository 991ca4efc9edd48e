import { screen, within } from '@testing-library/react';
import React from 'react';
import type { Alert } from '../../../common/alerts/alert';
import { OVERVIEW_PATH } from '../../../common/overview/overview';
import type { Overview } from '../../../common/overview/overview';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { OverviewRoutes } from '../routes';

const NOW = Date.UTC(2026, 10, 21, 9);

const ALERT: Alert = {
  ...{ id: 'm1.1.0', monitor_id: 'm1', monitor_name: 'Errors', trigger_id: 't1' },
  ...{ trigger_name: 'Many', severity: '1', state: 'active', start_time: NOW, last_seen: NOW },
  ...{ rev: 1, group: [{ field: 'host', value: 'web-1' }] },
};

const QUIET: Overview = {
  monitors: { total: 4, enabled: 3 },
  firing: {
    ...{ total: 0, by_severity: {}, acknowledged: 0, pending: 0, no_data: 0 },
    ...{ newest: [], longest: [] },
  },
  broken: {
    ...{ error_alerts: 0, failing_count: 0, failing: [], dead_messages: 0, destinations: [] },
    ...{ adoption_count: 0, needs_adoption: [], unreadable: 0, problems: [] },
  },
  running: { instances: 1, lag: 0, late: 0 },
};

const open = (answer: () => unknown) =>
  renderPage(<OverviewRoutes />, {
    appId: APP_IDS.overview,
    answer: ({ path }) => {
      if (path === OVERVIEW_PATH) return answer();
      throw refusal(404, 'not_found', path);
    },
  });

const hrefOf = async (subject: string) => (await screen.findByTestId(subject)).getAttribute('href');

describe('the overview', () => {
  it('counts what is firing by severity, and each number leads to the alerts that it counts', async () => {
    open(() => ({
      ...QUIET,
      firing: {
        ...QUIET.firing,
        ...{ total: 3, by_severity: { 1: 2, 3: 1 }, acknowledged: 5, newest: [ALERT] },
      },
    }));
    expect(await screen.findByTestId('firing-1')).toHaveTextContent('2');
    expect(await hrefOf('firing-3Link')).toBe(
      `/app/${APP_IDS.alerts}/?from=all&state=active&severity=3`
    );
    expect(await hrefOf('firing-acknowledgedLink')).toBe(
      `/app/${APP_IDS.alerts}/?from=all&state=acknowledged`
    );
    const newest = screen.getByTestId('newestAlerts');
    expect(within(newest).getByText('Many › web-1').closest('a')).toHaveAttribute(
      'href',
      `/app/${APP_IDS.alerts}/m1.1.0`
    );
  });

  it('says what is broken, why, and where it can be mended', async () => {
    open(() => ({
      ...QUIET,
      broken: {
        ...QUIET.broken,
        ...{ failing_count: 1, dead_messages: 2 },
        failing: [{ id: 'm2', name: 'Broken one', since: NOW, reason: 'no such index' }],
        destinations: [
          { id: 'd1', name: 'On call', dead: 2, waiting: 0, reason: '410 Gone' },
          { id: 'd2', dead: 0, waiting: 1 },
        ],
        adoption_count: 12,
        needs_adoption: [{ id: 'm3', name: 'Imported' }],
        problems: ['The service account lacks indices:data/read/search.'],
      },
    }));
    const failing = await screen.findByTestId('failingMonitors');
    expect(failing).toHaveTextContent(/1 monitor fails.*Broken one, since .*: no such index/);
    const destinations = screen.getByTestId('failingDestinations');
    expect(destinations).toHaveTextContent('On call: 2 messages given up in 24 hours (410 Gone)');
    expect(destinations).toHaveTextContent('A destination that was deleted: 1 message waits');
    expect(screen.getByTestId('deadMessages')).toHaveTextContent('2');
    expect(await hrefOf('deadMessagesLink')).toBe(
      `/app/${APP_IDS.destinations}/deliveries?from=all&status=dead&sort=finished_at`
    );
    expect(await hrefOf('failingDestinationCountLink')).toBe(
      `/app/${APP_IDS.destinations}/?health=failing`
    );
    expect(screen.getByTestId('needsAdoption')).toHaveTextContent(/12 monitors.*Imported …/);
    expect(screen.getByTestId('overviewProblems')).toHaveTextContent('lacks indices');
    expect(screen.queryByTestId('nothingBroken')).not.toBeInTheDocument();
  });

  it('says that all is well when it is', async () => {
    open(() => QUIET);
    expect(await screen.findByTestId('nothingFires')).toHaveTextContent('3 monitors are enabled');
    expect(screen.getByTestId('nothingBroken')).toBeInTheDocument();
    expect(screen.getByTestId('liveInstances')).toHaveTextContent('1');
  });

  it('leads to the first monitor while there is none', async () => {
    open(() => ({ ...QUIET, monitors: { total: 0, enabled: 0 } }));
    expect(await screen.findByText('Nothing is watched yet')).toBeInTheDocument();
    expect(await hrefOf('createMonitor')).toBe(`/app/${APP_IDS.monitors}/create`);
    expect(screen.queryByTestId('nothingBroken')).not.toBeInTheDocument();
  });

  it('says why it cannot show anything', async () => {
    open(() => {
      throw refusal(503, 'cluster_unreachable', 'The cluster does not answer.');
    });
    expect(await screen.findByText('The cluster does not answer.')).toBeInTheDocument();
  });
});
