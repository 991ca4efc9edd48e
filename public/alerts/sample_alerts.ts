import type { Alert } from '../../common/alerts/alert';
import type { Message } from '../../common/notifications/message';

const START = Date.UTC(2026, 10, 21, 9, 0, 0);

/** An alert for tests. */
export const sampleAlert = (changes: Partial<Alert> = {}): Alert => ({
  id: 'm1.1.0',
  monitor_id: 'm1',
  monitor_name: 'Errors in production',
  trigger_id: 't1',
  trigger_name: 'ERROR lines',
  severity: '1',
  state: 'active',
  start_time: START,
  last_seen: START,
  rev: 1,
  ...changes,
});

/** A message for tests. */
export const sampleMessage = (changes: Partial<Message> = {}): Message => ({
  id: 'm1.1.m0',
  monitor_id: 'm1',
  monitor_name: 'Errors in production',
  trigger_id: 't1',
  trigger_name: 'ERROR lines',
  action_id: 'a1',
  action_name: 'Tell operations',
  destination_id: 'd1',
  alert_ids: ['m1.1.0'],
  severity: '1',
  subject: 'Errors',
  message: 'payment failed',
  period_start: START - 15_000,
  period_end: START,
  created_at: START,
  rev: 1,
  partition: 1,
  status: 'sent',
  attempts: [],
  next_attempt_at: START,
  ...changes,
});
