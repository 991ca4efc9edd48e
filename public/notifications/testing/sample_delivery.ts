import type { DeliveryRow } from '../../../common/notifications/deliveries_api';
import type { Message } from '../../../common/notifications/message';

const MADE = Date.UTC(2026, 10, 21, 9, 0, 0);

/** A message for tests: given up after the receiver refused it. */
export const sampleMessage = (changes: Partial<Message> = {}): Message => ({
  ...{ id: 'm1.1.m0', monitor_id: 'm1', monitor_name: 'Errors in production' },
  ...{ trigger_id: 't1', trigger_name: 'ERROR lines', action_id: 'a1' },
  ...{ action_name: 'Tell operations', destination_id: 'd1', alert_ids: ['m1.1.0'] },
  ...{ severity: '1', subject: 'Errors', message: 'payment failed', rev: 1, partition: 1 },
  ...{ period_start: MADE - 60_000, period_end: MADE, created_at: MADE },
  ...{ next_attempt_at: MADE, finished_at: MADE + 2000, status: 'dead' },
  reason: 'The receiver answered 404.',
  attempts: [
    { at: MADE + 500, took: 5000, ok: false, answer: 'No answer within 5 seconds.' },
    { at: MADE + 1000, took: 31, status: 404, ok: false, answer: 'no_service' },
  ],
  ...changes,
});

/** The same in a list. */
export const sampleRow = (changes: Partial<DeliveryRow> = {}): DeliveryRow => {
  const { attempts, ...rest } = sampleMessage();
  return {
    ...rest,
    destination_name: 'Pager',
    attempts: attempts.length,
    last_answer: attempts[attempts.length - 1].answer,
    ...changes,
  };
};
