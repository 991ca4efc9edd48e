import React from 'react';
import { screen } from '@testing-library/react';
import { MANAGED_PATH, POLICIES_PATH } from '../../../common/lifecycle/api';
import { APP_IDS } from '../../../common/plugin';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { LifecycleRoutes } from '../routes';
import { managedSample } from '../testing/managed_samples';
import { WITH_ISM, WITHOUT_ISM, recordSample } from '../testing/policy_samples';

const open = (routes: Parameters<typeof routed>[0]) =>
  renderPage(<LifecycleRoutes />, {
    appId: APP_IDS.lifecycle,
    path: '/policies/cwl?view=graph',
    answer: routed({ ...routes, [`GET ${POLICIES_PATH}/cwl`]: () => recordSample() }),
  });

describe('the states of a policy that manages indices', () => {
  it('say how many are in each, lead to them, and ask for nothing that the page has not read', async () => {
    const cursor = (state: string) => ({ state, state_since: 1 });
    const { requests } = open({
      ...WITH_ISM,
      [`GET ${MANAGED_PATH}`]: () => ({
        ...{ at: 1, gaps: [] },
        indices: [
          managedSample('a', { policy_id: 'cwl', cursor: cursor('warm') }),
          managedSample('b', { policy_id: 'cwl', cursor: cursor('warm') }),
          managedSample('c', { policy_id: 'other', cursor: cursor('warm') }),
          managedSample('d', { policy_id: 'other', cursor: cursor('hot') }),
        ],
      }),
    });
    const counts = await screen.findAllByTestId('graphCount');
    expect(counts).toHaveLength(1);
    expect(counts[0]).toHaveTextContent('2 indices here now');
    expect(counts[0]).toHaveAttribute('href', '/managed?policy=cwl&state=warm');
    expect(requests.filter(({ path }) => path === MANAGED_PATH)).toHaveLength(1);
  });

  it('say nothing where the cluster has no Index State Management', async () => {
    const { requests } = open(WITHOUT_ISM);
    await screen.findAllByTestId('graphState');
    expect(screen.queryByTestId('graphCount')).not.toBeInTheDocument();
    expect(requests.filter(({ path }) => path === MANAGED_PATH)).toHaveLength(0);
  });
});
