import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SURROUNDINGS_PATH } from '../../../common/lifecycle/api';
import type { IndexFacts } from '../../../common/lifecycle/decide/facts';
import { readPolicy } from '../../../common/lifecycle/policy/read_policy';
import type { LintedIndex } from '../../../common/lifecycle/lint/surroundings';
import { APP_IDS } from '../../../common/plugin';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { WITH_ISM } from '../testing/policy_samples';
import { daysCsv } from './days_table';
import { SimulationView } from './simulation_view';

const DAY = 86_400_000;
const GB = 1024 ** 3;
const NOW = Date.UTC(2026, 10, 21, 12);

const facts = (name: string, age: number): IndexFacts => ({
  ...{ name, uuid: name, created_at: NOW - age * DAY, status: 'open', docs: 1 },
  ...{ primary_bytes: GB, largest_shard_bytes: GB, primaries: 1, replicas: 0 },
  ...{ aliases: [], rollovers: [] },
});

const DAILY: LintedIndex[] = Array.from({ length: 4 }, (_, age) => ({
  facts: facts(`logs-2026.11.${21 - age}`, age + 0.5),
}));

const policyOf = (...actions: object[]) =>
  readPolicy({
    ...{ description: '', default_state: 'hot', ism_template: { index_patterns: ['logs-*'] } },
    states: [
      {
        ...{ name: 'hot', actions },
        transitions: [{ state_name: 'gone', conditions: { min_index_age: '7d' } }],
      },
      { name: 'gone', actions: [{ delete: {} }] },
    ],
  });

const show = (policy = policyOf(), indices = DAILY) =>
  renderPage(
    <SimulationView
      policy={policy}
      around={{ now: NOW, indices }}
      others=""
      onOthers={() => undefined}
    />,
    {
      appId: APP_IDS.lifecycle,
      answer: routed({
        ...WITH_ISM,
        [`POST ${SURROUNDINGS_PATH}`]: () => ({ now: NOW, gaps: [] }),
      }),
    }
  );

const summary = async (text: RegExp) =>
  waitFor(() => expect(screen.getByTestId('forecastSummary')).toHaveTextContent(text));

describe('the forecast of a policy', () => {
  it('says in a sentence what is deleted, with the indices that are yet to come', async () => {
    show();
    await summary(
      /In the next 90 days 87 indices are deleted, which frees 87\.5 GB \(83\.3 GB to 91\.7 GB\)/
    );
    await summary(/Of 4 indices that are there and 90 that are to come/);
    expect(screen.queryByTestId('forecastFailures')).not.toBeInTheDocument();
    await userEvent.click(screen.getByTestId('forecastGoesOn'));
    await summary(/4 indices are deleted, which frees 4\.5 GB/);
    await userEvent.click(screen.getByTestId('forecastGoesOn'));
    await userEvent.click(screen.getAllByTestId('horizon-30')[0]);
    await summary(/In the next 30 days 27 indices are deleted/);
  });

  it('names by day what is deleted', async () => {
    show(policyOf(), [...DAILY, { facts: facts('logs-extra-2026.11.18', 3.5) }]);
    const table = await screen.findByTestId('daysTable');
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('Wed, Nov 25, 2026');
    expect(first).toHaveTextContent('logs-2026.11.18, logs-extra-2026.11.18');
    expect(second).toHaveTextContent('logs-2026.11.19');
    await userEvent.click(within(first).getByTestId('openDay'));
    expect(within(table).getByTestId('deletedNames')).toHaveTextContent(
      'logs-2026.11.18 – 1 GBlogs-extra-2026.11.18 – 1 GB'
    );
  });

  it('shows each reason to stop once, in red, with how many it stops', async () => {
    show(policyOf({ rollover: { min_index_age: '1d' } }));
    const failures = await screen.findByTestId('forecastFailures');
    expect(failures).toHaveTextContent('94 indices stop with a failure and stay');
    expect(failures).toHaveTextContent('Rollover: Missing rollover_alias index setting.');
    expect(within(failures).getAllByRole('listitem')).toHaveLength(1);
    await summary(/no index is deleted/);
    expect(screen.getByTestId('daysTable')).toHaveTextContent('Nothing is deleted in this time');
  });

  it('is made for an index that is made up, with those that follow it', async () => {
    show(policyOf(), []);
    await userEvent.click(screen.getByTestId('simulate-invented'));
    expect(screen.getByTestId('simulationEnd')).toHaveTextContent('Deleted on Nov 28, 2026');
    await userEvent.click(screen.getByTestId('inventedFollowed'));
    await summary(/In the next 90 days 83 indices are deleted/);
  });

  it('is kept as a file with a line for each index', () => {
    const zero = { low: 0, expected: 0, high: 0 };
    const text = daysCsv([
      {
        ...{ at: NOW, deletes: zero, bytes: zero },
        jobs: { force_merge: 0, shrink: 0, snapshot: 0 },
        deleted: [{ name: 'a,b', at: NOW, bytes: 1.4, to_come: true }],
      },
    ]);
    expect(text).toBe(
      'deleted_at,index,bytes,exists_already\r\n2026-11-21T12:00:00.000Z,"a,b",1,false\r\n'
    );
  });
});
