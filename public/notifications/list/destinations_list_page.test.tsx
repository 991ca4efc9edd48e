import React from 'react';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DestinationRecord } from '../../../common/notifications/api';
import {
  DELIVERIES_PATH,
  DESTINATION_STATUS_PATH,
  PAUSE_PATH,
} from '../../../common/notifications/deliveries_api';
import type { DestinationStatus } from '../../../common/notifications/deliveries_api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import type { Answer, FakeHost } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { DestinationsRoutes } from '../routes';
import { sampleRow } from '../testing/sample_delivery';

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

const open = (answer: Answer, path = '/', statuses: DestinationStatus[] = []) =>
  renderPage(<DestinationsRoutes />, {
    ...{ appId: APP_IDS.destinations, path },
    answer: (request) => {
      if (request.path === PAUSE_PATH) return { paused: false, waiting: 0 };
      return request.path === DESTINATION_STATUS_PATH ? statuses : answer(request);
    },
  });

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
    expect(screen.getByTestId('destinationsTable')).toHaveTextContent('Webhook');
    expect(screen.getByTestId('health-secrets_missing')).toBeInTheDocument();
    expect(screen.getByTestId('troubleSecrets')).toHaveAttribute('href', '/d1');
    expect(screen.getByText('1 monitor')).toBeInTheDocument();
  });

  it('cannot test what lacks its secrets', async () => {
    open(() => ({ total: 1, items: [PAGER] }));
    expect(await screen.findByLabelText('Send a test message to Pager')).toBeDisabled();
    expect(screen.getByLabelText('Edit Pager')).toBeEnabled();
  });

  it('asks the server for the name, and filters, sorts and pages by itself', async () => {
    const chat = { ...PAGER, id: 'd2', destination: { ...PAGER.destination, name: 'Chat' } };
    const { requests } = open(
      () => ({ total: 2, items: [chat, PAGER] }),
      '/?search=a&type=webhook&health=secrets_missing&order=desc&per_page=10'
    );
    await screen.findByText('Pager');
    expect(requests.find(({ path }) => path.endsWith('/destinations'))?.query).toEqual({
      ...{ search: 'a', sort: 'name', order: 'asc', page: 1, per_page: 1000 },
    });
    expect(screen.getAllByTestId('destinationLink').map((link) => link.textContent)).toEqual([
      'Pager',
      'Chat',
    ]);
  });

  it('goes to the last page when the one of the URL is gone', async () => {
    const { history } = open(() => ({ total: 1, items: [PAGER] }), '/?page=9');
    await screen.findByText('https://pager.example.com');
    await waitFor(() => expect(history.location.search).toBe(''));
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

describe('a destination that fails', () => {
  const failing: DestinationStatus = {
    ...{ id: 'd1', queue: 2, sent_last_hour: 0, dead_last_day: 3 },
    ...{ last_success: 5, last_error: { at: 6, reason: 'The receiver answered 404.' } },
  };
  const answer: Answer = ({ path }) => {
    if (path === DELIVERIES_PATH) return { total: 1, items: [sampleRow()], by_status: {} };
    if (path.endsWith('/_resend')) return { resent: 1, passed_over: 0 };
    return { total: 1, items: [{ ...PAGER, has_secrets: true }] };
  };

  it('says why in red, with its numbers, and what can be done', async () => {
    open(answer, '/', [failing]);
    expect(await screen.findByTestId('destinationTrouble')).toHaveTextContent(
      'The receiver answered 404.'
    );
    expect(screen.getByTestId('health-failing')).toBeInTheDocument();
    expect(screen.getByTestId('troubleTest')).toBeEnabled();
    expect(screen.getByTestId('troubleDead')).toHaveAttribute(
      'href',
      '/deliveries?from=all&destination_id=d1&status=dead'
    );
    expect(screen.getByText('2')).toHaveAttribute(
      'href',
      '/deliveries?from=all&destination_id=d1&status=pending'
    );
  });

  it('has what it gave up sent again, after a question', async () => {
    const { confirm, requests } = open(answer, '/', [failing]);
    await userEvent.click(await screen.findByTestId('troubleResend'));
    expect(await showDialog(confirm, 0)).toHaveTextContent('Pager: 1 message');
    await waitFor(() =>
      expect(requests.find(({ path }) => path.endsWith('/_resend'))?.body).toEqual({
        filters: { destination_id: 'd1' },
      })
    );
  });
});

describe('duplicating a destination', () => {
  it('begins a new one with what can be seen, and without its secrets', async () => {
    const { history, requests } = open(({ path }) =>
      path.endsWith('/d1') ? PAGER : { total: 1, items: [PAGER] }
    );
    await userEvent.click(await screen.findByLabelText('Duplicate Pager, without its secrets'));
    expect(history.location).toMatchObject({ pathname: '/create', search: '?clone=d1' });
    expect(await screen.findByDisplayValue('Copy of Pager')).toBeInTheDocument();
    expect(screen.getByDisplayValue('X-Token')).toBeInTheDocument();
    expect(requests.every(({ method }) => method === 'GET')).toBe(true);
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

  const KEEPER: DestinationRecord = {
    ...PAGER,
    destination: {
      ...{ type: 'pagerduty', name: 'Pager', region: 'us' },
      origin: 'https://events.pagerduty.com',
    },
  };

  it.each([
    [3, '3 incidents are open there; they will not be closed by Watchkeeper.'],
    [1, '1 incident is open there; it will not be closed by Watchkeeper.'],
    [undefined, 'Whether incidents are open there could not be read.'],
  ])('says that incidents stay open there: %p', async (count, text) => {
    const { confirm } = open(({ path }) => {
      if (!path.endsWith('/_incidents')) return { total: 1, items: [KEEPER] };
      if (count === undefined) throw refusal(503, 'cluster_unreachable', 'No answer.');
      return { open: count };
    });
    await userEvent.click(await screen.findByLabelText('Delete Pager'));
    expect(await showDialog(confirm, 0)).toHaveTextContent(text);
  });

  it('says nothing of incidents where none is open', async () => {
    const { confirm } = open(({ path }) =>
      path.endsWith('/_incidents') ? { open: 0 } : { total: 1, items: [KEEPER] }
    );
    await userEvent.click(await screen.findByLabelText('Delete Pager'));
    expect(await showDialog(confirm, 0)).not.toHaveTextContent('open there');
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
