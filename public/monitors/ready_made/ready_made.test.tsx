import React from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MONITORS_PATH } from '../../../common/monitors/api';
import { READY_MADE } from '../../../common/monitors/ready_made/answers';
import { MonitorsListPage } from '../list/monitors_list_page';
import { showMonitors } from '../testing/show_monitors';

describe('an empty list of monitors', () => {
  const showEmpty = () =>
    showMonitors(<MonitorsListPage />, {
      [`GET ${MONITORS_PATH}`]: () => ({ total: 0, items: [] }),
    });

  it('offers monitors to begin with', async () => {
    const { history } = showEmpty();
    await screen.findByTestId('readyMade');
    for (const which of READY_MADE) {
      expect(screen.getByTestId(`readyMade-${which}`)).toBeInTheDocument();
    }
    expect(screen.getByTestId('readyMade-own')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Cluster is red'));
    expect(history.location).toMatchObject({ pathname: '/create', search: '?ready=red_cluster' });
  });

  it('offers to bring monitors from elsewhere', async () => {
    showEmpty();
    await userEvent.click(await screen.findByTestId('migrateButton'));
    expect(await screen.findByTestId('takeOverItem')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('pasteItem'));
    expect(await screen.findByTestId('pasteFlyout')).toBeInTheDocument();
  });
});
