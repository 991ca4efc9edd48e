import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BackTest } from '../../../common/monitors/back_test/back_test';
import { MONITORS_PATH } from '../../../common/monitors/api';
import { monitorSchema } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { READY_MADE, asksIndices } from '../../../common/monitors/ready_made/answers';
import { DESTINATIONS_PATH } from '../../../common/notifications/api';
import { API_BASE } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import type { Routes } from '../../shared/testing/routes';
import { CreateMonitorPage } from '../editor/create_monitor_page';
import { editorRoutes, write } from '../testing/create_monitor';
import { destinationSample, recordSample } from '../testing/samples';
import { showMonitors } from '../testing/show_monitors';

jest.mock('../../shared/code_editor', () => jest.requireActual('../testing/plain_code_editor'));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

const FAMILIES = `GET ${API_BASE}/indices/_families`;
const FIELDS = `GET ${API_BASE}/indices/_fields`;
const DRY_RUN = `POST ${MONITORS_PATH}/_dry_run`;

const dryRun = (hits: number, triggered: number) => ({
  window: { start: 1_700_000_000_000, end: 1_700_000_060_000 },
  took: 3,
  hits,
  results: '[]',
  verdicts: [{ triggerId: 't', kind: 'judged', groups: [], counts: { judged: 1, triggered } }],
});

const backTest = (fired: number): BackTest => ({
  id: 'b1',
  status: 'done',
  progress: 1,
  result: {
    ...{ from: 1_700_000_000_000, to: 1_700_086_400_000, windows: { judged: 1440, failed: 0 } },
    method: { kind: 'histogram', searches: 1 },
    triggers: [
      {
        ...{ id: 't', name: 'Errors found', points: [], timelines: [], fired },
        messages: { sent: fired, held_back: 0 },
      },
    ],
    ...{ alerts: [], alert_count: fired, took: 3, notes: [] },
  },
});

const nobody: Routes = { [`GET ${DESTINATIONS_PATH}`]: () => ({ total: 0, items: [] }) };

const known: Routes = {
  ...editorRoutes,
  ...nobody,
  [FAMILIES]: () => ({
    families: [
      { pattern: 'orders', count: 1, newest: 'orders' },
      { pattern: 'logstash-logs-app-*', count: 2, newest: 'logstash-logs-app-2026.11.21' },
    ],
  }),
  [FIELDS]: ({ query }) => ({
    fields:
      query.indices === 'orders'
        ? [{ name: 'ordered', type: 'date' }]
        : [
            { name: 'at', type: 'date' },
            { name: 'severity', type: 'keyword' },
            { name: 'service', type: 'keyword' },
            { name: 'took', type: 'long' },
          ],
  }),
  [DRY_RUN]: () => dryRun(21, 1),
  [`POST ${MONITORS_PATH}/_back_test`]: () => backTest(4),
};

const open = async (which: string, routes: Routes = {}) => {
  const destinations: unknown[] = [];
  const monitors: Monitor[] = [];
  const page = showMonitors(
    <CreateMonitorPage />,
    {
      ...known,
      [`POST ${DESTINATIONS_PATH}`]: ({ body }) => {
        destinations.push(body);
        return destinationSample('d9', 'New');
      },
      [`POST ${MONITORS_PATH}`]: ({ body }) => {
        const { monitor } = body as { monitor: Monitor };
        monitors.push(monitor);
        return recordSample({ id: 'new', monitor });
      },
      ...routes,
    },
    `/create?ready=${which}`
  );
  await screen.findByTestId('firstMonitor');
  return { ...page, destinations, monitors };
};

const create = (): Promise<void> => userEvent.click(screen.getByTestId('firstCreate'));

