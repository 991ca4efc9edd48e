import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ALERTS_PATH } from '../../../common/alerts/api';
import { MONITORS_PATH } from '../../../common/monitors/api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { HEALTHY } from '../../shared/testing/render_page';
import { undo } from '../../shared/testing/undo';
import { sampleAlert } from '../sample_alerts';
import { MONITOR, answering, open } from '../testing/alerts_stage';

const ACTIVE = sampleAlert();
const OTHER = sampleAlert({ id: 'm2.1.0', monitor_id: 'm2', trigger_name: 'Slow answers' });
const ERROR = sampleAlert({
  id: 'm3.1.0',
  monitor_id: 'm3',
  trigger_name: '',
  state: 'error',
  error_message: 'unknown query [mach_phrase]',
});

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

  it('takes an acknowledgement back, from the news of it', async () => {
    const { requests, toasts } = open(
      answering([ACTIVE], () => ({ acknowledged: [ACTIVE.id], failed: [] }))
    );
    await userEvent.click(await screen.findByTestId('acknowledgeAlert'));
    await waitFor(() => expect(toasts).toHaveLength(1));
    await undo(toasts[0]);
    await waitFor(() =>
      expect(requests.filter(({ path }) => path.endsWith('_unacknowledge'))).toMatchObject([
        { body: { alerts: [{ id: ACTIVE.id, monitor_id: ACTIVE.monitor_id }] } },
      ])
    );
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
    open(answering([ACTIVE]), '/', { status: { ...HEALTHY, user: { may } } });
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
      'host: web-1value 12, peak 20'
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
