import React from 'react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DELIVERIES_PATH, PAUSE_PATH } from '../../../common/notifications/deliveries_api';
import type { DeliveryPage } from '../../../common/notifications/deliveries_api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import type { Answer, FakeHost } from '../../shared/testing/fake_host';
import { HEALTHY, renderPage } from '../../shared/testing/render_page';
import { DestinationsRoutes } from '../routes';
import { sampleRow } from '../testing/sample_delivery';

const DEAD = sampleRow();
const PAGE: DeliveryPage = {
  total: 3,
  items: [
    DEAD,
    sampleRow({ id: 'm1.1.m1', subject: 'Second', destination_id: 'd2', destination_name: 'Chat' }),
    sampleRow({ id: 'm1.1.m2', subject: 'Third', status: 'sent', reason: undefined }),
  ],
  by_status: { dead: 2, sent: 40 },
};

const answering =
  (page: DeliveryPage, more: Answer = () => ({})): Answer =>
  (request) => {
    if (request.path === PAUSE_PATH) return { paused: false, waiting: 0 };
    if (request.path === DELIVERIES_PATH) return page;
    if (request.method === 'POST') return more(request);
    throw refusal(404, 'not_found', request.path);
  };

const open = (answer: Answer, path = '/deliveries', status = HEALTHY) =>
  renderPage(<DestinationsRoutes />, { appId: APP_IDS.destinations, path, answer, status });

const resent = (requests: FakeHost['requests']) =>
  requests.find(({ path }) => path.endsWith('/_resend'))?.body;

/** What the host was asked to ask. */
const questionOf = async ({ confirm }: FakeHost): Promise<HTMLElement> => {
  await waitFor(() => expect(confirm).toHaveBeenCalled());
  const [text] = confirm.mock.calls[0];
  const dialog = document.body.appendChild(document.createElement('div'));
  if (typeof text === 'function') await act(async () => text(dialog));
  return dialog;
};

describe('the list of deliveries', () => {
  it('shows each message with its status, and why it was given up', async () => {
    open(answering(PAGE));
    const row = (await screen.findByText('Errors')).closest('tr');
    expect(within(row as HTMLElement).getByText('Not delivered')).toBeInTheDocument();
    expect(within(row as HTMLElement).getByText('Pager')).toBeInTheDocument();
    expect(screen.getAllByText('The receiver answered 404.')).toHaveLength(2);
  });

  it('counts the statuses, and a click on one filters by it', async () => {
    const { history, requests } = open(answering(PAGE));
    await screen.findByText('Errors');
    expect(screen.getByTestId('deliveriesTab-all')).toHaveTextContent('All (42)');
    expect(screen.getByTestId('deliveriesTab-pending')).toHaveTextContent('Waiting (0)');
    await userEvent.click(screen.getByTestId('deliveriesTab-sent'));
    expect(history.location.search).toBe('?status=sent');
    await waitFor(() =>
      expect(requests.filter(({ path }) => path === DELIVERIES_PATH).pop()?.query).toMatchObject({
        status: 'sent',
        from: 'now-7d',
      })
    );
  });

  it('asks for what the URL says, and for its defaults where that makes no sense', async () => {
    const { requests } = open(
      answering(PAGE),
      '/deliveries?destination_id=d1&monitor_id=m1&alert_id=m1.1.0&from=all&status=lost&sort=finished_at&order=asc&page=1&per_page=500'
    );
    await screen.findByText('Errors');
    expect(requests.find(({ path }) => path === DELIVERIES_PATH)?.query).toEqual({
      ...{ destination_id: 'd1', monitor_id: 'm1', alert_id: 'm1.1.0' },
      ...{ sort: 'finished_at', order: 'asc', page: 1, per_page: 100 },
    });
  });

  it('leaves out pings until they are asked for, except of one destination', async () => {
    const { history, requests } = open(answering(PAGE));
    const lastQuery = () => requests.filter(({ path }) => path === DELIVERIES_PATH).pop()?.query;
    await screen.findByText('Errors');
    expect(lastQuery()).toMatchObject({ pings: false });
    await userEvent.click(screen.getByTestId('deliveriesPings'));
    expect(history.location.search).toBe('?pings=true');
    await waitFor(() => expect(lastQuery()).not.toHaveProperty('pings'));
    act(() => history.push('/deliveries?destination_id=d1'));
    await waitFor(() => expect(lastQuery()).toMatchObject({ destination_id: 'd1' }));
    expect(lastQuery()).not.toHaveProperty('pings');
    expect(screen.queryByTestId('deliveriesPings')).not.toBeInTheDocument();
  });

  it('tells an empty time range from filters that find nothing', async () => {
    const empty: DeliveryPage = { total: 0, items: [], by_status: {} };
    const { history } = open(answering(empty), '/deliveries?search=nothing');
    await userEvent.click(await screen.findByText('Clear search and filters'));
    await userEvent.click(await screen.findByText('Look at all of the time'));
    expect(history.location.search).toBe('?from=all');
    expect(await screen.findByText('No message has been made yet')).toBeInTheDocument();
  });

  it('says why it could not be read', async () => {
    open((request) => {
      if (request.path === DELIVERIES_PATH) throw refusal(503, 'cluster_unreachable', 'No answer.');
      return answering(PAGE)(request);
    });
    expect(await screen.findByText('No answer.')).toBeInTheDocument();
  });
});

