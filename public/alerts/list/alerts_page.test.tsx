import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Alert } from '../../../common/alerts/alert';
import { ALERTS_PATH } from '../../../common/alerts/api';
import { MONITORS_PATH } from '../../../common/monitors/api';
import { APP_IDS } from '../../../common/plugin';
import type { Answer } from '../../shared/testing/fake_host';
import { refusal } from '../../shared/testing/fake_host';
import { HEALTHY, renderPage } from '../../shared/testing/render_page';
import { AlertsRoutes } from '../routes';
import { sampleAlert, sampleMessage } from '../sample_alerts';

const ACTIVE = sampleAlert();
const OTHER = sampleAlert({ id: 'm2.1.0', monitor_id: 'm2', trigger_name: 'Slow answers' });
const ERROR = sampleAlert({
  id: 'm3.1.0',
  monitor_id: 'm3',
  trigger_name: '',
  state: 'error',
  error_message: 'unknown query [mach_phrase]',
});

const answering =
  (alerts: Alert[], more: Answer = () => ({})): Answer =>
  (request) => {
    if (request.path === ALERTS_PATH) return { total: alerts.length, items: alerts };
    if (request.path === MONITORS_PATH) return { total: 1, items: [{ id: 'm1', name: 'Errors' }] };
    return more(request);
  };

const open = (answer: Answer, path = '/', status = HEALTHY) =>
  renderPage(<AlertsRoutes />, { appId: APP_IDS.alerts, path, answer, status });

const acknowledgements = (requests: Array<{ path: string; body: unknown }>) =>
  requests.filter(({ path }) => path.endsWith('_acknowledge')).map(({ body }) => body);

describe('the alerts page', () => {
  it('acknowledges one alert with one click', async () => {
    const { requests, confirm } = open(
      answering([ACTIVE, OTHER], () => ({ acknowledged: [ACTIVE.id], failed: [] }))
    );
    await userEvent.click(
      await screen.findByLabelText('Acknowledge ERROR lines of Errors in production')
    );
    await waitFor(() =>
      expect(acknowledgements(requests)).toEqual([
        { alerts: [{ id: ACTIVE.id, monitor_id: 'm1' }] },
      ])
    );
    expect(confirm).not.toHaveBeenCalled();
  });

  it('acknowledges all that are selected at once, errors not among them', async () => {
    const { requests } = open(
      answering([ACTIVE, ERROR, OTHER], () => ({ acknowledged: [], failed: [] }))
    );
    // One for the table's head, one for narrow windows.
    const [all] = await screen.findAllByLabelText('Select all rows');
    await userEvent.click(all);
    await userEvent.click(await screen.findByText('Acknowledge 2'));
    await waitFor(() =>
      expect(acknowledgements(requests)).toEqual([
        {
          alerts: [
            { id: ACTIVE.id, monitor_id: 'm1' },
            { id: OTHER.id, monitor_id: 'm2' },
          ],
        },
      ])
    );
  });

  it('says which alert could not be acknowledged, and why', async () => {
    const failed = [{ id: ACTIVE.id, reason: 'The alert is not open any more.' }];
    const { toasts } = open(answering([ACTIVE], () => ({ acknowledged: [], failed })));
    await userEvent.click(
      await screen.findByLabelText('Acknowledge ERROR lines of Errors in production')
    );
    await waitFor(() => expect(toasts).toHaveLength(1));
    expect(toasts[0]).toMatchObject({
      kind: 'warning',
      text: 'The alert is not open any more. (Errors in production › ERROR lines)',
    });
  });

  it('shows the reason of an error in words, and offers no button for it', async () => {
    open(answering([ERROR]));
    expect(await screen.findByText('unknown query [mach_phrase]')).toBeInTheDocument();
    expect(screen.getByText('Ends when the error is gone')).toBeInTheDocument();
    expect(screen.queryByText('Acknowledge')).toBeNull();
  });

  it('lets nobody acknowledge who may not', async () => {
    const may = { read: true, acknowledge: false, write: false };
    open(answering([ACTIVE]), '/', { ...HEALTHY, user: { may } });
    const button = await screen.findByLabelText('Acknowledge ERROR lines of Errors in production');
    await waitFor(() => expect(button).toBeDisabled());
  });

  it('asks for what the URL says, and puts what is chosen into the URL', async () => {
    const { requests, history } = open(
      answering([ACTIVE], () => ({ monitor: { name: 'Errors in production' } })),
      '/?severity=2&monitor_id=m1'
    );
    await screen.findByText('ERROR lines');
    expect(requests.find(({ path }) => path === ALERTS_PATH)?.query).toMatchObject({
      state: 'open',
      severity: '2',
      monitor_id: 'm1',
    });
    await userEvent.click(screen.getByText('Past'));
    expect(history.location.search).toBe('?state=past&severity=2&monitor_id=m1');
    await waitFor(() => expect(requests.some(({ query }) => query.state === 'past')).toBe(true));
  });

  it('leads to the first monitor while there is none', async () => {
    open(({ path }) =>
      path === ALERTS_PATH || path === MONITORS_PATH ? { total: 0, items: [] } : {}
    );
    const link = await screen.findByText('Create monitor');
    expect(link.closest('a')).toHaveAttribute('href', `/app/${APP_IDS.monitors}/create`);
  });

  it('says that nothing matches, and clears the filters', async () => {
    const { history } = open(answering([]), '/?state=error&severity=1');
    await userEvent.click(await screen.findByText('Clear search and filters'));
    expect(history.location.search).toBe('');
    expect(await screen.findByText('No open alerts')).toBeInTheDocument();
  });

  it('says why the alerts could not be read', async () => {
    open(() => {
      throw refusal(503, 'cluster_unreachable', 'The cluster does not answer.');
    });
    expect(await screen.findByText('The cluster does not answer.')).toBeInTheDocument();
  });
});

