import React from 'react';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DestinationRecord } from '../../../common/notifications/api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import type { Answer, FakeHost } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { DestinationsRoutes } from '../routes';

const PAGER: DestinationRecord = {
  id: 'd1',
  version: 'v1',
  updated_at: '2026-11-21T09:00:00.000Z',
  destination: {
    type: 'webhook',
    name: 'Pager',
    origin: 'https://pager.example.com',
    method: 'PUT',
    header_names: ['X-Token'],
  },
  has_secrets: false,
  used_by: [{ id: 'm1', name: 'Errors in production' }],
};

const open = (answer: Answer, path = '/') =>
  renderPage(<DestinationsRoutes />, { appId: APP_IDS.destinations, path, answer });

/** Shows what the dialog was asked to show: a text, or a mount point of the host. */
const showDialog = async (confirm: FakeHost['confirm'], call: number): Promise<HTMLElement> => {
  await waitFor(() => expect(confirm.mock.calls.length).toBeGreaterThan(call));
  const [message] = confirm.mock.calls[call];
  const dialog = document.body.appendChild(document.createElement('div'));
  if (typeof message === 'function') await act(async () => message(dialog));
  else dialog.textContent = String(message);
  return dialog;
};

describe('the list of destinations', () => {
  it('says what to do while there is none', async () => {
    open(() => ({ total: 0, items: [] }));
    expect(await screen.findByText('There is nowhere to send messages yet')).toBeInTheDocument();
    expect(screen.getByText('Create destination')).toBeInTheDocument();
  });

  it('shows target, kind, missing secrets and how many monitors use it', async () => {
    open(() => ({ total: 1, items: [PAGER] }));
    expect(await screen.findByText('https://pager.example.com')).toBeInTheDocument();
    expect(screen.getByText('Webhook')).toBeInTheDocument();
    expect(screen.getByText('Missing')).toBeInTheDocument();
    expect(screen.getByText('1 monitor')).toBeInTheDocument();
  });

  it('cannot test what lacks its secrets', async () => {
    open(() => ({ total: 1, items: [PAGER] }));
    expect(await screen.findByLabelText('Send a test message to Pager')).toBeDisabled();
    expect(screen.getByLabelText('Edit Pager')).toBeEnabled();
  });

  it('asks the server for what the URL says', async () => {
    const { requests } = open(
      () => ({ total: 60, items: [PAGER] }),
      '/?search=pag&sort=updated_at&order=desc&page=2&per_page=50'
    );
    await screen.findByText('https://pager.example.com');
    expect(requests.find(({ path }) => path.endsWith('/destinations'))?.query).toEqual({
      search: 'pag',
      sort: 'updated_at',
      order: 'desc',
      page: 2,
      per_page: 50,
    });
  });

  it('goes to the last page when the one of the URL is gone', async () => {
    const { history } = open(
      ({ query }) => ({ total: 30, items: query.page === 2 ? [PAGER] : [] }),
      '/?page=9'
    );
    await screen.findByText('https://pager.example.com');
    expect(history.location.search).toBe('?page=2');
  });

  it('shows why it could not be read, and tries again', async () => {
    let down = true;
    open(() => {
      if (down) throw refusal(503, 'cluster_unreachable', 'The cluster does not answer.');
      return { total: 1, items: [PAGER] };
    });
    expect(await screen.findByText('The cluster does not answer.')).toBeInTheDocument();
    down = false;
    await userEvent.click(screen.getByText('Try again'));
    expect(await screen.findByText('https://pager.example.com')).toBeInTheDocument();
  });
});

describe('deleting a destination', () => {
  it('names the monitors that use it, and then deletes it although they do', async () => {
    const { confirm, requests } = open(() => ({ total: 1, items: [PAGER] }));
    await userEvent.click(await screen.findByLabelText('Delete Pager'));
    expect(await showDialog(confirm, 0)).toHaveTextContent('Errors in production');
    await waitFor(() =>
      expect(requests.find(({ method }) => method === 'DELETE')).toMatchObject({
        path: '/api/watchkeeper/destinations/d1',
        query: { force: true },
      })
    );
  });

  it('deletes nothing after a no', async () => {
    const { confirm, requests } = open(() => ({ total: 1, items: [PAGER] }));
    confirm.mockResolvedValue(false);
    await userEvent.click(await screen.findByLabelText('Delete Pager'));
    await waitFor(() => expect(confirm).toHaveBeenCalled());
    expect(requests.some(({ method }) => method === 'DELETE')).toBe(false);
  });

  it('asks again when somebody began to use it after the list was read', async () => {
    const unused = { ...PAGER, used_by: [] };
    const { confirm, requests } = open(({ method, query }) => {
      if (method === 'DELETE' && query.force !== true) {
        throw refusal(409, 'conflict', 'Monitors send to it.', { used_by: PAGER.used_by });
      }
      return { total: 1, items: [unused] };
    });
    await userEvent.click(await screen.findByLabelText('Delete Pager'));
    await waitFor(() => expect(confirm).toHaveBeenCalledTimes(2));
    expect(await showDialog(confirm, 1)).toHaveTextContent('Errors in production');
    await waitFor(() =>
      expect(
        requests.filter(({ method }) => method === 'DELETE').map(({ query }) => query)
      ).toEqual([{ force: false }, { force: true }])
    );
  });
});
