import type { Message } from '../../common/notifications/message';
import { backoff } from '../../common/notifications/flow/backoff';
import { bury, claim, expire, release, resent, settle, suppress } from './settle';

const MINUTE = 60_000;
const tried = (limit: number, paused = 0) => ({ limit, paused: () => paused });
const message: Message = {
  id: 'm1.3.m0',
  monitor_id: 'm1',
  monitor_name: 'Errors',
  trigger_id: 't1',
  trigger_name: 'Any',
  action_id: 'a1',
  action_name: 'Tell',
  destination_id: 'd1',
  alert_ids: ['m1.3.0'],
  severity: '1',
  subject: '',
  message: 'hello',
  period_start: 0,
  period_end: 1000,
  created_at: 1_000_000,
  rev: 3,
  partition: 7,
  status: 'pending',
  attempts: [],
  next_attempt_at: 1_000_000,
};
const claimed = claim(message, 'me', 2_000_000);
const times = { at: 1_000_100, took: 20 };

describe('a message after an attempt', () => {
  it('is sent when the receiver took it, and keeps what it said', () => {
    const sent = settle(
      claimed,
      { result: 'sent', status: 200, answer: 'ok' },
      times,
      tried(MINUTE),
      0
    );
    expect(sent).toMatchObject({
      status: 'sent',
      finished_at: 1_000_120,
      attempts: [{ at: 1_000_100, took: 20, status: 200, ok: true, answer: 'ok' }],
    });
    expect(sent).not.toHaveProperty('claimed_by');
    expect(sent).not.toHaveProperty('claim_expires_at');
  });

  it('waits for the next attempt when another one may succeed', () => {
    const next = settle(claimed, { result: 'retry', answer: 'refused' }, times, tried(MINUTE), 1);
    expect(next).toMatchObject({ status: 'pending', next_attempt_at: 1_002_120 });
    expect(next.attempts).toHaveLength(1);
    expect(next).not.toHaveProperty('claimed_by');
  });

  it('waits as long as the receiver asks for', () => {
    const outcome = { result: 'retry', status: 429, answer: '', retryAfter: 30_000 } as const;
    const next = settle(claimed, outcome, times, tried(MINUTE), 0);
    expect(next.next_attempt_at).toBe(1_030_120);
  });

  it('is dead at once when another attempt would fail in the same way', () => {
    const outcome = {
      result: 'parked',
      status: 404,
      answer: 'no_team',
      reason: 'Refused (404).',
    } as const;
    expect(settle(claimed, outcome, times, tried(MINUTE), 0)).toMatchObject({
      status: 'dead',
      reason: 'Refused (404).',
      finished_at: 1_000_120,
      attempts: [{ status: 404, answer: 'no_team', ok: false }],
    });
  });

  it('is dead when the next attempt would come after its time limit, with the last answer', () => {
    const old = { ...claimed, created_at: 1_000_000 - 90 * MINUTE };
    const dead = settle(
      old,
      { result: 'retry', answer: 'x refuses.' },
      times,
      tried(60 * MINUTE),
      0
    );
    expect(dead).toMatchObject({ status: 'dead', reason: expect.stringContaining('x refuses.') });
    expect(dead.reason).toContain('90 min');
  });

  it('does not grow old while everything is paused, nor before it was sent again', () => {
    const old = { ...claimed, created_at: 1_000_000 - 90 * MINUTE };
    const failed = { result: 'retry', answer: 'x refuses.' } as const;
    const paused = settle(old, failed, times, tried(60 * MINUTE, 40 * MINUTE), 0);
    expect(paused.status).toBe('pending');
    const again = { ...old, tried_since: 1_000_000 };
    expect(settle(again, failed, times, tried(60 * MINUTE), 0).status).toBe('pending');
  });

  it('keeps what the receiver gave to change its message by', () => {
    const outcome = { result: 'sent', answer: '', receiver: { ts: '1.2' } } as const;
    expect(settle(claimed, outcome, times, tried(MINUTE), 0).receiver).toEqual({ ts: '1.2' });
  });

  it('is tried once even when it is older than its time limit', () => {
    const old = { ...claimed, created_at: 0 };
    const sent = settle(old, { result: 'sent', answer: '' }, times, tried(MINUTE), 0);
    expect(sent.status).toBe('sent');
  });

  it('keeps its newest attempts only', () => {
    let current = claimed;
    for (let i = 0; i < 50; i++) {
      current = settle(current, { result: 'retry', answer: `${i}` }, times, tried(1e9), 0);
    }
    expect(current.attempts).toHaveLength(20);
    expect(current.attempts[19].answer).toBe('49');
  });
});

describe('a claim', () => {
  it('can be given back without an attempt', () => {
    expect(release(claimed, 5)).toEqual({ ...message, next_attempt_at: 5 });
  });

  it('can end without an attempt, with the reason', () => {
    const dead = bury(claimed, 'The destination was deleted.', 9);
    expect(dead).toEqual({
      ...message,
      status: 'dead',
      reason: 'The destination was deleted.',
      finished_at: 9,
    });
  });
});

describe('a message that ends without an attempt', () => {
  it('says for how long its destination failed, and its own last answer', () => {
    const failed = { at: 1, took: 1, ok: false, answer: 'x refuses.' };
    const waiting = { ...claimed, attempts: [failed] };
    const over = expire(waiting, tried(60 * MINUTE), 1_000_000 + 61 * MINUTE);
    expect(over).toMatchObject({ status: 'dead', attempts: [failed] });
    expect(over.reason).toBe(
      'Given up after 61 min: the destination failed all along. The last time: x refuses.'
    );
  });

  it('says why it was held back', () => {
    expect(suppress(claimed, 'Too late.', 7)).toEqual({
      ...{ ...message, status: 'suppressed', reason: 'Too late.', finished_at: 7 },
    });
  });
});

describe('a dead message that is sent again', () => {
  it('is tried as if it were new, and keeps the attempts that it has had', () => {
    let current = claimed;
    for (let i = 0; i < 5; i++) {
      const failed = { result: 'retry', answer: `${i}` } as const;
      current = settle(current, failed, times, tried(1e9), 1);
    }
    const dead = { ...bury(current, 'Over.', 2_000_000), digest_id: 'digest-1' };
    const again = resent(dead, 3_000_000);
    expect(again).toMatchObject({ status: 'pending', next_attempt_at: 3_000_000 });
    expect(again.attempts).toHaveLength(5);
    for (const gone of ['reason', 'finished_at', 'digest_id'])
      expect(again).not.toHaveProperty(gone);
    const failed = { result: 'retry', answer: 'x' } as const;
    const next = settle(again, failed, { at: 3_000_000, took: 0 }, tried(MINUTE), 1);
    expect(next.next_attempt_at).toBe(3_002_000);
  });
});

describe('the wait between attempts', () => {
  it('doubles from two seconds up to ten minutes', () => {
    const waits = [1, 2, 3, 4, 9, 10, 11, 1000].map((failures) => backoff(failures, 1));
    expect(waits).toEqual([2e3, 4e3, 8e3, 16e3, 512e3, 600e3, 600e3, 600e3]);
  });

  it('leaves its second half to chance', () => {
    expect(backoff(3, 0)).toBe(4000);
    expect(backoff(3, 0.5)).toBe(6000);
  });
});
