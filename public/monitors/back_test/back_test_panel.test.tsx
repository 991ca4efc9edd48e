import React from 'react';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BACK_TEST_PATH } from '../../../common/monitors/back_test/api';
import type { BackTest } from '../../../common/monitors/back_test/back_test';
import { monitorSchema } from '../../../common/monitors/monitor';
import type { Monitor } from '../../../common/monitors/monitor';
import { refusal } from '../../shared/testing/fake_host';
import type { Routes } from '../../shared/testing/routes';
import { backTestAlert, backTestResult, backTestSample } from '../testing/back_test_samples';
import { monitorSample } from '../testing/samples';
import { showEditor } from '../testing/show_editor';
import { BackTestPanel } from './back_test_panel';
import { forgetBackTests } from './use_back_test';

const START = `POST ${BACK_TEST_PATH}`;

const draft = (changes: Partial<ReturnType<typeof monitorSample>> = {}): Monitor =>
  monitorSchema.parse({
    ...monitorSample({
      triggers: [
        {
          query_level_trigger: {
            ...{ id: 't', name: 'Too many', severity: '1', actions: [] },
            condition: {
              script: { source: 'ctx.results[0].hits.total.value > 3', lang: 'painless' },
            },
          },
        },
      ],
    }),
    ...changes,
  });

const show = (routes: Routes, monitor = draft(), saved?: Monitor) =>
  showEditor(<BackTestPanel {...(saved ? { saved } : {})} />, monitor, { routes });

const run = () => userEvent.click(screen.getByTestId('backTestRun'));

beforeEach(forgetBackTests);

