import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DELIVERIES_PATH, PAUSE_PATH } from '../../../common/notifications/deliveries_api';
import type { Pause } from '../../../common/notifications/deliveries_api';
import type { Message } from '../../../common/notifications/message';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { renderPage } from '../../shared/testing/render_page';
import { DestinationsRoutes } from '../routes';
import { sampleMessage, sampleRow } from '../testing/sample_delivery';

const PAGER = {
  has_secrets: true,
  used_by: [],
  destination: {
    ...{ type: 'webhook', name: 'Pager', origin: 'https://pager.example.com', method: 'POST' },
    header_names: [],
  },
};

interface Setting {
  destination?: typeof PAGER;
  pause?: Pause;
  path?: string;
  digest?: Message;
}

const open = (
  message: Message,
  { destination = PAGER, pause = { paused: false, waiting: 0 }, path, digest }: Setting = {}
) =>
  renderPage(<DestinationsRoutes />, {
    appId: APP_IDS.destinations,
    path: path ?? `/deliveries/${message.id}`,
    answer: ({ path: asked }) => {
      if (asked === PAUSE_PATH) return pause;
      if (asked === DELIVERIES_PATH) return { total: 1, items: [sampleRow()], by_status: {} };
      if (asked === `${DELIVERIES_PATH}/_resend`) return { resent: 1, passed_over: 0 };
      if (asked === `${DELIVERIES_PATH}/${message.id}`) {
        return { message, digest, destination_name: 'Pager' };
      }
      if (asked.includes('/destinations/')) return destination;
      throw refusal(404, 'not_found', asked);
    },
  });

const flyout = async () => within(await screen.findByTestId('deliveryFlyout'));

describe('the story of a message', () => {
  it('has every attempt with its time, outcome and answer, the newest first', async () => {
    open(sampleMessage());
    const story = await flyout();
    await story.findByTestId('attemptsTable');
    const [newest, oldest] = story.getAllByTestId('deliveryAttempt');
    expect(newest).toHaveTextContent(/31 ms.*Refused \(404\).*no_service/);
    expect(oldest).toHaveTextContent(/5 seconds.*No answer.*No answer within 5 seconds/);
  });

  it('says why it was given up, and what to do about it', async () => {
    open(sampleMessage());
    const notice = await (await flyout()).findByTestId('deliveryDead');
    expect(notice).toHaveTextContent('The receiver answered 404.');
    expect(notice).toHaveTextContent('The receiver knows no such address (any more)');
  });

  it('asks for the secrets where they are what is missing', async () => {
    open(sampleMessage(), { destination: { ...PAGER, has_secrets: false } });
    expect(await screen.findByText(/The destination lacks its secrets/)).toBeInTheDocument();
  });

  it('leads to its alert, monitor and destination', async () => {
    open(sampleMessage());
    const story = await flyout();
    const href = async (mark: string) => (await story.findByTestId(mark)).getAttribute('href');
    expect(await href('deliveryAlert')).toBe(`/app/${APP_IDS.alerts}/m1.1.0`);
    expect(await href('deliveryMonitor')).toBe(`/app/${APP_IDS.monitors}/m1`);
    expect(await href('deliveryDestination')).toBe('/d1');
  });

  it('tells when it is tried next, or that everything is paused', async () => {
    const waiting = sampleMessage({ status: 'pending', reason: undefined, finished_at: undefined });
    open(waiting);
    expect(await (await flyout()).findByTestId('deliveryNext')).toHaveTextContent('Next attempt:');
    expect(screen.queryByTestId('deliveryResend')).toBeNull();
  });

  it('says that it waits because everything is paused', async () => {
    const waiting = sampleMessage({ status: 'pending', reason: undefined, finished_at: undefined });
    open(waiting, { pause: { paused: true, waiting: 1 } });
    expect(await (await flyout()).findByTestId('deliveryPaused')).toBeInTheDocument();
  });

  it('leads to those that it went out with as one, and shows that one', async () => {
    const message = sampleMessage({ status: 'sent', reason: undefined, digest_id: 'digest-1' });
    open(message, { digest: { ...message, id: 'digest-1', message: '- Errors\n- Others' } });
    expect(await (await flyout()).findByTestId('digestLink')).toHaveAttribute(
      'href',
      '/deliveries?from=all&digest_id=digest-1'
    );
    expect(screen.getByText('The merged message')).toBeInTheDocument();
    expect(await screen.findByTestId('webhookBody')).toHaveTextContent('- Others');
  });

  it('has no link to a monitor where none made it', async () => {
    open(sampleMessage({ monitor_id: '', monitor_name: '', alert_ids: [] }));
    await (await flyout()).findByTestId('attemptsTable');
    expect(screen.queryByTestId('deliveryMonitor')).toBeNull();
  });

  it('sends it again', async () => {
    const { requests } = open(sampleMessage());
    await userEvent.click(await (await flyout()).findByTestId('deliveryResend'));
    await waitFor(() =>
      expect(requests.find(({ path }) => path.endsWith('_resend'))?.body).toEqual({
        ids: ['m1.1.m0'],
      })
    );
  });

  it('opens from the list, which stays as it is filtered', async () => {
    const { history } = open(sampleMessage(), { path: '/deliveries?from=all' });
    await userEvent.click(await screen.findByTestId('deliveryLink'));
    expect(history.location).toMatchObject({
      pathname: '/deliveries/m1.1.m0',
      search: '?from=all',
    });
    await userEvent.click(await screen.findByTestId('euiFlyoutCloseButton'));
    expect(history.location).toMatchObject({ pathname: '/deliveries', search: '?from=all' });
  });
});
