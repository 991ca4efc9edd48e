import React from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MANAGED_ACT_PATH, POLICIES_PATH, SURROUNDINGS_PATH } from '../../../common/lifecycle/api';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { HEALTHY, renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import type { Routes } from '../../shared/testing/routes';
import { managedSample, stoppedSample } from '../testing/managed_samples';
import { DAILY, WITH_ISM, recordSample } from '../testing/policy_samples';
import { ManagedActions } from './managed_actions';

const ALIAS = 'Missing rollover_alias index setting';
const REFUSED = 'no permissions for [indices:admin/rollover]';
const FAILING = [
  stoppedSample('a-1', ALIAS),
  stoppedSample('a-2', ALIAS),
  stoppedSample('b-1', REFUSED),
];

const ROUTES: Routes = {
  ...WITH_ISM,
  [`GET ${POLICIES_PATH}`]: () => ({ total: 1, items: [recordSample()], gaps: [] }),
  [`POST ${MANAGED_ACT_PATH}`]: () => ({ updated: 2, failed: [], passed_over: 0 }),
};

const open = (selected: readonly ManagedIndex[], routes: Routes = ROUTES, status = HEALTHY) => {
  const onDone = jest.fn();
  const page = renderPage(<ManagedActions selected={selected} onDone={onDone} />, {
    ...{ appId: APP_IDS.lifecycle, answer: routed(routes), status },
  });
  const sent = () => page.requests.filter(({ path }) => path === MANAGED_ACT_PATH);
  return { ...page, onDone, sent };
};

const press = async (mark: string) => userEvent.click(await screen.findByTestId(mark));

describe('what can be done to chosen indices', () => {
  it('is nothing while none is chosen, and no retry while none has stopped', () => {
    open([]);
    expect(screen.getByTestId('managedAct-remove')).toBeDisabled();
    expect(screen.getByTestId('managedAct-retry')).toBeDisabled();
  });

  it('is no retry for what goes on by itself', () => {
    open([managedSample('a'), stoppedSample('b', ALIAS, { failed: false })]);
    expect(screen.getByTestId('managedAct-retry')).toBeDisabled();
    expect(screen.getByTestId('managedAct-remove')).toBeEnabled();
  });

  it('is not there for whoever may only read', async () => {
    const may = { read: true, acknowledge: false, write: false };
    open(FAILING, ROUTES, { ...HEALTHY, user: { may } });
    await waitFor(() => expect(screen.queryByTestId('managedActions')).not.toBeInTheDocument());
  });
});

describe('a retry', () => {
  it('goes by what has failed: those chosen, from the action that failed', async () => {
    const { sent, onDone } = open([...FAILING, managedSample('fine')]);
    await press('managedAct-retry');
    expect(screen.getByTestId('retryGroup-no_rollover_alias')).toHaveTextContent(
      '2 miss a rollover alias'
    );
    expect(screen.getByTestId('retryGroup-no_rollover_alias')).toHaveTextContent('“Repair”');
    expect(screen.getByTestId('retryOthers')).toHaveTextContent('1 chosen index has not stopped');
    await userEvent.click(screen.getByLabelText('1 was refused for a missing permission'));
    expect(screen.getByTestId('actDialog')).toHaveTextContent('Retry 2 indices');
    await press('actConfirm');
    expect(await screen.findByTestId('actOutcome')).toHaveTextContent('2 indices done');
    expect(sent()).toMatchObject([{ body: { act: 'retry', indices: ['a-1', 'a-2'] } }]);
    expect(onDone).not.toHaveBeenCalled();
    await press('actClose');
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it('may begin with a state that all of their policies have', async () => {
    const indices = DAILY.indices?.map((each) => ({ facts: { ...each.facts, name: 'a-1' } }));
    const { sent } = open([{ ...FAILING[0], outdated: false }], {
      ...ROUTES,
      [`POST ${SURROUNDINGS_PATH}`]: () => ({ ...DAILY, indices }),
    });
    await press('managedAct-retry');
    await screen.findByText('The state “warm”, from its first action');
    await userEvent.selectOptions(screen.getByTestId('retryState'), 'warm');
    await waitFor(() => expect(screen.getByTestId('actConfirm')).toBeEnabled());
    expect(screen.queryByTestId('retryDeletes')).not.toBeInTheDocument();
    await press('actConfirm');
    await screen.findByTestId('actOutcome');
    expect(sent()).toMatchObject([{ body: { state: 'warm' } }]);
  });

  it('from a state that deletes is confirmed by typing how many go, and names them', async () => {
    const { sent } = open(FAILING.slice(0, 2));
    await press('managedAct-retry');
    await screen.findByText('The state “delete”, from its first action');
    await userEvent.selectOptions(screen.getByTestId('retryState'), 'delete');
    const told = await screen.findByTestId('retryDeletes');
    expect(told).toHaveTextContent('Within an hour, the retry deletes 2 indices');
    expect(told).toHaveTextContent('a-1');
    expect(screen.getByTestId('actConfirm')).toBeDisabled();
    await userEvent.type(screen.getByTestId('retryTyped'), 'delete 2 indices');
    await press('actConfirm');
    await screen.findByTestId('actOutcome');
    expect(sent()).toMatchObject([{ body: { state: 'delete', confirm: 'delete 2 indices' } }]);
  });

  it('tells what was refused by its reason, and what was passed over', async () => {
    const reason = 'This index is not in failed state';
    const failed = ['a-1', 'a-2'].map((index) => ({ index, reason }));
    open(FAILING, {
      ...ROUTES,
      [`POST ${MANAGED_ACT_PATH}`]: () => ({ updated: 0, failed, passed_over: 1 }),
    });
    await press('managedAct-retry');
    await press('actConfirm');
    expect(await screen.findByTestId('actOutcome')).toHaveTextContent(
      'Nothing done · 2 refused · 1 passed over'
    );
    expect(screen.getAllByTestId('actRefused')).toHaveLength(1);
    expect(screen.getByTestId('actRefused')).toHaveTextContent(`${reason}a-1, a-2`);
  });

  it('keeps what was chosen when it fails, and says who lacks which permission', async () => {
    const message = 'alice lacks the permission cluster:admin/opendistro/ism/managedindex/retry.';
    const { onDone } = open(FAILING, {
      ...ROUTES,
      [`POST ${MANAGED_ACT_PATH}`]: () => {
        throw refusal(403, 'forbidden', message);
      },
    });
    await press('managedAct-retry');
    await userEvent.click(screen.getByLabelText('2 miss a rollover alias'));
    await press('actConfirm');
    expect(await screen.findByTestId('actError')).toHaveTextContent(message);
    expect(screen.getByLabelText('2 miss a rollover alias')).not.toBeChecked();
    expect(screen.getByTestId('actConfirm')).toBeEnabled();
    expect(onDone).not.toHaveBeenCalled();
  });
});

describe('removing a policy', () => {
  it('says what stays and what nobody does any more, and names the indices', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `logs-${i}`);
    const { sent } = open(names.map((name) => managedSample(name)));
    await press('managedAct-remove');
    const dialog = screen.getByTestId('actDialog');
    expect(dialog).toHaveTextContent('Remove the policy from 12 indices?');
    expect(dialog).toHaveTextContent('nobody rolls them over');
    expect(screen.getByTestId('indexNames')).toHaveTextContent('and 2 more');
    await press('actConfirm');
    await screen.findByTestId('actOutcome');
    expect(sent()).toMatchObject([{ body: { act: 'remove', indices: names } }]);
  });
});
