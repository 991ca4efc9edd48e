import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { INDEX_TEMPLATES_PATH } from '../../../common/indices/index_templates/api';
import { INDICES_PATH, LISTING_PATH } from '../../../common/indices/indices_api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import type { Answer } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { routed } from '../../shared/testing/routes';
import { IndicesRoutes } from '../routes';

beforeAll(() => {
  // jsdom does not measure, and CodeMirror does.
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
});

const PATH = `${INDICES_PATH}/logs-new`;

const open = (make: Answer) =>
  renderPage(<IndicesRoutes />, {
    appId: APP_IDS.indices,
    path: '/create',
    answer: routed({
      [`GET ${INDEX_TEMPLATES_PATH}`]: () => ({ templates: [], gaps: [] }),
      [`GET ${LISTING_PATH}`]: () => ({ at: 0, rows: [], gaps: [] }),
      [`PUT ${PATH}`]: make,
    }),
  });

describe('the page of a new index', () => {
  it('refuses a name that the cluster would refuse, at its field, and sends nothing', async () => {
    const { requests } = open(() => ({}));
    await userEvent.type(await screen.findByTestId('template-name'), 'Logs');
    await userEvent.click(screen.getByTestId('saveIndex'));
    expect(await screen.findAllByText(/A name has no capitals/)).not.toHaveLength(0);
    expect(requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('sends what was filled in, and says which template brings the rest', async () => {
    const { requests } = open(() => ({ row: {}, settings: {}, mappings: {} }));
    await userEvent.type(await screen.findByTestId('template-name'), 'logs-new');
    expect(await screen.findByTestId('whichVerdict')).toHaveTextContent('No template matches');
    await userEvent.type(screen.getByTestId('setting-number_of_shards'), '2');
    await userEvent.click(screen.getByTestId('saveIndex'));
    const sent = () => requests.filter(({ method, path }) => method === 'PUT' && path === PATH);
    await waitFor(() => expect(sent()).toHaveLength(1));
    expect(sent()[0].body).toEqual({ body: { settings: { index: { number_of_shards: '2' } } } });
  });

  it('keeps everything where there is an index of the name already', async () => {
    open(() => {
      throw refusal(409, 'conflict', 'There is an index logs-new already.');
    });
    await userEvent.type(await screen.findByTestId('template-name'), 'logs-new');
    await userEvent.click(screen.getByTestId('saveIndex'));
    expect(await screen.findByTestId('saveRefused')).toHaveTextContent(
      'There is an index logs-new'
    );
    expect(screen.getByTestId('template-name')).toHaveValue('logs-new');
  });
});
