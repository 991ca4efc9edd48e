import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FORECAST_PATH } from '../../../common/lifecycle/forecast/forecast_api';
import type { ForecastFacts } from '../../../common/lifecycle/forecast/forecast_api';
import type { IndexFacts } from '../../../common/lifecycle/decide/facts';
import type { LintedIndex } from '../../../common/lifecycle/lint/surroundings';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { ForecastPage } from './forecast_page';

const DAY = 86_400_000;
const GB = 1024 ** 3;
const NOW = Date.UTC(2026, 10, 21, 12);

const facts = (name: string, age: number): IndexFacts => ({
  ...{ name, uuid: name, created_at: NOW - age * DAY, status: 'open', docs: 1 },
  ...{ primary_bytes: GB, largest_shard_bytes: GB, primaries: 1, replicas: 0 },
  ...{ aliases: [], rollovers: [] },
});

const daily = (name: string, policy_id?: string): LintedIndex[] =>
  Array.from({ length: 5 }, (_, age) => ({
    facts: facts(`${name}-2026.11.${21 - age}`, age + 0.5),
    ...(policy_id === undefined
      ? {}
      : {
          policy_id,
          cursor: { state: 'hot', state_since: NOW - (age + 0.5) * DAY },
        }),
  }));

const policy = (pattern: string, ...actions: object[]) => ({
  ...{ description: '', default_state: 'hot', ism_template: [{ index_patterns: [pattern] }] },
  states: [
    {
      ...{ name: 'hot', actions },
      transitions: [{ state_name: 'gone', conditions: { min_index_age: '7d' } }],
    },
    { name: 'gone', actions: [{ delete: {} }], transitions: [] },
  ],
});

const FACTS: ForecastFacts = {
  ...{ now: NOW, native: 'ism', outdated: 0, left_out: 3, gaps: [] },
  indices: [
    ...daily('logs', 'week'),
    ...daily('audit'),
    { facts: facts('app-1', 2), policy_id: 'broken' },
  ],
  policies: [
    { id: 'week', body: policy('logs-*') },
    { id: 'broken', body: policy('app-*', { rollover: { min_index_age: '1d' } }) },
  ],
};

const show = (changes: Partial<ForecastFacts> = {}, path = '/forecast') =>
  renderPage(<ForecastPage />, {
    ...{ appId: APP_IDS.lifecycle, path },
    answer: routed({ [`GET ${FORECAST_PATH}`]: () => ({ ...FACTS, ...changes }) }),
  });

const summary = (text: RegExp) =>
  waitFor(() => expect(screen.getByTestId('clusterSummary')).toHaveTextContent(text));

