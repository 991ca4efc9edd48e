import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ALERTS_PATH } from '../../../common/alerts/api';
import { MONITORS_PATH } from '../../../common/monitors/api';
import type { MonitorSummary } from '../../../common/monitors/api';
import { BULK_PATH } from '../../../common/monitors/bulk';
import { refusal } from '../../shared/testing/fake_host';
import type { Routes } from '../../shared/testing/routes';
import { undo } from '../../shared/testing/undo';
import { showMonitors } from '../testing/show_monitors';
import { runSample, summarySample } from '../testing/samples';
import { MonitorsListPage } from './monitors_list_page';

const LIST = `GET ${MONITORS_PATH}`;

const listOf = (...items: MonitorSummary[]): Routes => ({
  [LIST]: () => ({ total: items.length, items }),
});

const select = async (...ids: string[]): Promise<void> => {
  for (const id of ids) await userEvent.click(await screen.findByTestId(`checkboxSelectRow-${id}`));
};

const rowOf = async (name: string): Promise<HTMLElement> => {
  const row = (await screen.findByText(name)).closest('tr');
  if (!row) throw new Error(`${name} is in no row.`);
  return row;
};

describe('the list of monitors', () => {
  it('says of each how it is, when it runs and how many alerts it has', async () => {
    showMonitors(<MonitorsListPage />, listOf(summarySample({ active_alerts: 2 })));
    const row = await rowOf('Pod errors');
    expect(row).toHaveTextContent('Enabled');
    expect(row).toHaveTextContent('Every 15 seconds');
    expect(row).toHaveTextContent('Not triggered');
    expect(within(row).getByTestId('monitorAlertsLink')).toHaveTextContent('2');
  });

  it('tells its type, owner and tags', async () => {
    const monitor = summarySample({
      ...{ monitor_type: 'cluster_metrics_monitor', indices: [] },
      ...{ tags: ['prod', 'eu'], owner: 'platform' },
    });
    showMonitors(<MonitorsListPage />, listOf(monitor));
    const row = await rowOf('Pod errors');
    expect(row).toHaveTextContent('Cluster metrics · platform');
    expect(row).toHaveTextContent('prod');
    expect(row).toHaveTextContent('eu');
  });

  it('shows a failing monitor with the reason', async () => {
    const problem = { code: 'cluster_refused', message: 'no such index [gone]' };
    const failed = summarySample({ last_run: runSample({ outcome: 'error', problem }) });
    showMonitors(<MonitorsListPage />, listOf(failed));
    const row = await rowOf('Pod errors');
    expect(row).toHaveTextContent('Failing');
    expect(row).toHaveTextContent('no such index [gone]');
  });

  it('offers to adopt a monitor that nobody vouches for', async () => {
    const adopted: unknown[] = [];
    showMonitors(<MonitorsListPage />, {
      ...listOf(summarySample({ authorisation: 'needs_adoption' })),
      [`POST ${MONITORS_PATH}/m1/_adopt`]: () => adopted.push('m1'),
    });
    await userEvent.click(await screen.findByTestId('adoptButton'));
    await waitFor(() => expect(adopted).toEqual(['m1']));
  });

  it('begins with a way to create the first one', async () => {
    showMonitors(<MonitorsListPage />, listOf());
    expect(await screen.findByText('Nothing is watched yet')).toBeInTheDocument();
    expect(screen.getByTestId('createMonitorButton')).toHaveAttribute('href', '/create');
  });

  it('says why it could not be loaded, and tries again', async () => {
    let broken = true;
    showMonitors(<MonitorsListPage />, {
      [LIST]: () => {
        if (broken) throw refusal(503, 'cluster_unreachable', 'The cluster cannot be reached.');
        return { total: 1, items: [summarySample()] };
      },
    });
    expect(await screen.findByText('The cluster cannot be reached.')).toBeInTheDocument();
    broken = false;
    await userEvent.click(screen.getByTestId('retryButton'));
    expect(await screen.findByText('Pod errors')).toBeInTheDocument();
  });

  it('asks the server for what the URL says', async () => {
    const asked: unknown[] = [];
    showMonitors(
      <MonitorsListPage />,
      {
        [LIST]: ({ query }) => {
          asked.push(query);
          return { total: 41, items: [summarySample()] };
        },
      },
      '/?search=pod&state=enabled&page=3&sort=enabled&order=desc'
    );
    await rowOf('Pod errors');
    expect(asked[0]).toMatchObject({
      search: 'pod',
      state: 'enabled',
      page: 3,
      sort: 'enabled',
      order: 'desc',
    });
  });

  it('puts a search into the URL and goes back to the first page', async () => {
    const { history } = showMonitors(
      <MonitorsListPage />,
      { [LIST]: () => ({ total: 41, items: [summarySample()] }) },
      '/?page=3'
    );
    await userEvent.type(await screen.findByTestId('monitorsSearch'), 'pay');
    await waitFor(() => expect(history.location.search).toBe('?search=pay'));
  });

  it('deletes the selected ones after a yes, and says what it could not delete', async () => {
    const asked: unknown[] = [];
    const { confirm, toasts } = showMonitors(<MonitorsListPage />, {
      ...listOf(summarySample({ active_alerts: 1 }), summarySample({ id: 'm2', name: 'Other' })),
      [`POST ${BULK_PATH}`]: ({ body }) => {
        asked.push(body);
        return {
          results: [
            { id: 'm1', ok: true, changed: true },
            { id: 'm2', ok: false, code: 'conflict', message: 'Somebody else has saved it.' },
          ],
        };
      },
    });
    await select('m1', 'm2');
    await userEvent.click(screen.getByTestId('bulkDeleteButton'));
    await waitFor(() =>
      expect(toasts).toContainEqual(
        expect.objectContaining({ kind: 'warning', text: 'Somebody else has saved it. (Other)' })
      )
    );
    expect(confirm).toHaveBeenCalledTimes(1);
    expect(asked).toEqual([
      {
        verb: 'delete',
        monitors: [
          { id: 'm1', version: 'v1' },
          { id: 'm2', version: 'v1' },
        ],
      },
    ]);
    expect(toasts).toContainEqual(
      expect.objectContaining({ kind: 'success', title: 'Deleted 1 monitor' })
    );
  });

  it('puts tags on the selected ones, in batches', async () => {
    const asked: Array<{ monitors: unknown[]; tags: string[] }> = [];
    const many = Array.from({ length: 25 }, (_, i) =>
      summarySample({ id: `m${i}`, name: `Monitor ${i}` })
    );
    showMonitors(<MonitorsListPage />, {
      [LIST]: () => ({ total: 25, items: many, tags: ['prod'], owners: [] }),
      [`POST ${BULK_PATH}`]: ({ body }) => {
        const request = body as { monitors: Array<{ id: string }>; tags: string[] };
        asked.push(request);
        return { results: request.monitors.map(({ id }) => ({ id, ok: true, changed: true })) };
      },
    });
    await userEvent.click(await screen.findByTestId('checkboxSelectAll'));
    await userEvent.click(screen.getByTestId('bulkTagsButton'));
    await userEvent.type(await screen.findByTestId('bulkTags'), ' eu,eu ,');
    await userEvent.click(screen.getByRole('button', { name: 'Take the tag prod' }));
    await userEvent.click(screen.getByTestId('bulkAddTags'));
    await waitFor(() => expect(asked.map(({ monitors }) => monitors.length)).toEqual([20, 5]));
    expect(asked[0].tags).toEqual(['eu', 'prod']);
  });

  it('acknowledges the alerts of the selected ones, and takes that back', async () => {
    const alerts = [{ id: 'a1', monitor_id: 'm1' }];
    const takenBack: unknown[] = [];
    const { toasts } = showMonitors(<MonitorsListPage />, {
      ...listOf(summarySample({ active_alerts: 1 })),
      [`POST ${ALERTS_PATH}/_acknowledge_all`]: () => ({ acknowledged: alerts, failed: [] }),
      [`POST ${ALERTS_PATH}/_unacknowledge`]: ({ body }) => {
        takenBack.push(body);
        return { unacknowledged: ['a1'], failed: [] };
      },
    });
    await select('m1');
    await userEvent.click(screen.getByTestId('bulkAcknowledgeButton'));
    await waitFor(() => expect(toasts).toHaveLength(1));
    expect(toasts[0].title).toBe('Acknowledged 1 alert');
    await undo(toasts[0]);
    await waitFor(() => expect(takenBack).toEqual([{ alerts }]));
  });

  it('is filtered by what is in the URL, and filters are taken off', async () => {
    const asked: Array<Record<string, unknown>> = [];
    const { history } = showMonitors(
      <MonitorsListPage />,
      {
        [LIST]: ({ query }) => {
          asked.push(query);
          return { total: 0, items: [], tags: ['eu', 'prod'], owners: ['platform'] };
        },
      },
      '/?tag=eu&health=firing&type=ppl_monitor&owner=gone'
    );
    expect(await screen.findByTestId('monitorsTagFilter')).toHaveValue('eu');
    expect(screen.getByTestId('monitorsOwnerFilter')).toHaveValue('gone');
    expect(asked[0]).toMatchObject({
      tag: 'eu',
      health: 'firing',
      type: 'ppl_monitor',
      owner: 'gone',
    });
    expect(screen.getByText('No monitor matches the search.')).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByTestId('monitorsTagFilter'), '');
    await waitFor(() => expect(history.location.search).not.toContain('tag='));
  });

  it('deletes nothing after a no', async () => {
    const { confirm } = showMonitors(<MonitorsListPage />, listOf(summarySample()));
    confirm.mockResolvedValue(false);
    await rowOf('Pod errors');
    await userEvent.click(screen.getByTestId('checkboxSelectRow-m1'));
    await userEvent.click(screen.getByTestId('bulkDeleteButton'));
    await waitFor(() => expect(confirm).toHaveBeenCalled());
    expect(screen.getByText('Pod errors')).toBeInTheDocument();
  });
});