describe("an alert's flyout", () => {
  const record = {
    alert: ACTIVE,
    events: [
      {
        id: 'e1',
        alert_id: ACTIVE.id,
        monitor_id: 'm1',
        trigger_id: 't1',
        at: ACTIVE.start_time,
        from: null,
        to: 'active',
        rev: 1,
      },
    ],
    messages: [
      sampleMessage({
        status: 'dead',
        reason: 'Given up after 3 attempts.',
        attempts: [
          { at: 1, took: 31, status: 404, ok: false, answer: 'no_service' },
          { at: 2, took: 5000, ok: false, answer: 'No answer within 5 seconds.' },
        ],
      }),
    ],
  };
  const answer = answering([ACTIVE], ({ path }) =>
    path.includes('/destinations/') ? { destination: { name: 'Pager' } } : record
  );

  it('opens from the URL, and tells to whom, how it went and what the receiver answered', async () => {
    open(answer, `/${ACTIVE.id}`);
    const flyout = within(await screen.findByRole('dialog'));
    expect(await flyout.findByText('Pager')).toBeInTheDocument();
    expect(flyout.getByText('Not delivered')).toBeInTheDocument();
    expect(flyout.getByText('Given up after 3 attempts.')).toBeInTheDocument();
    expect(flyout.getByText(/The receiver refused it with 404 in 31 ms/)).toBeInTheDocument();
    expect(flyout.getByText('no_service')).toBeInTheDocument();
    expect(flyout.getByText('No answer within 5 seconds.')).toBeInTheDocument();
  });

  it('is put among what was viewed, and leaves the list as it was filtered when it closes', async () => {
    const { history, recent } = open(answer, `/${ACTIVE.id}?state=all`);
    await waitFor(() =>
      expect(recent).toMatchObject([{ label: ACTIVE.trigger_name, link: expect.any(String) }])
    );
    await userEvent.click(await screen.findByTestId('euiFlyoutCloseButton'));
    expect(history.location).toMatchObject({ pathname: '/', search: '?state=all' });
  });

  it('says so when there is no such alert', async () => {
    open(
      answering([ACTIVE], () => {
        throw refusal(404, 'not_found', 'There is no alert with the id gone.');
      }),
      '/gone'
    );
    expect(await screen.findByText(/It does not exist/)).toBeInTheDocument();
  });
});
