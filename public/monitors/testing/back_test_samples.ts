import type { Alert } from '../../../common/alerts/alert';
import type { BackTest, BackTestResult } from '../../../common/monitors/back_test/back_test';

const MINUTE = 60_000;
export const BACK_TEST_START = Date.UTC(2026, 0, 1);

/** @param minute after the start */
export const backTestAlert = (minute: number, changes: Partial<Alert> = {}): Alert => ({
  ...{ id: `a${minute}`, monitor_id: 'm1', monitor_name: 'Pod errors', rev: 1 },
  ...{ trigger_id: 't', trigger_name: 'Too many', severity: '1', state: 'completed' },
  start_time: BACK_TEST_START + minute * MINUTE,
  end_time: BACK_TEST_START + (minute + 5) * MINUTE,
  last_seen: BACK_TEST_START + (minute + 4) * MINUTE,
  peak: 42,
  ...changes,
});

export const backTestResult = (alerts: Alert[] = [backTestAlert(10)]): BackTestResult => {
  const at = (minute: number) => BACK_TEST_START + minute * MINUTE;
  return {
    ...{ from: at(0), to: at(60), took: 120, notes: [] },
    windows: { judged: 60, failed: 0 },
    method: { kind: 'histogram', searches: 1 },
    triggers: [
      {
        ...{ id: 't', name: 'Too many', points: [] },
        fired: alerts.length,
        messages: { sent: 3 * alerts.length, held_back: 2 },
        timelines: [
          {
            intervals: [
              { from: at(0), to: at(10), state: 'ok' },
              { from: at(10), to: at(15), state: 'active' },
              { from: at(15), to: at(60), state: 'ok' },
            ],
          },
        ],
      },
    ],
    alerts,
    alert_count: alerts.length,
  };
};

export const backTestSample = (changes: Partial<BackTest> = {}): BackTest => ({
  ...{ id: 'b1', status: 'done', progress: 1 },
  result: backTestResult(),
  ...changes,
});
