import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import {
  MANAGED_ACT_PATH,
  MANAGED_PATH,
  POLICIES_PATH,
  SURROUNDINGS_PATH,
} from '../../../common/lifecycle/api';
import type { LintedIndex } from '../../../common/lifecycle/lint/surroundings';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import type { Routes } from '../../shared/testing/routes';
import { LifecycleRoutes } from '../routes';
import { NOW, WITHOUT_ISM, WITH_ISM, recordSample } from '../testing/policy_samples';
import { HANDED_OVER } from './chosen_state';

const DAY = 86_400_000;

const MONTH = recordSample({
  id: 'month',
  body: {
    description: 'Deletes after a month',
    default_state: 'hot',
    states: [
      { name: 'hot', transitions: [{ state_name: 'gone', conditions: { min_index_age: '30d' } }] },
      { name: 'gone', actions: [{ delete: {} }] },
    ],
  },
});

const index = (name: string, days: number, more: Partial<LintedIndex> = {}): LintedIndex => ({
  facts: {
    ...{ name, uuid: name, status: 'open', created_at: NOW - days * DAY },
    ...{ docs: 10, primary_bytes: 2048, primaries: 1, replicas: 1, aliases: [], rollovers: [] },
  },
  ...more,
});

const ALL = [
  index('logs-young', 3),
  index('logs-old', 40),
  index('logs-older', 50),
  index('logs-taken', 50, { policy_id: 'cwl' }),
  index('logs-secret', 3, { hidden: true }),
  index('other', 3),
];

const ROUTES: Routes = {
  ...WITH_ISM,
  [`GET ${POLICIES_PATH}`]: () => ({ total: 2, items: [recordSample(), MONTH], gaps: [] }),
  [`POST ${SURROUNDINGS_PATH}`]: () => ({ now: NOW, gaps: [], indices: ALL }),
  [`POST ${MANAGED_ACT_PATH}`]: () => ({ updated: 3, failed: [], passed_over: 0 }),
};

const open = (search: string, routes: Routes = ROUTES) => {
  const page = renderPage(<LifecycleRoutes />, {
    ...{ appId: APP_IDS.lifecycle, path: `/apply${search}`, answer: routed(routes) },
  });
  return { ...page, sent: () => page.requests.filter(({ path }) => path === MANAGED_ACT_PATH) };
};

