import React from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateMonitorPage } from '../editor/create_monitor_page';
import { editorRoutes } from '../testing/create_monitor';
import { showMonitors } from '../testing/show_monitors';

jest.mock('../../shared/code_editor', () => jest.requireActual('../testing/plain_code_editor'));

const FIND = 'GET /api/saved_objects/_find';

const source = {
  query: { query: 'level: ERROR', language: 'kuery' },
  filter: [{ meta: { key: 'host', disabled: true } }],
};

const stored = {
  id: 's1',
  attributes: {
    title: 'Errors of the shop',
    columns: ['_source'],
    kibanaSavedObjectMeta: { searchSourceJSON: JSON.stringify(source) },
  },
  references: [{ name: 'index', type: 'index-pattern', id: 'p1' }],
};

const routes = {
  ...editorRoutes,
  [FIND]: () => ({ saved_objects: [stored] }),
  'GET /api/saved_objects/search/s1': () => stored,
  'GET /api/saved_objects/index-pattern/p1': () => ({
    id: 'p1',
    attributes: { title: 'logs-*', timeFieldName: 'at' },
  }),
};

const openChoice = async () => {
  await userEvent.click(await screen.findByTestId('migrateButton'));
  await userEvent.click(await screen.findByTestId('savedSearchItem'));
};

describe('a monitor from a saved search', () => {
  it('asks what the search asks, and names what did not come along', async () => {
    const { history } = showMonitors(<CreateMonitorPage />, routes, '/create');
    await openChoice();
    await userEvent.click(await screen.findByTestId('savedSearch-s1'));
    await waitFor(() => expect(history.location.search).toBe('?search=s1'));
    expect(await screen.findByDisplayValue('Errors of the shop')).toBeInTheDocument();
    expect(screen.getByTestId('savedSearchNotes')).toHaveTextContent('“host” is switched off');
    expect(screen.getByTestId('indicesComboBox')).toHaveTextContent('logs-*');
    expect(screen.getByTestId('saveBarText')).toHaveTextContent('Not saved yet');
  });

  it('says where none come from, on a host that keeps none', async () => {
    const none = { ...routes, [FIND]: () => ({ saved_objects: [] }) };
    showMonitors(<CreateMonitorPage />, none, '/create');
    await openChoice();
    expect(await screen.findByText('There are no saved searches')).toBeInTheDocument();
  });
});
