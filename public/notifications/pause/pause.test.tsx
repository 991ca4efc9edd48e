import React from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PAUSE_PATH } from '../../../common/notifications/deliveries_api';
import type { Pause } from '../../../common/notifications/deliveries_api';
import { APP_IDS } from '../../../common/plugin';
import { refusal } from '../../shared/testing/fake_host';
import { HEALTHY, renderPage } from '../../shared/testing/render_page';
import { PauseBanner } from './pause_banner';
import { PauseButton } from './pause_button';

const NOW = Date.UTC(2026, 10, 21, 9);
const PAUSED: Pause = {
  ...{ paused: true, reason: 'Moving the pager', by: 'ann', since: NOW, until: NOW + 3_600_000 },
  waiting: 3,
};

/** A server that keeps what it is told. */
const open = (start: Pause, status = HEALTHY, failing = false) => {
  let pause = start;
  return renderPage(
    <>
      <PauseBanner />
      <PauseButton />
    </>,
    {
      appId: APP_IDS.alerts,
      status,
      answer: ({ path, method, body }) => {
        if (path !== PAUSE_PATH) throw refusal(404, 'not_found', path);
        if (method === 'GET') return pause;
        if (failing) throw refusal(503, 'cluster_unreachable', 'The cluster does not answer.');
        pause = { ...(body as Pause), by: 'ben', since: NOW, waiting: 0 };
        return pause;
      },
    }
  );
};

const told = (page: ReturnType<typeof open>) =>
  page.requests.find(({ method }) => method === 'PUT')?.body;

describe('the banner of a pause', () => {
  it('says who paused since when, why, until when, and how many wait', async () => {
    open(PAUSED);
    const banner = await screen.findByTestId('pauseBanner');
    expect(banner).toHaveTextContent(/ann paused them at Nov 21, 2026/);
    expect(banner).toHaveTextContent('They go out again at');
    expect(banner).toHaveTextContent('Reason: Moving the pager');
    expect(screen.getByTestId('pausedWaiting')).toHaveTextContent('3 messages wait');
    expect(screen.getByTestId('pausedWaiting')).toHaveAttribute(
      'href',
      expect.stringContaining('/deliveries?from=all&status=pending')
    );
    expect(screen.queryByTestId('pauseNotifications')).toBeNull();
  });

  it('is gone as soon as somebody resumes', async () => {
    const page = open({ paused: true, waiting: 0 });
    expect(await screen.findByText(/until somebody resumes/)).toBeInTheDocument();
    await userEvent.click(screen.getByText('Resume notifications'));
    await waitFor(() => expect(screen.queryByTestId('pauseBanner')).toBeNull());
    expect(told(page)).toEqual({ paused: false });
  });

  it('lets only those resume who may write', async () => {
    open(PAUSED, { ...HEALTHY, user: { may: { read: true, acknowledge: true, write: false } } });
    await screen.findByTestId('pauseBanner');
    await waitFor(() => expect(screen.getByTestId('resumeNotifications')).toBeDisabled());
  });
});

describe('pausing all notifications', () => {
  const start: Pause = { paused: false, waiting: 0 };

  it('takes a reason and an end', async () => {
    const page = open(start);
    await waitFor(() => expect(screen.getByTestId('pauseNotifications')).toBeEnabled());
    await userEvent.click(screen.getByTestId('pauseNotifications'));
    await userEvent.type(await screen.findByTestId('pauseReason'), ' Moving ');
    await userEvent.selectOptions(screen.getByTestId('pauseEnd'), 'For 4 hours');
    const before = Date.now();
    await userEvent.click(screen.getByTestId('pauseConfirm'));
    expect(await screen.findByTestId('pauseBanner')).toHaveTextContent('Reason: Moving');
    const { until, ...rest } = told(page) as { until: number };
    expect(rest).toEqual({ paused: true, reason: 'Moving' });
    expect(until - before).toBeGreaterThanOrEqual(4 * 3_600_000);
    expect(screen.queryByTestId('pauseDialog')).toBeNull();
  });

  it('has no end where none is chosen, and stays open where it did not work', async () => {
    const page = open(start, HEALTHY, true);
    await waitFor(() => expect(screen.getByTestId('pauseNotifications')).toBeEnabled());
    await userEvent.click(screen.getByTestId('pauseNotifications'));
    await userEvent.click(await screen.findByTestId('pauseConfirm'));
    await waitFor(() =>
      expect(page.toasts).toMatchObject([{ text: 'The cluster does not answer.' }])
    );
    expect(told(page)).toEqual({ paused: true });
    expect(screen.getByTestId('pauseDialog')).toBeInTheDocument();
  });
});