describe('applying a policy', () => {
  it('shows first what happens to whom, with counts, and what is left out', async () => {
    open('?policy=month&pattern=logs-*');
    expect(await screen.findByTestId('effect-deleted')).toHaveTextContent('2 indices, 4 KB');
    expect(screen.getByTestId('effect-stays')).toHaveTextContent('Waits in “hot”');
    expect(screen.getByTestId('effect-not_applied')).toHaveTextContent(
      'another policy manages them'
    );
    expect(screen.getByTestId('applyNotes')).toHaveTextContent('1 hidden index matches');
  });

  it('asks for the number of those that are deleted at once before it is sent', async () => {
    const { sent } = open('?policy=month&pattern=logs-*');
    expect(await screen.findByTestId('applyDeletes')).toHaveTextContent('logs-older');
    const button = screen.getByTestId('applyConfirm');
    expect(button).toHaveTextContent('Apply to 3 indices');
    expect(button).toBeDisabled();
    await userEvent.type(screen.getByTestId('applyTyped'), 'delete 2 indices');
    await userEvent.click(button);
    expect(await screen.findByTestId('actOutcome')).toHaveTextContent('3 indices done');
    expect(sent()).toMatchObject([
      {
        body: {
          ...{ act: 'apply', policy_id: 'month', confirm: 'delete 2 indices' },
          indices: ['logs-old', 'logs-older', 'logs-young'],
        },
      },
    ]);
    expect(screen.getByTestId('applySeeManaged')).toHaveAttribute('href', '/managed?policy=month');
    // What came of it is not that of another choice.
    await userEvent.type(screen.getByTestId('applyPattern'), 'x');
    expect(screen.queryByTestId('actOutcome')).not.toBeInTheDocument();
  });

  it('leaves out what is not ticked, and then asks for nothing', async () => {
    const { sent } = open('?policy=month&pattern=logs-*');
    const deleted = await screen.findByTestId('effect-deleted');
    await userEvent.click(deleted.querySelector('input') ?? deleted);
    expect(screen.queryByTestId('applyDeletes')).not.toBeInTheDocument();
    await userEvent.click(screen.getByTestId('applyConfirm'));
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0].body).toEqual({ act: 'apply', indices: ['logs-young'], policy_id: 'month' });
  });

  it('does not apply what would stop at once, unless somebody wants it', async () => {
    open('?policy=cwl&indices=other');
    const fails = await screen.findByTestId('effect-fails');
    expect(fails).toHaveTextContent('Missing rollover_alias');
    expect(screen.getByTestId('effectNotTicked')).toHaveTextContent('mend the policy');
    expect(screen.getByTestId('applyConfirm')).toBeDisabled();
    expect(screen.getByTestId('applyFindings')).toHaveTextContent('1 error');
    await userEvent.click(fails.querySelector('input') ?? fails);
    expect(screen.getByTestId('applyConfirm')).toBeEnabled();
    expect(screen.queryByTestId('effectNotTicked')).toBeNull();
  });

  it('says where there is no policy to apply, and what could not be read one by one', async () => {
    open('?pattern=logs-*', {
      ...ROUTES,
      [`GET ${POLICIES_PATH}`]: () => ({ total: 0, items: [], gaps: [] }),
      [`POST ${SURROUNDINGS_PATH}`]: () => ({ now: NOW, gaps: ['One is closed.', 'Two is too.'] }),
    });
    expect(await screen.findByTestId('applyNoPolicies')).toHaveTextContent('Create one');
    const gaps = await screen.findByTestId('managedGaps');
    expect(within(gaps).getAllByRole('listitem')).toHaveLength(2);
  });

  it('takes what the table of indices left for it, once', async () => {
    sessionStorage.setItem(HANDED_OVER, JSON.stringify(['other', 'logs-young', 'gone']));
    open('?policy=month');
    expect(await screen.findByTestId('handedOver')).toHaveTextContent('3 indices from the table');
    expect(await screen.findByTestId('applyConfirm')).toHaveTextContent('Apply to 2 indices');
    expect(screen.getByTestId('applyNotes')).toHaveTextContent('There is no index “gone”');
    expect(sessionStorage.getItem(HANDED_OVER)).toBeNull();
  });

  it('offers the change of policy for what another one manages', async () => {
    const managed = { index: 'logs-taken', uuid: 'u', policy_id: 'cwl', enabled: true };
    open('?policy=month&indices=logs-taken', {
      ...ROUTES,
      [`GET ${MANAGED_PATH}`]: () => ({ at: NOW, indices: [managed], gaps: [] }),
    });
    const button = await screen.findByTestId('changeInstead');
    await waitFor(() => expect(button).toBeEnabled());
    await userEvent.click(button);
    expect(await screen.findByTestId('changeGroup-at_once')).toHaveTextContent('logs-taken');
  });

  it('keeps everything when it is refused, and says why', async () => {
    const message = 'confirm: The policy month deletes 3 of these indices within the hour.';
    open('?policy=month&indices=logs-old', {
      ...ROUTES,
      [`POST ${MANAGED_ACT_PATH}`]: () => {
        throw refusal(400, 'invalid_input', message);
      },
    });
    await userEvent.type(await screen.findByTestId('applyTyped'), 'logs-old');
    await userEvent.click(screen.getByTestId('applyConfirm'));
    expect(await screen.findByTestId('applyError')).toHaveTextContent(message);
    expect(screen.getByTestId('applyTyped')).toHaveValue('logs-old');
  });

  it('says on a cluster without Index State Management that there is nothing to apply', async () => {
    open('?pattern=logs-*', WITHOUT_ISM);
    expect(await screen.findByTestId('engineCallout')).toHaveTextContent(
      'This cluster has no Index State Management'
    );
    expect(screen.queryByTestId('applyConfirm')).not.toBeInTheDocument();
  });
});