describe('the first monitor', () => {
  it('needs no more than a URL: all else is filled in from the cluster', async () => {
    const { history, destinations, monitors } = await open('error_logs');
    expect(await screen.findByTestId('firstNow')).toHaveTextContent('Now 21');
    expect(screen.getByTestId('firstWouldFire')).toHaveTextContent('Would alert');
    expect(screen.getByTestId('firstIndices')).toHaveTextContent('logstash-logs-app-*');
    await waitFor(() =>
      expect(screen.getByTestId('firstPast')).toHaveTextContent('would have alerted 4 times')
    );
    await userEvent.type(screen.getByTestId('firstUrl'), 'https://hooks.slack.com/services/T/B/x');
    await create();
    await waitFor(() => expect(history.location.pathname).toBe('/new'));
    expect(destinations).toEqual([
      { type: 'slack', name: 'Slack', secrets: { url: 'https://hooks.slack.com/services/T/B/x' } },
    ]);
    expect(monitorSchema.parse(monitors[0])).toMatchObject({
      name: 'Errors in logs: logstash-logs-app-*',
      inputs: [{ search: { indices: ['logstash-logs-app-*'] } }],
      triggers: [{ query_level_trigger: { actions: [{ destination_id: 'd9' }] } }],
    });
    expect(JSON.stringify(monitors[0])).toContain('severity');
    expect(JSON.stringify(monitors[0])).toContain('\\"at\\"');
  });

  it('follows its blanks', async () => {
    const { monitors } = await open('error_logs', {
      [`GET ${DESTINATIONS_PATH}`]: () => ({ total: 1, items: [destinationSample('d1', 'Ops')] }),
    });
    await screen.findByTestId('firstNow');
    write('firstThreshold', '40');
    write('firstSpan', '3');
    await userEvent.selectOptions(screen.getByTestId('firstLevels'), 'warnings');
    write('firstName', 'Mine');
    await create();
    await waitFor(() => expect(monitors).toHaveLength(1));
    const text = JSON.stringify(monitors[0]);
    expect(monitors[0].name).toBe('Mine');
    expect(text).toContain('hits.total.value > 40');
    expect(text).toContain('||-3h');
    expect(text).toContain('WARN');
    expect(text).toContain('"destination_id":"d1"');
  });

  it('looks at the fields of other indices when they are chosen', async () => {
    await open('no_logs');
    expect(await screen.findByDisplayValue('at')).toBe(screen.getByTestId('firstTimeField'));
    const combo = within(screen.getByTestId('firstIndices'));
    await userEvent.click(combo.getByTestId('comboBoxClearButton'));
    await userEvent.type(combo.getByRole('textbox'), 'orders');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByDisplayValue('ordered')).toBe(screen.getByTestId('firstTimeField'));
  });

  it('cannot be created while a blank is open', async () => {
    await open('error_logs');
    await screen.findByTestId('firstNow');
    write('firstThreshold', '');
    expect(screen.getByTestId('firstCreate')).toBeDisabled();
    expect(screen.getByText('Fill in what is still open in the sentence.')).toBeInTheDocument();
  });

  it('asks for the URL, unless nobody is to be told', async () => {
    const { monitors, destinations } = await open('red_cluster');
    await create();
    expect(screen.getByText(/Paste the URL/)).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByTestId('firstDestination'), 'none');
    await create();
    await waitFor(() => expect(monitors).toHaveLength(1));
    expect(destinations).toEqual([]);
    expect(monitors[0]).toMatchObject({ triggers: [{ query_level_trigger: { actions: [] } }] });
  });

  it('does not save a destination twice when the monitor is refused', async () => {
    let refused = true;
    const { destinations, monitors } = await open('error_logs', {
      [`GET ${DESTINATIONS_PATH}`]: () =>
        refused ? { total: 0, items: [] } : { total: 1, items: [destinationSample('d9', 'New')] },
      [`POST ${MONITORS_PATH}`]: ({ body }) => {
        if (refused) {
          refused = false;
          throw refusal(403, 'forbidden', 'You may not read these indices.');
        }
        const { monitor } = body as { monitor: Monitor };
        monitors.push(monitor);
        return recordSample({ id: 'new', monitor });
      },
    });
    await screen.findByTestId('firstNow');
    await userEvent.type(screen.getByTestId('firstUrl'), 'https://example.com/hook');
    await create();
    expect(await screen.findByTestId('firstRefusal')).toHaveTextContent('You may not read');
    await create();
    await waitFor(() => expect(monitors).toHaveLength(1));
    expect(destinations).toMatchObject([{ type: 'webhook', name: 'Webhook at example.com' }]);
  });

  it('puts the refusal of a URL at the URL', async () => {
    await open('red_cluster', {
      [`POST ${DESTINATIONS_PATH}`]: () => {
        throw refusal(400, 'invalid_input', 'no', {
          problems: [{ field: 'secrets.url', message: 'The URL must begin with https.' }],
        });
      },
    });
    await userEvent.type(screen.getByTestId('firstUrl'), 'ftp://x');
    await create();
    expect(await screen.findByText('The URL must begin with https.')).toBeInTheDocument();
    expect(screen.queryByTestId('firstRefusal')).not.toBeInTheDocument();
  });

  it('sends a test message before anything is saved', async () => {
    const tried: unknown[] = [];
    const { destinations } = await open('red_cluster', {
      [`POST ${DESTINATIONS_PATH}/_test`]: ({ body }) => {
        tried.push(body);
        return { ok: false, status: 404, answer: 'no_service', took: 3 };
      },
    });
    expect(screen.queryByTestId('firstTest')).not.toBeInTheDocument();
    await userEvent.type(screen.getByTestId('firstUrl'), 'https://example.com/hook');
    await userEvent.click(screen.getByTestId('firstTest'));
    await waitFor(() =>
      expect(screen.getByTestId('firstTestAnswer')).toHaveTextContent('not taken: 404 no_service')
    );
    expect(tried).toMatchObject([{ destination: { type: 'webhook' }, subject: 'Cluster is red' }]);
    expect(destinations).toEqual([]);
  });

  it.each(READY_MADE)('goes on in the full editor without loss: %s', async (which) => {
    await open(which);
    if (asksIndices(which)) await screen.findByTestId('firstNow');
    write('firstName', 'Carried over');
    await userEvent.click(screen.getByTestId('firstAllSettings'));
    expect(await screen.findByTestId('nameInput')).toHaveValue('Carried over');
    expect(screen.getByTestId('saveBarText')).toHaveTextContent('Not saved yet');
    await userEvent.click(screen.getByTestId('saveMonitorButton'));
    // No URL was given, so the destination is what is left to choose.
    expect(await screen.findByTestId('saveBarText')).toHaveTextContent('1 field needs attention');
  });

  it('says what the cluster refuses', async () => {
    await open('error_logs', {
      [DRY_RUN]: () => ({ ...dryRun(0, 0), problem: { code: 'x', message: 'no such index' } }),
    });
    expect(await screen.findByTestId('firstTrouble')).toHaveTextContent('no such index');
  });

  it('says how to come by data where there is none, and where it cannot be told', async () => {
    const { view } = await open('error_logs', { [FAMILIES]: () => ({ families: [] }) });
    expect(await screen.findByTestId('firstNoIndices')).toBeInTheDocument();
    view.unmount();
    await open('error_logs', {
      [FAMILIES]: () => {
        throw refusal(503, 'cluster_unreachable', 'The cluster cannot be reached.');
      },
    });
    expect(await screen.findByTestId('firstFamiliesError')).toHaveTextContent('cannot be reached');
  });
});
