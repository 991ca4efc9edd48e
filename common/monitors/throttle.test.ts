import type { Action } from './action';
import { heldRecord, sentRecord, throttleMs, throttledUntil, withRecord } from './throttle';

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

const at = (now: number, windowEnd = now) => ({ now, windowEnd });

describe('a throttled action', () => {
  it('is as long as its value and unit say, and nothing when it is off', () => {
    expect(throttleMs(action())).toBe(10 * MINUTE);
    expect(throttleMs(action({ throttle: { value: 2, unit: 'HOURS' } }))).toBe(120 * MINUTE);
    expect(throttleMs(action({ throttle_enabled: false }))).toBe(0);
    expect(throttleMs(action({ throttle: undefined }))).toBe(0);
  });

  it('holds back until its time is over, and not a moment longer', () => {
    const until = NOW + 10 * MINUTE;
    const sent = sentRecord(action(), at(NOW));
    expect(throttledUntil(action(), sent, at(NOW + 1))).toBe(until);
    expect(throttledUntil(action(), sent, at(until - 1))).toBe(until);
    expect(throttledUntil(action(), sent, at(until))).toBeUndefined();
  });

  it('counts from window to window, however late a run was', () => {
    const late = sentRecord(action(), at(NOW + 900, NOW));
    expect(throttledUntil(action(), late, at(NOW + 10 * MINUTE + 5))).toBeUndefined();
    expect(
      throttledUntil(action(), late, at(NOW + 10 * MINUTE + 5, NOW + 10 * MINUTE))
    ).toBeUndefined();
  });

  it('counts by the clock under a record of an older version', () => {
    const old = { action_id: 'a1', last_execution_time: NOW };
    expect(throttledUntil(action(), old, at(NOW + 1, 0))).toBe(NOW + 10 * MINUTE);
  });

  it('sends at once where nothing has been sent', () => {
    expect(throttledUntil(action(), undefined, at(NOW))).toBeUndefined();
  });

  it('does not wait for a time that a clock ahead has stamped', () => {
    const ahead = sentRecord(action(), at(NOW + 60 * MINUTE));
    expect(throttledUntil(action(), ahead, at(NOW))).toBeUndefined();
  });

  it('remembers of each action when it sent last, and how much was held back since', () => {
    const before = [sentRecord(action(), at(1)), sentRecord(action({ id: 'a2' }), at(2))];
    const held = heldRecord(heldRecord(before[0]));
    expect(held.throttled_count).toBe(2);
    expect(withRecord(before, held)).toEqual([before[1], held]);
    expect(withRecord([held], sentRecord(action(), at(3)))).toEqual([
      { action_id: 'a1', last_execution_time: 3, window_end: 3, told: ['d1'] },
    ]);
  });
});
