import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../../../common/monitors/api';
import type { RunAt } from '../../../../common/monitors/explain_run';
import type { MonitorHistory } from '../../../../common/monitors/history/history';
import { refusal } from '../../../shared/testing/fake_host';
import type { Routes } from '../../../shared/testing/routes';
import { newMonitorOf } from '../../editor/new_monitor';
import { monitorSample } from '../../testing/samples';
import { showMonitors } from '../../testing/show_monitors';
import { PastSection } from '../past_section';
import { domainOf, metricLines } from './metric_series';

const HOUR = 3_600_000;
const TO = Date.UTC(2026, 10, 21, 9);
const FROM = TO - 24 * HOUR;

const history = (changes: Partial<MonitorHistory> = {}): MonitorHistory => ({
  ...{ from: FROM, to: TO, step: HOUR, runs: 2 },
  steps: [FROM, FROM + HOUR].map((at) => ({
    ...{ at, runs: 1, notable: 0 },
    last: { scheduled_at: at + 5000, outcome: 'not_triggered', took: 12, hits: 4, measures: {} },
  })),
  intervals: [
    { from: FROM, to: FROM + HOUR, kind: 'not_existing' },
    { from: FROM + HOUR, to: FROM + 3 * HOUR, kind: 'ok' },
    { from: FROM + 3 * HOUR, to: TO, kind: 'not_run' },
  ],
  ...{ gaps: [], alerts: [], more_alerts: false },
  cost: {
    ...{ runs_per_hour: 60, took_average: 12, took_most: 40, hits_average: 4 },
    ...{ share: 0.0002, sampled: 2 },
  },
  ...changes,
});

const RUN_AT: RunAt = {
  ...{ instant: FROM, verdict: 'did_not_fire' },
  explanation: [
    {
      ...{ kind: 'ran', scheduled_at: FROM + 65_000, started_at: FROM + 65_100 },
      window: { start: FROM, end: FROM + 60_000 },
    },
    { kind: 'found', hits: 3 },
    { kind: 'judged', trigger: { id: 't', name: 'Many' }, triggered: false, measure: 3 },
  ],
};

const show = (routes: Routes = {}, path = '/m1') =>
  showMonitors(
    <PastSection id="m1" monitor={monitorSample()} />,
    {
      [`GET ${MONITORS_PATH}/m1/history`]: () => history(),
      [`GET ${MONITORS_PATH}/m1/runs/_at`]: () => RUN_AT,
      ...routes,
    },
    path
  );

describe('the history of a monitor', () => {
  it('tells times in which nothing is known from those that were well, in words', async () => {
    show();
    const strip = await screen.findByTestId('stateStrip');
    expect(within(strip).getByRole('img')).toHaveAccessibleName(
      /Did not run: 21 hours; OK: 2 hours; Not created yet: 1 hour\./
    );
    expect(screen.getByTestId('stateLegend')).toHaveTextContent('Did not run · 21 hours');
  });

  it('has the states as a table, the newest first', async () => {
    show();
    await userEvent.click(await screen.findByText('States as a table'));
    const rows = within(screen.getByTestId('intervalsTable')).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('Did not run');
    expect(rows[3]).toHaveTextContent('Not created yet');
  });

  it('says what the monitor costs', async () => {
    show();
    const cost = await screen.findByTestId('monitorCost');
    expect(cost).toHaveTextContent('60');
    expect(cost).toHaveTextContent('12 ms');
    expect(cost).toHaveTextContent('0.02 %');
  });

  it('asks for the time that is chosen, and keeps it in the address', async () => {
    const { requests, history: memory } = show({}, '/m1?notable=true');
    await userEvent.selectOptions(await screen.findByTestId('timeRange'), 'now-7d');
    await waitFor(() =>
      expect(requests.map(({ query }) => query)).toContainEqual({ from: 'now-7d', to: 'now' })
    );
    expect(memory.location.search).toBe('?notable=true&from=now-7d');
  });

  it('says when there were more alerts than it draws', async () => {
    show({ [`GET ${MONITORS_PATH}/m1/history`]: () => history({ more_alerts: true }) });
    expect(await screen.findByTestId('moreAlertsInHistory')).toBeInTheDocument();
  });

  it('says why there is none', async () => {
    show({
      [`GET ${MONITORS_PATH}/m1/history`]: () => {
        throw refusal(503, 'cluster_unreachable', 'The cluster does not answer.');
      },
    });
    expect(await screen.findByText('The cluster does not answer.')).toBeInTheDocument();
  });
});

describe('the lines of the chart', () => {
  const monitor = newMonitorOf('query_level_monitor');
  const wrapped = {
    query_level_trigger: {
      ...{ id: 't', name: 'Many', severity: '1' as const, actions: [] },
      condition: {
        script: { source: 'ctx.results[0].hits.total.value > 50', lang: 'painless' as const },
      },
    },
  };
  const withMeasures = history({
    steps: [0, 1, 4].map((i) => ({
      ...{ at: FROM + i * HOUR, runs: 1, notable: 0 },
      last: { scheduled_at: FROM + i * HOUR, outcome: 'triggered', measures: { t: 10 * i } },
    })),
  });

  it('are what the triggers looked at, with their thresholds, and a hole where nothing ran', () => {
    const [line] = metricLines(withMeasures, { ...monitorSample(), triggers: [wrapped] });
    expect(line).toMatchObject({ trigger: { name: 'Many' }, threshold: { value: 50 } });
    expect(line.points.map(({ value }) => value)).toEqual([0, 10, null, 40]);
    expect(domainOf([line]).max).toBeGreaterThan(50);
  });

  it('are the hits where no trigger looks at a number', () => {
    const lines = metricLines(history(), monitor);
    expect(lines.map(({ trigger }) => trigger)).toEqual([undefined]);
    expect(lines[0].points.map(({ value }) => value)).toEqual([4, 4]);
  });
});

describe('the search for the run of an instant', () => {
  it('explains the instant of the address in sentences', async () => {
    const { requests } = show({}, `/m1?at=${FROM}`);
    const answer = await screen.findByTestId('verdict-did_not_fire');
    expect(answer).toHaveTextContent('It did not fire: the condition was not true.');
    expect(answer).toHaveTextContent(/The run of .* looked at it: its window was from/);
    expect(answer).toHaveTextContent('The search found 3 hits.');
    expect(answer).toHaveTextContent('Many: the condition was not true; the value was 3.');
    expect(requests.map(({ query }) => query)).toContainEqual({ instant: FROM });
  });

  it('asks nothing until somebody does, and then about what they chose', async () => {
    const { requests, history: memory } = show();
    await screen.findByTestId('stateStrip');
    expect(requests.some(({ path }) => path.endsWith('_at'))).toBe(false);
    await userEvent.click(screen.getByTestId('runSearchButton'));
    expect(await screen.findByTestId('verdict-did_not_fire')).toBeInTheDocument();
    expect(memory.location.search).toMatch(/^\?at=\d+$/);
  });

  it('says why no run looked at it', async () => {
    const absent = { kind: 'absent', why: 'disabled', before: FROM } as const;
    show(
      {
        [`GET ${MONITORS_PATH}/m1/runs/_at`]: () => ({
          ...{ instant: TO, verdict: 'did_not_run', explanation: [absent] },
        }),
      },
      `/m1?at=${TO}`
    );
    expect(await screen.findByTestId('verdict-did_not_run')).toHaveTextContent(
      /The monitor was disabled\. The run before was at/
    );
  });
});
