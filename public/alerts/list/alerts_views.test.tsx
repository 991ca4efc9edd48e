import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ALERTS_PATH } from '../../../common/alerts/api';
import type { AlertGroup, AlertsBeside } from '../../../common/alerts/api';
import { MONITORS_PATH } from '../../../common/monitors/api';
import type { SeenRequest } from '../../shared/testing/fake_host';
import { sampleAlert } from '../sample_alerts';
import { MONITOR, answering, open } from '../testing/alerts_stage';

const NOW = Date.UTC(2026, 10, 21, 9);
const HOUR = 3_600_000;

const BESIDE: AlertsBeside = {
  chart: {
    ...{ from: NOW - 2 * HOUR, to: NOW, step: HOUR },
    points: [
      { at: NOW - 2 * HOUR, started: { 1: 3 }, active: { 1: 3 } },
      { at: NOW - HOUR, started: { 3: 1 }, active: { 1: 3, 3: 1 } },
    ],
  },
  tags: ['payments', 'eu'],
  owners: ['shop'],
};

const GROUP: AlertGroup = {
  ...{ monitor_id: 'm1', monitor_name: 'Errors', trigger_id: 't1', trigger_name: 'ERROR lines' },
  ...{ severity: '1', count: 1200, open: 7, acknowledged: 0, errors: 0 },
  ...{ newest_start: NOW, newest_id: 'm1.9.0' },
};

const listOf = (requests: readonly SeenRequest[]) =>
  requests.filter(({ path }) => path === ALERTS_PATH).map(({ query }) => query);

const server =
  (alerts = [sampleAlert()]) =>
  (request: SeenRequest) => {
    if (request.path === ALERTS_PATH) return { total: alerts.length, items: alerts, ...BESIDE };
    if (request.path === `${ALERTS_PATH}/_groups`) {
      return { total: 1200, groups: [GROUP], more: true, ...BESIDE };
    }
    if (request.path === `${MONITORS_PATH}/m1`) return { id: 'm1', monitor: MONITOR };
    return answering(alerts)(request);
  };

describe('the chart of the alerts page', () => {
  it('comes with the rows, in one request, and says in words what it shows', async () => {
    const { requests } = open(server());
    const chart = await screen.findByTestId('alertsChart');
    expect(chart).toHaveTextContent(/at most 4 alerts were open at once/);
    expect(listOf(requests)).toEqual([expect.objectContaining({ chart: true, from: 'now-7d' })]);
    expect(requests.some(({ path }) => path === MONITORS_PATH)).toBe(false);
  });

  it('can show how many started, or nothing', async () => {
    const { history } = open(server());
    await userEvent.click(await screen.findByText('Started'));
    expect(await screen.findByText(/4 alerts started/)).toBeInTheDocument();
    await userEvent.click(screen.getByText('No chart'));
    expect(screen.queryByText(/4 alerts started/)).not.toBeInTheDocument();
    expect(history.location.search).toBe('?chart=off');
  });
});

describe('the filters of the alerts page', () => {
  it('offer the tags and owners that there are, and ask for what is chosen', async () => {
    const { requests, history } = open(server());
    await userEvent.selectOptions(await screen.findByTestId('alertsTagFilter'), 'eu');
    await userEvent.selectOptions(screen.getByTestId('alertsOwnerFilter'), 'shop');
    await userEvent.selectOptions(screen.getByTestId('timeRange'), 'now-1h');
    await waitFor(() =>
      expect(listOf(requests)).toContainEqual(
        expect.objectContaining({ tag: 'eu', owner: 'shop', from: 'now-1h' })
      )
    );
    expect(history.location.search).toBe('?from=now-1h&tag=eu&owner=shop');
  });

  it('ask for no beginning where all of the time is wanted', async () => {
    const { requests } = open(server(), '/?from=all&state=past');
    await screen.findByTestId('alertsChart');
    expect(listOf(requests)[0]).toEqual(expect.not.objectContaining({ from: expect.anything() }));
  });

  it('never have more rows on the page than it bears', async () => {
    const { requests } = open(server(), '/?per_page=1000');
    await screen.findByTestId('alertsChart');
    expect(listOf(requests)[0]).toMatchObject({ per_page: 100 });
  });

  it('say that nothing was in the time, and lead to all of it', async () => {
    const { requests } = open(server([]), '/?state=past&from=now-1h');
    await userEvent.click(await screen.findByTestId('showAllTime'));
    await waitFor(() => expect(listOf(requests).slice(-1)[0]).not.toHaveProperty('from'));
  });
});

describe('alerts by trigger', () => {
  it('are lines with counts, each leading to its alerts', async () => {
    const { history } = open(server(), '/?view=grouped&state=all');
    const table = await screen.findByTestId('alertGroupsTable');
    expect(table).toHaveTextContent('1,200');
    expect(screen.getByTestId('moreGroups')).toBeInTheDocument();
    await userEvent.click(within(table).getByLabelText('7 open alerts of ERROR lines'));
    expect(history.location.search).toBe('?monitor_id=m1&trigger_id=t1');
    expect(await screen.findByTestId('alertsTable')).toBeInTheDocument();
  });
});

describe('the file of the alerts', () => {
  it('has what the filters leave, and not only the page', async () => {
    open(server(), '/?severity=1&tag=eu&page=3&from=all');
    const href = (await screen.findByTestId('exportAlerts')).getAttribute('href');
    expect(href).toBe(`/base${ALERTS_PATH}/_export?state=open&severity=1&tag=eu`);
  });
});