describe('the forecast of the whole cluster', () => {
  it('says in a sentence what is deleted, fails and is taken up, each index under its own policy', async () => {
    show();
    await summary(
      /In the next 30 days 28 indices, 28\.5 GB \(27\.3 GB to 29\.7 GB\), are deleted, none rolls over, 1 will fail; storage goes from 11 GB to/
    );
    expect(screen.getByTestId('nobodyCallout')).toHaveTextContent(
      /5 indices, 5 GB, have no policy; at their growth 3\d\.?\d* GB in 30 days, with 30 that come/
    );
    expect(screen.getByTestId('growersTable')).toHaveTextContent('audit-*');
    const parts = within(screen.getByTestId('partsTable')).getAllByRole('row');
    expect(parts.map((row) => row.textContent).join()).toMatch(/week.*5, 30 to come.*28 \(/);
  });

  it('names on a day which indices go, under which policy and why, and keeps the day in the URL', async () => {
    const { history } = show();
    const table = await screen.findByTestId('daysTable');
    const [, first] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Tue, Nov 24, 2026');
    await userEvent.click(within(first).getByTestId('openDay'));
    const day = await screen.findByTestId('dayIndices');
    expect(day).toHaveTextContent('logs-2026.11.17');
    expect(day).toHaveTextContent('week');
    expect(day).toHaveTextContent('Once 7 days old, then “gone” deletes it');
    expect(history.location.search).toBe('?day=2026-11-24');
  });

  it('shows why indices will fail, with the way to the findings of their policy', async () => {
    show();
    const failures = await screen.findByTestId('forecastFailures');
    expect(failures).toHaveTextContent('Missing rollover_alias index setting');
    expect(within(failures).getByTestId('toFinding')).toHaveTextContent('Findings of “broken”');
  });

  it('leads to the repair of what has failed already', async () => {
    const failed: LintedIndex = {
      facts: facts('old', 3),
      policy_id: 'week',
      cursor: { state: 'hot', state_since: NOW - DAY, failed: true },
    };
    show({ indices: [...FACTS.indices, failed] });
    await summary(/1 will fail; .* One has failed already and stays until somebody retries/);
    expect(screen.getByTestId('toRepair')).toBeInTheDocument();
  });

  it('is narrowed by policy and name, and by a growth that is thought of', async () => {
    const { history } = show({}, '/forecast?days=7');
    await summary(/In the next 7 days 5 indices/);
    await userEvent.selectOptions(screen.getByTestId('forecastPolicy'), '-');
    await summary(/no index is deleted.* Of 5 indices that are there/);
    await userEvent.selectOptions(screen.getByTestId('forecastPolicy'), '');
    await userEvent.type(screen.getByTestId('forecastSearch'), 'logs-*');
    await summary(/Of 5 indices that are there and 7 that are to come/);
    await userEvent.selectOptions(screen.getByTestId('forecastGrowth'), '200');
    await summary(/storage goes from 5 GB to 1\d/);
    expect(history.location.search).toBe('?days=7&text=logs-*&growth=200');
  });

  it('says when the disks are full, of all indices only', async () => {
    const disk = {
      nodes: [{ name: 'n1', total_bytes: 40 * GB, free_bytes: 14 * GB }],
      watermarks: { low: '85%', high: '90%', flood_stage: '99%' },
      enabled: true,
    };
    show({ disk });
    const callout = await screen.findByTestId('diskCallout');
    expect(callout).toHaveTextContent('The disks are 65% full (26 GB of 40 GB)');
    expect(callout).toHaveTextContent(/From 85% on no new shards come to a node: met on November/);
    await userEvent.type(screen.getByTestId('forecastSearch'), 'logs');
    await waitFor(() => expect(screen.queryByTestId('diskCallout')).not.toBeInTheDocument());
  });

  it('shows without an engine how much the indices grow, and speaks of no deletes', async () => {
    renderPage(<ForecastPage />, {
      ...{ appId: APP_IDS.lifecycle, path: '/forecast' },
      answer: routed({
        [`GET ${FORECAST_PATH}`]: () => ({
          ...FACTS,
          ...{ policies: undefined, native: 'none' },
          indices: FACTS.indices.map(({ facts: each }) => ({ facts: each })),
        }),
      }),
    });
    expect(await screen.findByTestId('forecastNoEngine')).toBeInTheDocument();
    await summary(/In the next 30 days storage goes from 11 GB to .* if nobody deletes anything/);
    expect(screen.queryByTestId('daysTable')).not.toBeInTheDocument();
    expect(screen.getByTestId('growersTable')).toHaveTextContent('logs-*');
  });

  it('says where nothing can be read who lacks which permission', async () => {
    const message = 'alice lacks the permission indices:monitor/stats.';
    renderPage(<ForecastPage />, {
      ...{ appId: APP_IDS.lifecycle, path: '/forecast' },
      answer: routed({
        [`GET ${FORECAST_PATH}`]: () => {
          throw refusal(403, 'forbidden', message);
        },
      }),
    });
    expect(await screen.findByTestId('errorState')).toHaveTextContent(message);
  });

  it('says where there is nothing what it will show', async () => {
    show({ indices: [] });
    expect(await screen.findByTestId('emptyState')).toHaveTextContent('no index to forecast');
  });
});
