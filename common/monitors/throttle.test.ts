import type { Alert } from '../alerts/alert';
import type { Action } from './monitor';
import { afterSending, throttleMs, throttledUntil } from './throttle';

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;

const action = (changes: Partial<Action> = {}): Action => ({
  id: 'a1',
  name: 'Notify',
  destination_id: 'd1',
  message_template: { source: 'x', lang: 'mustache' },
  throttle_enabled: true,
  throttle: { value: 10, unit: 'MINUTES' },
  ...changes,
});

const sentAt = (instant: number, id = 'a1') =>
  ({ action_execution_results: [{ action_id: id, last_execution_time: instant }] }) as Alert;

describe('a throttled action', () => {
  it('is as long as its value and unit say, and nothing when it is off', () => {
    expect(throttleMs(action())).toBe(10 * MINUTE);
    expect(throttleMs(action({ throttle: { value: 2, unit: 'HOURS' } }))).toBe(120 * MINUTE);
    expect(throttleMs(action({ throttle_enabled: false }))).toBe(0);
    expect(throttleMs(action({ throttle: undefined }))).toBe(0);
  });

  it('holds back until its time is over, and not a moment longer', () => {
    const until = NOW + 10 * MINUTE;
    expect(throttledUntil(action(), sentAt(NOW), NOW + 1)).toBe(until);
    expect(throttledUntil(action(), sentAt(NOW), until - 1)).toBe(until);
    expect(throttledUntil(action(), sentAt(NOW), until)).toBeUndefined();
  });

  it('sends at once under an alert that it has not told of', () => {
    expect(throttledUntil(action(), {} as Alert, NOW)).toBeUndefined();
    expect(throttledUntil(action(), sentAt(NOW, 'other'), NOW)).toBeUndefined();
  });

  it('does not wait for a time that a clock ahead has stamped', () => {
    expect(throttledUntil(action(), sentAt(NOW + 60 * MINUTE), NOW)).toBeUndefined();
  });

  it('remembers of each action only when it sent last', () => {
    const before = {
      action_execution_results: [
        { action_id: 'a1', last_execution_time: 1 },
        { action_id: 'a2', last_execution_time: 2 },
      ],
    } as Alert;
    expect(afterSending(before, ['a1'], NOW)).toEqual([
      { action_id: 'a2', last_execution_time: 2 },
      { action_id: 'a1', last_execution_time: NOW },
    ]);
  });
});
