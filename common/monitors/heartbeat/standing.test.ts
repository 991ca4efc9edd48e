import type { HeartbeatInput } from '../input';
import type { Ping, PingKind } from './pings';
import { heartbeatResult } from './result';
import { heartbeatStanding } from './standing';
import type { HeartbeatInquiry } from './standing';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const T = Date.UTC(2026, 0, 5);

const input: HeartbeatInput = {
  heartbeat: {
    period: { interval: 5, unit: 'MINUTES' },
    grace: { interval: 1, unit: 'MINUTES' },
  },
};
const TOLERATED = 6 * MINUTE;

const ping = (at: number, kind: PingKind = 'success'): Ping => ({ at, kind });

const standing = (pings: Ping[], now: number, change: Partial<HeartbeatInquiry> = {}) =>
  heartbeatStanding({
    ...{ input, enabled: true, enabledAt: T - 60 * MINUTE, now },
    facts: { pings },
    ...change,
  });

describe('a heartbeat', () => {
  it.each([
    ['right after a ping', 0, 'healthy'],
    ['when the next one is expected', 5 * MINUTE, 'healthy'],
    ['at the last instant of the grace', TOLERATED, 'healthy'],
    ['a millisecond later', TOLERATED + 1, 'missing'],
    ['before it, by the clock of another instance', -SECOND, 'healthy'],
  ])('%s is as it should be', (_when, after, state) => {
    expect(standing([ping(T)], T + after).state).toBe(state);
  });

  it('says when it came last, is expected and is missing, and for how long it is silent', () => {
    expect(standing([ping(T)], T + 10 * MINUTE)).toEqual({
      state: 'missing',
      lastPing: T,
      expectedAt: T + 5 * MINUTE,
      deadline: T + TOLERATED,
      neverCame: false,
      silence: { from: T, to: T + 10 * MINUTE },
    });
  });

  it('without a grace is missing right after its period', () => {
    const strict: HeartbeatInput = {
      heartbeat: { ...input.heartbeat, grace: { interval: 0, unit: 'MINUTES' } },
    };
    expect(standing([ping(T)], T + 5 * MINUTE, { input: strict }).state).toBe('healthy');
    expect(standing([ping(T)], T + 5 * MINUTE + 1, { input: strict }).state).toBe('missing');
  });

  it('knows after it came back how long it was silent, and forgets no short gap for that', () => {
    const pings = [ping(T), ping(T + 20 * MINUTE), ping(T + 24 * MINUTE)];
    const found = standing(pings, T + 25 * MINUTE);
    expect(found).toMatchObject({ state: 'healthy', silence: { from: T, to: T + 20 * MINUTE } });
    expect(heartbeatResult(found, { pings })).toMatchObject({
      silent_seconds: 1200,
      silent_for: '20 min',
    });
    expect(standing([ping(T), ping(T + TOLERATED)], T + TOLERATED).silence).toBeUndefined();
  });

  it('that never came is pending however long, and says when it should have come', () => {
    const at = (now: number) => standing([], now, { enabledAt: T });
    expect(at(T + TOLERATED)).toMatchObject({ state: 'pending', neverCame: false });
    expect(at(T + TOLERATED + 1)).toMatchObject({ state: 'pending', neverCame: true });
    expect(at(T + 90 * 24 * 60 * MINUTE).state).toBe('pending');
  });

  it('is paused while it is disabled, and then is given its time anew', () => {
    const pings = [ping(T)];
    const late = T + 60 * MINUTE;
    expect(standing(pings, late, { enabled: false })).toMatchObject({ state: 'paused' });
    const again = (now: number) => standing(pings, now, { enabledAt: late });
    expect(again(late + TOLERATED).state).toBe('pending');
    expect(again(late + TOLERATED + 1).state).toBe('missing');
  });

  it('that reports a failure has failed until it reports a success', () => {
    const failed = [ping(T), ping(T + MINUTE, 'fail')];
    expect(standing(failed, T + MINUTE).state).toBe('failed');
    expect(standing([...failed, ping(T + 2 * MINUTE, 'start')], T + 2 * MINUTE).state).toBe(
      'failed'
    );
    expect(standing([...failed, ping(T + 3 * MINUTE)], T + 3 * MINUTE).state).toBe('healthy');
    expect(standing(failed, T + MINUTE + TOLERATED + 1).state).toBe('missing');
  });

  it('that has begun is to end within the grace', () => {
    const begun = [ping(T), ping(T + 3 * MINUTE, 'start')];
    expect(standing(begun, T + 4 * MINUTE)).toMatchObject({
      state: 'healthy',
      startedAt: T + 3 * MINUTE,
      deadline: T + 4 * MINUTE,
    });
    expect(standing(begun, T + 4 * MINUTE + 1).state).toBe('missing');
    const ended = [...begun, ping(T + 4 * MINUTE)];
    expect(standing(ended, T + 9 * MINUTE).state).toBe('healthy');
    expect(standing(ended, T + 9 * MINUTE)).not.toHaveProperty('startedAt');
  });

  it('is not missing for what could not be heard while Watchkeeper was down, for a period', () => {
    const at = (now: number, listeningSince: number) =>
      standing([ping(T)], now, { listeningSince }).state;
    const start = T + 30 * MINUTE;
    expect(at(start + 5 * MINUTE, start)).toBe('healthy');
    expect(at(start + 5 * MINUTE + 1, start)).toBe('missing');
    expect(at(T + TOLERATED + 1, T - MINUTE)).toBe('missing');
  });

  it('waits at most five minutes after a start, whatever its period', () => {
    const daily: HeartbeatInput = {
      heartbeat: { ...input.heartbeat, period: { interval: 1, unit: 'DAYS' } },
    };
    const start = T + 48 * 60 * MINUTE;
    const at = (now: number) =>
      standing([ping(T)], now, { input: daily, listeningSince: start }).state;
    expect(at(start + 5 * MINUTE)).toBe('healthy');
    expect(at(start + 5 * MINUTE + 1)).toBe('missing');
  });
});