describe('the back-test of the editor', () => {
  it('says what the draft would have done, in words, as a timeline and as alerts', async () => {
    const { requests } = show({ [START]: () => backTestSample() });
    await run();
    expect(await screen.findByTestId('backTestOutcome')).toHaveTextContent(
      'It would have fired once and sent 3 messages (2 more held back).'
    );
    expect(screen.getByTestId('laneText')).toHaveTextContent('Active once, 5 minutes in all');
    expect(within(screen.getByTestId('backTestAlerts')).getByText('42')).toBeInTheDocument();
    expect(screen.getByTestId('backTestMethod')).toHaveTextContent(
      '60 windows, judged from 1 date histogram'
    );
    const { from, to } = requests.find(({ path }) => path === BACK_TEST_PATH)?.body as {
      from: number;
      to: number;
    };
    expect(to - from).toBe(24 * 3_600_000);
  });

  it('asks for the time that was chosen', async () => {
    const { requests } = show({ [START]: () => backTestSample() });
    await userEvent.selectOptions(screen.getByTestId('backTestTime'), 'Last 30 days');
    await run();
    await screen.findByTestId('backTestResult');
    const { from, to } = requests[requests.length - 1].body as { from: number; to: number };
    expect(to - from).toBe(30 * 24 * 3_600_000);
  });

  it('asks for a time from one instant to another', async () => {
    const { requests } = show({ [START]: () => backTestSample() });
    await userEvent.selectOptions(screen.getByTestId('backTestTime'), 'From … to …');
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-01-03T12:00:00' } });
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-01-01T12:00:00' } });
    await run();
    await screen.findByTestId('backTestResult');
    const { from, to } = requests[requests.length - 1].body as { from: number; to: number };
    expect(to - from).toBe(48 * 3_600_000);
  });

  it('shows how far it is, and stops with what was found until then', async () => {
    const running: BackTest = { id: 'b1', status: 'running', progress: 0.4 };
    show({
      [START]: () => running,
      [`GET ${BACK_TEST_PATH}/b1`]: () => running,
      [`POST ${BACK_TEST_PATH}/b1/_stop`]: () => backTestSample({ status: 'stopped' }),
    });
    await run();
    expect(await screen.findByText('40% tested')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('backTestStop'));
    expect(await screen.findByText(/It was stopped/)).toBeInTheDocument();
    expect(screen.getByTestId('backTestOutcome')).toBeInTheDocument();
    expect(screen.queryByTestId('backTestProgress')).not.toBeInTheDocument();
  });

  it('asks again until it is done', async () => {
    let asked = 0;
    show({
      [START]: () => ({ id: 'b1', status: 'running', progress: 0.1 }),
      [`GET ${BACK_TEST_PATH}/b1`]: () =>
        ++asked < 2 ? { id: 'b1', status: 'running', progress: 0.5 } : backTestSample(),
    });
    await run();
    expect(await screen.findByTestId('backTestOutcome')).toBeInTheDocument();
    expect(asked).toBe(2);
  });

  it('sets the draft beside what is saved, and says the difference', async () => {
    const saved = draft({ query_delay_seconds: 60 });
    show(
      {
        [START]: ({ body }) => {
          const { monitor } = body as { monitor: Monitor };
          const isSaved = monitor.query_delay_seconds === 60;
          const alerts = isSaved
            ? [backTestAlert(10), backTestAlert(20), backTestAlert(40)]
            : [backTestAlert(11), backTestAlert(50)];
          return backTestSample({ result: backTestResult(alerts) });
        },
      },
      draft(),
      saved
    );
    await run();
    await waitFor(() =>
      expect(screen.getByTestId('backTestChange')).toHaveTextContent(
        '2 alerts fewer, 1 new: it fires 2 times instead of 3, and sends 6 messages instead of 9.'
      )
    );
    const table = screen.getByTestId('backTestAlerts');
    expect(within(table).getAllByText('No more')).toHaveLength(2);
    expect(within(table).getAllByText('New')).toHaveLength(1);
    expect(screen.getByText('As it is saved')).toBeInTheDocument();
    expect(screen.getByText('As it is here')).toBeInTheDocument();
  });

  it('says it shortly where the same happens', async () => {
    const saved = draft({ query_delay_seconds: 60 });
    show({ [START]: () => backTestSample() }, draft(), saved);
    await run();
    await waitFor(() =>
      expect(screen.getByTestId('backTestChange')).toHaveTextContent(
        'The same alerts as before, and as many messages.'
      )
    );
  });

  it('asks once where nothing that matters has changed', async () => {
    const { requests } = show(
      { [START]: () => backTestSample() },
      draft(),
      draft({ name: 'Other' })
    );
    await run();
    await screen.findByTestId('backTestOutcome');
    expect(requests.filter(({ path }) => path === BACK_TEST_PATH)).toHaveLength(1);
    expect(screen.queryByTestId('backTestChange')).not.toBeInTheDocument();
  });

  it('keeps the result for whoever comes back', async () => {
    const page = show({ [START]: () => backTestSample() });
    await run();
    await screen.findByTestId('backTestOutcome');
    page.view.unmount();
    const again = show({});
    expect(screen.getByTestId('backTestOutcome')).toBeInTheDocument();
    expect(again.requests.filter(({ path }) => path === BACK_TEST_PATH)).toEqual([]);
  });

  it('says what the server has against it', async () => {
    show({
      [START]: () => {
        throw refusal(422, 'cluster_refused', 'no such index [k8s-logs]');
      },
    });
    await run();
    expect(await screen.findByTestId('backTestError')).toHaveTextContent('no such index');
  });

  it('says what a search a window costs, and why', async () => {
    const method = { kind: 'windows' as const, searches: 60, reason: 'It looks at documents.' };
    const result = { ...backTestResult(), method, notes: ['The query names no period.'] };
    show({ [START]: () => backTestSample({ result }) });
    await run();
    expect(await screen.findByTestId('backTestMethod')).toHaveTextContent(
      'judged by 60 searches; the cluster took 120 ms. One by one because: It looks at documents.'
    );
    expect(screen.getByTestId('backTestNotes')).toHaveTextContent('names no period');
  });

  it('waits until there is something to test', () => {
    show({}, draft({ triggers: [] }));
    expect(screen.getByTestId('backTestRun')).toBeDisabled();
    expect(screen.getByTestId('backTestNotReady')).toBeInTheDocument();
  });

  it('says of a type without a past why there is none', () => {
    const metrics = monitorSchema.parse({
      ...draft({ triggers: [] }),
      monitor_type: 'cluster_metrics_monitor',
      inputs: [
        { uri: { api_type: 'CLUSTER_HEALTH', path: '_cluster/health', path_params: '', url: '' } },
      ],
    });
    show({}, metrics);
    expect(screen.getByTestId('backTestImpossible')).toHaveTextContent('keeps no past');
    expect(screen.queryByTestId('backTestRun')).not.toBeInTheDocument();
  });
});
