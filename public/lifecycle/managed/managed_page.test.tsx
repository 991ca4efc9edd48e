import { screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import userEvent from '@testing-library/user-event';
import { MANAGED_PATH, POLICIES_PATH } from '../../../common/lifecycle/api';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import type { Routes } from '../../shared/testing/routes';
import { LifecycleRoutes } from '../routes';
import { managedSample, stoppedSample } from '../testing/managed_samples';
import { NOW, WITHOUT_ISM, WITH_ISM, recordSample } from '../testing/policy_samples';

const DAY = 86_400_000;
const ALIAS = 'Missing rollover_alias index setting [index=bad-1]';

const waiting = managedSample('cwl-app-2023.02.22', {
  ...{ created_at: NOW - 3 * DAY, data_stream: 'cwl-stream' },
  cursor: {
    ...{ state: 'warm', state_since: NOW - DAY },
    action: {
      ...{ place: -1, type: 'transition', since: NOW - DAY, failed: false, consumed_retries: 0 },
      step: { name: 'attempt_transition_step', status: 'condition_not_met' },
    },
  },
});
const outdated = managedSample('old-1', { outdated: true });
const retrying = stoppedSample('bad-2', ALIAS, { failed: false, consumed_retries: 1 });
const INDICES = [waiting, outdated, stoppedSample('bad-1', ALIAS), retrying];

const listed = (indices: readonly ManagedIndex[], gaps: readonly string[] = []): Routes => ({
  ...WITH_ISM,
  [`GET ${POLICIES_PATH}`]: () => ({ total: 1, items: [recordSample()], gaps: [] }),
  [`GET ${MANAGED_PATH}`]: () => ({ at: NOW, indices, gaps }),
});

const open = (routes: Routes, path = '/managed') =>
  renderPage(<LifecycleRoutes />, { appId: APP_IDS.lifecycle, path, answer: routed(routes) });

const names = () => screen.queryAllByTestId('managedLink').map(({ textContent }) => textContent);
const rowOf = async (health: string) => screen.findByTestId(`managedRow-${health}`);

describe('the managed indices', () => {
  it('have the failing ones first, in red with the reason, the retries left and no “Running”', async () => {
    open(listed(INDICES));
    const failed = await rowOf('failed');
    expect(names().slice(0, 2)).toEqual(['bad-1', 'bad-2']);
    await waitFor(() => expect(failed).toHaveTextContent('No retries left of 3: nothing goes on'));
    expect(failed).toHaveTextContent('the index does not say by which alias it is rolled over');
    const again = await rowOf('retrying');
    expect(again).toHaveTextContent('3 retries left of 3.');
    expect(again).toHaveTextContent('Next attempt between');
    expect(within(again).queryByText('Running')).toBeNull();
  });

  it('say what they wait for, with what there is', async () => {
    open(listed(INDICES));
    const row = await rowOf('waiting');
    await waitFor(() =>
      expect(row).toHaveTextContent(
        'It waits in “warm” until it is 15 days old, to go on to “delete”: 3 days now.'
      )
    );
    expect(row).toHaveTextContent('of the data stream cwl-stream');
  });

  it('are counted by what fails, and a click shows those', async () => {
    const { history } = open(listed(INDICES));
    await userEvent.click(await screen.findByTestId('summary-no_rollover_alias'));
    await waitFor(() => expect(names()).toEqual(['bad-1', 'bad-2']));
    expect(history.location.search).toBe('?failure=no_rollover_alias');
    await userEvent.click(screen.getByTestId('clearManagedFilters'));
    await waitFor(() => expect(names()).toHaveLength(4));
  });

  it('are narrowed as the URL says, with how many each choice would show', async () => {
    open(listed(INDICES), '/managed?version=outdated');
    await waitFor(() => expect(names()).toEqual(['old-1']));
    expect(screen.getByTestId('outdatedBadge')).toBeInTheDocument();
    const choices = within(screen.getByTestId('managedFilter-policy')).getAllByRole('option');
    expect(choices.map(({ textContent }) => textContent)).toContain('cwl (1)');
  });

  it('are selected all at once, and only as far as they can be seen', async () => {
    open(listed(INDICES), '/managed?health=failing');
    await userEvent.click(await screen.findByTestId('selectAllManaged'));
    expect(screen.getByTestId('managedShown')).toHaveTextContent('2 shown, 2 selected');
    await userEvent.selectOptions(screen.getByTestId('managedFilter-health'), 'failed');
    await waitFor(() =>
      expect(screen.getByTestId('managedShown')).toHaveTextContent('1 shown, 1 selected')
    );
    expect(screen.getByTestId('managedAct-retry')).toBeEnabled();
  });

  it('are a page of thousands', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => managedSample(`logs-${at}`));
    open(listed(many));
    await screen.findByTestId('managedTable');
    expect(names()).toHaveLength(50);
    expect(screen.getByTestId('managedSummary')).toHaveTextContent('3,000');
  });

  it('say what holds the engine back from all of them', async () => {
    const engine = { enabled: false, held_by_red: true, every: 5 };
    const path = `GET ${MANAGED_PATH}`;
    open({ ...listed([]), [path]: () => ({ at: NOW, indices: INDICES, gaps: [], engine }) });
    const callouts = await screen.findAllByTestId('engineHeldBack');
    expect(callouts.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('is switched off'),
      expect.stringContaining('The cluster is red'),
    ]);
  });

  it('say what could not be read beside them', async () => {
    open(listed(INDICES, ['The data streams could not be read: no']));
    expect(await screen.findByTestId('managedGaps')).toHaveTextContent('The data streams');
  });

  it('lead to the policies where there are none, and out of filters that leave none', async () => {
    open(listed([]));
    expect(await screen.findByTestId('emptyState')).toHaveTextContent('No policy manages an index');
  });

  it('are missed in words on a cluster without an engine, and where it refuses', async () => {
    const { view } = open(WITHOUT_ISM);
    expect(await screen.findByTestId('engineCallout')).toHaveTextContent('no Index State');
    view.unmount();
    const refused = () => {
      throw refusal(403, 'forbidden', 'You lack the permission cluster:admin/ism/explain.');
    };
    open({ ...listed([]), [`GET ${MANAGED_PATH}`]: refused });
    expect(await screen.findByTestId('errorState')).toHaveTextContent('You lack the permission');
  });
});
