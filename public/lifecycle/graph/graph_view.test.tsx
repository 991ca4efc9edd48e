import { screen, within } from '@testing-library/react';
import React from 'react';
import userEvent from '@testing-library/user-event';
import { POLICIES_PATH } from '../../../common/lifecycle/api';
import { APP_IDS } from '../../../common/plugin';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { LifecycleRoutes } from '../routes';
import { WITH_ISM, recordSample } from '../testing/policy_samples';

beforeAll(() => {
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
});

const POLICY = `${POLICIES_PATH}/cwl`;

const openGraph = async (body = recordSample().body) => {
  renderPage(<LifecycleRoutes />, {
    appId: APP_IDS.lifecycle,
    path: '/policies/cwl',
    answer: routed({ ...WITH_ISM, [`GET ${POLICY}`]: () => recordSample({ body }) }),
  });
  await userEvent.click(await screen.findByTestId('view-graph'));
  return screen.findAllByTestId('graphState');
};

const stateNames = (): Array<string | null> =>
  screen
    .getAllByTestId('graphState')
    .map((state) => state.querySelector('strong')?.textContent ?? '');

describe('the graph of a policy', () => {
  it('says what is done in each state, its start and its end, and what each transition waits for', async () => {
    const [hot, warm, last] = await openGraph();
    expect(hot).toHaveTextContent('Start');
    expect(hot).toHaveTextContent('Rollover');
    expect(warm).toHaveTextContent('Replica count · Replicas: 5');
    expect(last).toHaveTextContent('End: deleted');
    expect(screen.getAllByTestId('graphTransition').map((each) => each.textContent)).toEqual([
      'At once',
      'Once 15 days old',
    ]);
    expect(screen.getAllByTestId('graphTransition')[1]).toHaveAccessibleName(
      'From “warm” to “delete”: Once 15 days old'
    );
    const list = within(screen.getByTestId('graphList')).getAllByRole('listitem');
    expect(list[1]).toHaveTextContent('To “delete” once the index is 15 days old');
  });

  it('opens the form of what is chosen beside it, and follows a finding to its state', async () => {
    const [, warm] = await openGraph();
    await userEvent.click(warm);
    expect(screen.getByTestId('stateCard')).toHaveTextContent('Replica count');
    await userEvent.click(screen.getAllByTestId('graphTransition')[1]);
    expect(screen.getByTestId('selectedTransition')).toHaveTextContent('From “warm”');
    const finding = await screen.findByTestId('finding-rollover_fails');
    await userEvent.click(within(finding).getByTestId('findingPlace'));
    expect(screen.getByTestId('stateCard')).toHaveTextContent('Rollover');
  });

  it('connects two states by key, takes it back, and takes a state out with what leads there', async () => {
    await openGraph();
    const [, connectWarm] = screen.getAllByTestId('graphConnect');
    connectWarm.focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByTestId('graphHint')).toHaveTextContent('that “warm” leads to');
    screen.getAllByTestId('graphState')[0].focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getAllByTestId('graphTransition')).toHaveLength(3);
    expect(screen.getByTestId('selectedTransition')).toHaveTextContent('To “hot”');
    await userEvent.click(screen.getByTestId('undoEdit'));
    expect(screen.getAllByTestId('graphTransition')).toHaveLength(2);

    screen.getAllByTestId('graphState')[1].focus();
    await userEvent.keyboard('{Enter}{Delete}');
    expect(stateNames()).toEqual(['hot', 'delete']);
    expect(screen.queryByTestId('graphTransition')).not.toBeInTheDocument();
    expect(screen.getAllByTestId('graphState')[1]).toHaveTextContent('Never reached');
  });

  it('leaves everything as it is when a connection is given up', async () => {
    await openGraph();
    const [connectHot] = screen.getAllByTestId('graphConnect');
    connectHot.focus();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(screen.getByTestId('graphHint')).toHaveTextContent('Choose a state or a transition');
    expect(screen.getAllByTestId('graphTransition')).toHaveLength(2);
    expect(screen.getByTestId('undoEdit')).toBeDisabled();
  });

  it('shows an action that it does not know, and offers to make a state that is missing', async () => {
    const actions = [{ custom: { spin: { rounds: 3 } } }];
    const transitions = [{ state_name: 'gone' }];
    await openGraph({
      ...{ description: '', default_state: 'a' },
      states: [{ name: 'a', actions, transitions }],
    });
    expect(screen.getByTestId('graphState')).toHaveTextContent('spin · rounds: 3');
    await userEvent.click(screen.getByTestId('graphMissing'));
    expect(stateNames()).toEqual(['a', 'gone']);
    expect(screen.queryByTestId('graphMissing')).not.toBeInTheDocument();
  });
});
