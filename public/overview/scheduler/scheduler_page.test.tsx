import { screen, within } from '@testing-library/react';
import React from 'react';
import type { SchedulerOverview } from '../../../common/overview/scheduler';
import { SCHEDULER_PATH } from '../../../common/overview/scheduler';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { OverviewRoutes } from '../routes';

const NOW = Date.UTC(2026, 10, 21, 9);

const OVERVIEW: SchedulerOverview = {
  enabled: true,
  partition_count: 64,
  instances: [
    {
      ...{ id: 'aaaaaaaa-1', this_one: true, live: true, beats: 9, last_seen: NOW },
      ...{ lease_ttl: 24_000, partitions: [0, 1, 2, 9] },
      report: {
        ...{ host: 'north', version: '0.1.0', started_at: NOW, monitors: 12, lag: 45_000 },
        ...{ queue: 7, in_flight: 2, late_count: 3, unwritten: 0 },
        late: [{ id: 'm1', name: 'Slow one', late: 45_000 }],
        problems: [
          { about: 'busy', message: 'The cluster is too busy.', since: NOW, last: NOW, times: 4 },
        ],
      },
    },
    {
      ...{ id: 'bbbbbbbb-2', this_one: false, live: false, beats: 3, last_seen: null },
      ...{ lease_ttl: 24_000, partitions: [3, 4] },
    },
  ],
  unowned: [3, 4],
  scripts: { used: 3, limit: 60, waiting: 0 },
};

const open = (answer: () => unknown) =>
  renderPage(<OverviewRoutes />, {
    appId: APP_IDS.overview,
    path: '/scheduler',
    answer: ({ path }) => {
      if (path === SCHEDULER_PATH) return answer();
      throw refusal(404, 'not_found', path);
    },
  });

describe('the page of the scheduler', () => {
  it('shows who runs what, and who is gone', async () => {
    open(() => OVERVIEW);
    const table = await screen.findByTestId('instancesTable');
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('north');
    expect(first).toHaveTextContent('0–2, 9');
    expect(first).toHaveTextContent('45 seconds');
    expect(second).toHaveTextContent('bbbbbbbb');
    expect(second).toHaveTextContent('Gone');
  });

  it('shows what is behind, with a way to it, and how many others are', async () => {
    open(() => OVERVIEW);
    const link = await screen.findByText('Slow one');
    expect(link.closest('a')).toHaveAttribute('href', `/app/${APP_IDS.monitors}/m1`);
    expect(screen.getByText('and 2 others')).toBeInTheDocument();
  });

  it('says problems in words, and which partitions nobody has', async () => {
    open(() => OVERVIEW);
    expect(await screen.findByTestId('schedulerTrouble')).toHaveTextContent(
      'The cluster is too busy.'
    );
    expect(screen.getByTestId('unownedPartitions')).toHaveTextContent('2 partitions');
    expect(screen.getByTestId('unownedPartitions')).toHaveTextContent('3–4');
    expect(screen.getByTestId('scriptsTotal')).toHaveTextContent('3 / 60');
  });

  it('says that all is well when it is', async () => {
    const [one] = OVERVIEW.instances;
    if (!one.report) throw new Error('The first instance reports.');
    const report = { ...one.report, late: [], late_count: 0, problems: [] };
    open(() => ({ ...OVERVIEW, instances: [{ ...one, report }], unowned: [] }));
    expect(await screen.findByTestId('nothingBehind')).toBeInTheDocument();
    expect(screen.getByTestId('noProblems')).toBeInTheDocument();
    expect(screen.queryByTestId('unownedPartitions')).not.toBeInTheDocument();
  });

  it('says why it cannot show anything', async () => {
    open(() => {
      throw refusal(503, 'cluster_unreachable', 'The cluster does not answer.');
    });
    expect(await screen.findByText('The cluster does not answer.')).toBeInTheDocument();
  });
});