describe('sending again', () => {
  const answer = answering(PAGE, () => ({ resent: 1, passed_over: 0 }));

  it('sends one without a question', async () => {
    const { requests, toasts, confirm } = open(answer);
    await userEvent.click(await screen.findByLabelText('Send “Errors” again'));
    await waitFor(() => expect(resent(requests)).toEqual({ ids: [DEAD.id] }));
    await waitFor(() => expect(toasts).toMatchObject([{ title: '1 message is sent again' }]));
    expect(confirm).not.toHaveBeenCalled();
  });

  it('asks with the number and the destinations before it sends those that are selected', async () => {
    const page = open(answer);
    await screen.findByText('Errors');
    await userEvent.click(screen.getByTestId(`checkboxSelectRow-${DEAD.id}`));
    await userEvent.click(screen.getByTestId('checkboxSelectRow-m1.1.m1'));
    expect(screen.getByTestId('checkboxSelectRow-m1.1.m2')).toBeDisabled();
    await userEvent.click(screen.getByText('Send 2 again'));
    const question = await questionOf(page);
    expect(page.confirm.mock.calls[0][1]).toMatchObject({ title: 'Send 2 messages again?' });
    expect(question).toHaveTextContent('Pager: 1 message');
    expect(question).toHaveTextContent('Chat: 1 message');
    await waitFor(() => expect(resent(page.requests)).toEqual({ ids: [DEAD.id, 'm1.1.m1'] }));
  });

  it('sends all dead ones that the filters find, whatever is on the page', async () => {
    const page = open(answer, '/deliveries?destination_id=d1&per_page=10');
    await userEvent.click(await screen.findByText('Send all 2 again'));
    await questionOf(page);
    await waitFor(() =>
      expect(resent(page.requests)).toEqual({ filters: { destination_id: 'd1', from: 'now-7d' } })
    );
    expect(page.requests.some(({ query }) => query.status === 'dead')).toBe(true);
  });

  it('sends nothing after a no', async () => {
    const page = open(answer);
    page.confirm.mockResolvedValue(false);
    await userEvent.click(await screen.findByTestId('resendAll'));
    await waitFor(() => expect(page.confirm).toHaveBeenCalled());
    expect(resent(page.requests)).toBeUndefined();
  });

  it('tells of those that were passed over', async () => {
    const { toasts } = open(answering(PAGE, () => ({ resent: 0, passed_over: 1 })));
    await userEvent.click(await screen.findByLabelText('Send “Errors” again'));
    await waitFor(() =>
      expect(toasts).toMatchObject([
        { kind: 'warning', text: '1 was passed over: sent again by somebody else, or gone.' },
      ])
    );
  });

  it('is not for those who may only read', async () => {
    const may = { read: true, acknowledge: true, write: false };
    open(answer, '/deliveries', { ...HEALTHY, user: { may } });
    await waitFor(() => expect(screen.getByTestId('resendAll')).toBeDisabled());
    expect(screen.getByLabelText('Send “Errors” again')).toBeDisabled();
  });
});
