import React from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { READY_MADE } from '../../../common/monitors/ready_made';
import { CreateMonitorPage } from '../editor/create_monitor_page';
import { editorRoutes } from '../testing/create_monitor';
import { showMonitors } from '../testing/show_monitors';
import { readyMadeWords } from './words';

jest.mock('../../shared/code_editor', () => jest.requireActual('../testing/plain_code_editor'));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

describe('the form of a new monitor', () => {
  it.each(READY_MADE)(
    'is filled in with the ready-made monitor %s, but for what only its reader knows',
    async (which) => {
      showMonitors(<CreateMonitorPage />, editorRoutes, `/create?ready=${which}`);
      expect(await screen.findByTestId('nameInput')).toHaveValue(readyMadeWords(which).title);
      await userEvent.click(screen.getByTestId('saveMonitorButton'));
      const looksAtLogs = which !== 'disk_watermark' && which !== 'red_cluster';
      const expected = looksAtLogs ? '2 fields need attention' : '1 field needs attention';
      expect(await screen.findByTestId('saveBarText')).toHaveTextContent(expected);
    }
  );

  it('has the others at hand', async () => {
    const { history } = showMonitors(<CreateMonitorPage />, editorRoutes, '/create');
    await userEvent.click(await screen.findByText('Ready-made monitors'));
    await userEvent.click(screen.getByText(readyMadeWords('no_logs').title));
    expect(history.location.search).toBe('?ready=no_logs');
    expect(await screen.findByDisplayValue(readyMadeWords('no_logs').title)).toBeInTheDocument();
  });
});
