import React from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RunRecord } from '../../../common/monitors/api';
import type { ActionResult } from '../../../common/monitors/run';
import type { Message } from '../../../common/notifications/message';
import { DESTINATIONS_PATH } from '../../../common/notifications/api';
import { destinationSample, runSample } from '../testing/samples';
import { showMonitors } from '../testing/show_monitors';
import { RunsTable } from './runs_table';

const message = (changes: Partial<Message> = {}): Message => ({
  id: 'm1.1.m0',
  monitor_id: 'm1',
  monitor_name: 'Pod errors',
  trigger_id: 't1',
  trigger_name: 'Errors',
  action_id: 'a1',
  action_name: 'Notify',
  destination_id: 'd1',
  alert_ids: [],
  severity: '1',
  subject: 'Subject line',
  message: 'Message body',
  period_start: 0,
  period_end: 1,
  created_at: 1,
  rev: 1,
  partition: 0,
  status: 'sent',
  attempts: [{ at: 1, took: 5, status: 200, answer: 'thanks', ok: true }],
  next_attempt_at: 0,
  ...changes,
});

const triggeredRun = (action: Partial<ActionResult>, messages: Message[] = []): RunRecord =>
  runSample({
    outcome: 'triggered',
    messages,
    triggers: [
      {
        id: 't1',
        name: 'Errors',
        value: 'true',
        triggered: true,
        actions: [{ id: 'a1', name: 'Notify', destination_id: 'd1', outcome: 'queued', ...action }],
      },
    ],
  });

const show = (run: RunRecord) =>
  showMonitors(<RunsTable runs={[run]} notable={false} />, {
    [`GET ${DESTINATIONS_PATH}`]: () => ({ total: 1, items: [destinationSample('d1', 'Ops')] }),
  });

describe('a run in the table', () => {
  it('shows hits, condition and what the receiver answered', () => {
    show(triggeredRun({ message_id: 'm1.1.m0' }, [message()]));
    expect(screen.getByTestId('outcome-triggered')).toBeInTheDocument();
    expect(screen.getByTestId('delivery-sent')).toBeInTheDocument();
    expect(screen.getByTestId('actionOutcome')).toHaveTextContent('200 thanks');
    expect(screen.getByText('true')).toBeInTheDocument();
  });

  it('shows what was held back, and why', () => {
    show(triggeredRun({ outcome: 'held_back', reason: 'The alert is acknowledged by jane.' }));
    expect(screen.getByTestId('actionOutcome')).toHaveTextContent(
      'The alert is acknowledged by jane.'
    );
  });

  it('shows why it failed, also when only a condition did', () => {
    const problem = { code: 'null_pointer_exception', message: 'Cannot read hits of null' };
    show(
      runSample({
        outcome: 'error',
        triggers: [{ id: 't1', name: 'Errors', triggered: false, problem }],
      })
    );
    expect(screen.getByTestId('outcome-error')).toBeInTheDocument();
    expect(screen.getByTestId('problemText')).toHaveTextContent('Cannot read hits of null');
  });

  it('shows how many groups were true, and what became of them', () => {
    const groups = {
      ...{ judged: 1200, triggered: 3, opened: 2, ended: 1 },
      left_out: { count: 5, reason: 'Too many buckets.' },
    };
    show(
      runSample({
        outcome: 'triggered',
        triggers: [
          { id: 't1', name: 'By host', triggered: true, groups },
          { id: 't2', name: 'Any', triggered: false, no_data: true },
          { id: 't3', name: 'None', value: 'false', triggered: false, no_data: true },
        ],
      })
    );
    const row = screen.getByTestId('runsTable');
    expect(row).toHaveTextContent('By host: 3 of 1,200 groups');
    expect(row).toHaveTextContent('2 alerts opened');
    expect(row).toHaveTextContent('1 alert ended');
    expect(row).toHaveTextContent('5 groups were left out: Too many buckets.');
    expect(row).toHaveTextContent('Any: no data');
    expect(row).toHaveTextContent('None: false (no data)');
  });

  it('shows of how many alerts an action made the same', () => {
    show(triggeredRun({ outcome: 'held_back', reason: 'Throttled.', count: 9999 }));
    expect(screen.getByTestId('actionOutcome')).toHaveTextContent('Notify ×9,999: Throttled.');
  });

  it('counts the windows that were missed', () => {
    show(runSample({ outcome: 'gap', missed: 42, hits: undefined }));
    expect(screen.getByText('42 windows were left out')).toBeInTheDocument();
  });

  it('opens to the message as it was sent, and every attempt', async () => {
    const dead = message({
      status: 'dead',
      reason: 'Gave up after 2 attempts.',
      attempts: [
        { at: 1, took: 5, status: 500, answer: 'first', ok: false },
        { at: 2, took: 5, answer: 'timed out', ok: false },
      ],
    });
    show(triggeredRun({ message_id: 'm1.1.m0' }, [dead]));
    await userEvent.click(screen.getByTestId('runDetailsButton'));
    const details = screen.getByTestId('runDetails');
    expect(details).toHaveTextContent('Subject line');
    expect(details).toHaveTextContent('Message body');
    expect(details).toHaveTextContent('500 first');
    expect(details).toHaveTextContent('timed out');
    expect(details).toHaveTextContent('Gave up after 2 attempts.');
    expect(await screen.findByText('To Ops')).toBeInTheDocument();
  });
});
