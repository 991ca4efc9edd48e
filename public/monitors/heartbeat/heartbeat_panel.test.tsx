import React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HEARTBEATS_PATH } from '../../../common/monitors/heartbeat/api';
import type { HeartbeatRecord } from '../../../common/monitors/heartbeat/api';
import type { HeartbeatMonitor } from '../../../common/monitors/monitor';
import { refusal } from '../../shared/testing/fake_host';
import { newMonitorOf } from '../editor/new_monitor';
import { showMonitors } from '../testing/show_monitors';
import { HeartbeatPanel } from './heartbeat_panel';

const T = Date.UTC(2026, 0, 5, 12);
const MINUTE = 60_000;

const monitor = newMonitorOf('heartbeat_monitor') as HeartbeatMonitor;

const NEW: HeartbeatRecord = { state: 'pending', pings: [] };
const MISSING: HeartbeatRecord = {
  ...{ state: 'missing', last_ping: T + 20 * MINUTE },
  ...{ expected_at: T + 25 * MINUTE, deadline: T + 26 * MINUTE },
  token: { made_at: T, made_by: 'anna' },
  silence: { from: T + 20 * MINUTE, to: T + 80 * MINUTE },
  pings: [
    { at: T, kind: 'success' },
    { at: T + 20 * MINUTE, kind: 'fail' },
  ],
  message: { at: T, text: 'disk is full' },
};

const show = (record: HeartbeatRecord, token: () => unknown = () => ({ token: 'm1.fresh' })) =>
  showMonitors(<HeartbeatPanel id="m1" monitor={monitor} />, {
    [`GET ${HEARTBEATS_PATH}/m1`]: () => record,
    [`POST ${HEARTBEATS_PATH}/m1/_token`]: token,
  });

const lines = () => screen.getByTestId('heartbeatLines');

describe('the pings of a heartbeat', () => {
  it('are none while it is new: it has no URL, which is made and shown once', async () => {
    show(NEW);
    expect(await screen.findByTestId('heartbeatState-pending')).toBeInTheDocument();
    expect(screen.getByText('No ping has come yet.')).toBeInTheDocument();
    expect(screen.getByText(/It has no URL yet/)).toBeInTheDocument();
    expect(lines()).toHaveTextContent('/ping/TOKEN');
    await userEvent.click(screen.getByTestId('makeHeartbeatUrl'));
    expect(await screen.findByTestId('heartbeatUrl')).toHaveValue(
      'http://localhost/base/api/watchkeeper/heartbeats/ping/m1.fresh'
    );
    expect(lines()).toHaveTextContent('/ping/m1.fresh');
  });

  it('are a strip with what was silent, the last message, and when the next was expected', async () => {
    show(MISSING);
    expect(await screen.findByTestId('heartbeatState-missing')).toBeInTheDocument();
    const strip = screen.getByTestId('pingStrip');
    expect(within(strip).getByTestId('pingGap')).toHaveTextContent('20 minutes');
    expect(within(strip).getByTestId('ping-fail')).toBeInTheDocument();
    expect(screen.getByTestId('heartbeatMessage')).toHaveTextContent('disk is full');
    expect(screen.getByTestId('monitorFact-silence')).toHaveTextContent('1 hour');
    expect(screen.getByTestId('monitorFact-period')).toHaveTextContent('5 minutes + 1 minute');
    expect(screen.queryByTestId('heartbeatUrl')).not.toBeInTheDocument();
  });

  it('have lines for who pings', async () => {
    show(NEW);
    await userEvent.click(await screen.findByText('Alertmanager'));
    expect(lines()).toHaveTextContent('webhook_configs');
    expect(screen.getByText(/always fires/)).toBeInTheDocument();
  });

  it('go to another URL only once that was confirmed, and say where it was not made', async () => {
    const { confirm, toasts } = show(MISSING, () => {
      throw refusal(403, 'forbidden', 'You may not.');
    });
    confirm.mockResolvedValueOnce(false);
    await userEvent.click(await screen.findByText('URL and how to ping'));
    await userEvent.click(screen.getByTestId('makeHeartbeatUrl'));
    expect(confirm).toHaveBeenCalledTimes(1);
    expect(toasts).toEqual([]);
    confirm.mockResolvedValueOnce(true);
    await userEvent.click(screen.getByTestId('makeHeartbeatUrl'));
    await waitFor(() => expect(toasts).toHaveLength(1));
    expect(screen.queryByTestId('heartbeatUrl')).not.toBeInTheDocument();
  });
});
