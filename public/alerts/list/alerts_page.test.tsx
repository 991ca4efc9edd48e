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

const trigger = (id: string, name: string) => ({ query_level_trigger: { id, name, actions: [] } });
const MONITOR = {
  monitor_type: 'query_level_monitor',
  name: 'Errors in production',
  schedule: { period: { interval: 1, unit: 'MINUTES' } },
  inputs: [{ search: { indices: ['logs-*'], query: '{"query":{"match_all":{}}}' } }],
  triggers: [trigger('t1', 'ERROR lines'), trigger('t2', 'Slow answers')],
  owner: 'Team Pay',
  tags: ['payments'],
  runbook_url: 'https://wiki.example.com/pay',
};

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
      answering([ACTIVE], () => ({ monitor: MONITOR })),
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

  it('shows group, value and peak, and that an alert is flapping', async () => {
    const grouped = sampleAlert({
      group: [{ field: 'host', value: 'web-1' }],
      measure: 12,
      peak: 20,
      flapping: true,
    });
    open(answering([grouped]));
    expect(await screen.findByTestId('alertMore')).toHaveTextContent(
      'host: web-1 · value 12, peak 20'
    );
    expect(screen.getByTestId('flappingBadge')).toBeInTheDocument();
  });

  it('narrows to a trigger of the chosen monitor, and to a group', async () => {
    const { history } = open(
      answering([ACTIVE], () => ({ monitor: MONITOR })),
      '/?monitor_id=m1&group=web-1'
    );
    await userEvent.selectOptions(await screen.findByTestId('alertsTriggerFilter'), 't2');
    expect(history.location.search).toBe('?monitor_id=m1&trigger_id=t2&group=web-1');
    await userEvent.click(screen.getByLabelText('Show all groups'));
    expect(history.location.search).toBe('?monitor_id=m1&trigger_id=t2');
  });

  it('acknowledges with a comment and an end', async () => {
    const { requests } = open(
      answering([ACTIVE], () => ({ acknowledged: [ACTIVE.id], failed: [] }))
    );
    await userEvent.click(await screen.findByTestId('askAlert'));
    await userEvent.type(await screen.findByTestId('acknowledgeComment'), ' On it ');
    await userEvent.selectOptions(screen.getByTestId('acknowledgeEnd'), String(4 * 3_600_000));
    const before = Date.now();
    await userEvent.click(screen.getByTestId('acknowledgeConfirm'));
    await waitFor(() => expect(acknowledgements(requests)).toHaveLength(1));
    const [body] = acknowledgements(requests) as Array<{ until: number }>;
    expect(body).toMatchObject({ alerts: [{ id: ACTIVE.id }], comment: 'On it' });
    expect(body.until - before).toBeGreaterThanOrEqual(4 * 3_600_000);
    expect(screen.queryByTestId('acknowledgeDialog')).toBeNull();
  });

  it('acknowledges all that match, beyond the page', async () => {
    const many = Array.from({ length: 3 }, (_, i) => sampleAlert({ id: `m1.1.${i}` }));
    const { requests } = open((request) => {
      if (request.path === ALERTS_PATH) {
        const items = request.query.per_page === 1000 ? many : many.slice(0, 1);
        return { total: 3, items };
      }
      return answering([], () => ({ acknowledged: [], failed: [] }))(request);
    });
    const [all] = await screen.findAllByLabelText('Select all rows');
    await userEvent.click(all);
    await userEvent.click(await screen.findByText('Acknowledge all 3 that match…'));
    await userEvent.click(await screen.findByTestId('acknowledgeConfirm'));
    await waitFor(() =>
      expect(acknowledgements(requests)).toMatchObject([
        { alerts: many.map(({ id }) => ({ id, monitor_id: 'm1' })) },
      ])
    );
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

  const storyOf =
    (changes: Partial<Alert>, events: object[] = []): Answer =>
    (request) => {
      const { path } = request;
      if (path === `${MONITORS_PATH}/m1`) return { monitor: MONITOR };
      const story = { alert: sampleAlert(changes), events, messages: [] };
      return answering([ACTIVE], () => story)(request);
    };
  const event = { alert_id: ACTIVE.id, monitor_id: 'm1', trigger_id: 't1', rev: 1, at: 5 };

  it('tells what the alert is about and whom it concerns', async () => {
    open(
      storyOf({
        group: [{ field: 'host', value: 'web-1' }],
        labels: { team: 'pay' },
        annotations: { summary: 'See https://x' },
        peak: 20,
        failures: 3,
        told: true,
        action_execution_results: [
          { action_id: 'a', last_execution_time: 1, throttled_count: 4 },
          { action_id: 'b', last_execution_time: 1 },
        ],
      }),
      `/${ACTIVE.id}`
    );
    const flyout = within(await screen.findByRole('dialog'));
    const link = await flyout.findByText('web-1');
    expect(link).toHaveAttribute('href', expect.stringContaining('group=web-1'));
    const texts = {
      alertLabels: 'team: pay',
      alertAnnotation: 'See https://x',
      alertPeak: '20',
      alertFailures: 'somebody was told',
      alertHeldBack: '4 messages',
      alertOwner: 'Team Pay',
      alertTags: 'payments',
    };
    await flyout.findByTestId('alertOwner');
    for (const [id, text] of Object.entries(texts)) {
      expect(flyout.getByTestId(id)).toHaveTextContent(text);
    }
    expect(flyout.getByText('https://wiki.example.com/pay')).toHaveAttribute(
      'href',
      'https://wiki.example.com/pay'
    );
  });

  it('takes an acknowledgement back, and says until when and why there is one', async () => {
    const { requests } = open(
      storyOf({
        state: 'acknowledged',
        acknowledged_time: Date.now(),
        acknowledged_by: 'ann',
        acknowledged_until: Date.now() + 60_000,
        acknowledged_comment: 'On it',
      }),
      `/${ACTIVE.id}`
    );
    const facts = await screen.findByTestId('alertAcknowledgement');
    expect(facts).toHaveTextContent(/ann, .*until.*On it/);
    await userEvent.click(screen.getByTestId('storyTakeBack'));
    await waitFor(() =>
      expect(requests.find(({ path }) => path.endsWith('_unacknowledge'))?.body).toEqual({
        alerts: [{ id: ACTIVE.id, monitor_id: 'm1' }],
      })
    );
  });

  it('offers nothing to take back where the acknowledgement was the end', async () => {
    open(storyOf({ state: 'acknowledged', lasting: true, end_time: 9 }), `/${ACTIVE.id}`);
    await screen.findByTestId('alertAcknowledgement');
    expect(screen.queryByTestId('storyTakeBack')).toBeNull();
    expect(screen.queryByTestId('storyAcknowledge')).toBeNull();
  });

  it('shows comments with their authors, and takes another', async () => {
    const comments = [
      { ...event, id: 'c1', from: 'active', to: 'active', by: 'ann', comment: 'Is it DNS?' },
      { ...event, id: 'c2', from: 'active', to: 'active', comment: 'It is.' },
    ];
    const { requests } = open(storyOf({}, comments), `/${ACTIVE.id}`);
    const story = within(await screen.findByTestId('alertStory'));
    expect(story.getByText('ann')).toBeInTheDocument();
    expect(story.getByText('Is it DNS?')).toBeInTheDocument();
    // A person wrote it, even where the cluster knows no users.
    expect(story.getByText('Somebody')).toBeInTheDocument();
    await userEvent.type(screen.getByTestId('commentText'), ' Always. ');
    await userEvent.click(screen.getByTestId('addComment'));
    await waitFor(() =>
      expect(requests.find(({ path }) => path.endsWith('/comments'))?.body).toEqual({
        comment: 'Always.',
      })
    );
    await waitFor(() => expect(screen.getByTestId('commentText')).toHaveValue(''));
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
