import { FREE, LARGEST_DIGEST, NEW_FLOW, afterAttempt, freeAt, nextTurn, spend } from './flow';
import type { Flow, Outcome, SendingRules } from './flow';

const RULES: SendingRules = {
  rate: { messages: 2, per_seconds: 10 },
  digests: true,
  follows: false,
};
const load = (changes = {}) => ({ waiting: 1, underWay: 0, reserved: 0, now: 0, ...changes });
const times = (now: number, changes = {}) => ({
  ...{ merged: false, began: now, now, random: 1 },
  ...changes,
});
const DOWN: Outcome = { result: 'retry' };

const after = (flow: Flow, ...outcomes: Outcome[]): Flow =>
  outcomes.reduce((current, outcome) => afterAttempt(current, outcome, times(0)), flow);

describe('what may go out to a destination', () => {
  it('is everything, one by one, where there is no rate', () => {
    expect(nextTurn(NEW_FLOW, FREE, load({ waiting: 5000 }))).toEqual({ kind: 'send', most: 1 });
    expect(freeAt(NEW_FLOW, FREE, load())).toBe(Infinity);
  });

  it('is as much as the rate has, and then nothing until a token is back', () => {
    const once = spend(NEW_FLOW, RULES, 0);
    expect(nextTurn(once, RULES, load())).toEqual({ kind: 'send', most: 1 });
    const twice = spend(once, RULES, 500);
    expect(nextTurn(twice, RULES, load({ now: 600 }))).toEqual({ kind: 'rest', until: 10_000 });
    expect(nextTurn(twice, RULES, load({ now: 10_000 }))).toEqual({ kind: 'send', most: 1 });
    expect(freeAt(once, RULES, load({ waiting: 0 }))).toBe(1);
  });

  it('counts those that are on their way and have not spent their token', () => {
    expect(nextTurn(NEW_FLOW, RULES, load({ reserved: 1 }))).toEqual({ kind: 'send', most: 1 });
    expect(nextTurn(NEW_FLOW, RULES, load({ reserved: 2 }))).toEqual({ kind: 'busy' });
  });

  it('is one message for all where more wait than the rate lets through', () => {
    expect(nextTurn(NEW_FLOW, RULES, load({ waiting: 2 }))).toEqual({ kind: 'send', most: 1 });
    const merged = { kind: 'send', most: LARGEST_DIGEST };
    expect(nextTurn(NEW_FLOW, RULES, load({ waiting: 3 }))).toEqual(merged);
  });

  it.each([{ digests: false }, { follows: true }])('is never merged where %p', (changes) => {
    const rules = { ...RULES, ...changes };
    expect(nextTurn(NEW_FLOW, rules, load({ waiting: 99 }))).toEqual({ kind: 'send', most: 1 });
  });

  it('is not merged for a while once the form of a merged message was refused', () => {
    const refused: Outcome = { result: 'parked', status: 413 };
    const flow = afterAttempt(NEW_FLOW, refused, times(0, { merged: true }));
    expect(nextTurn(flow, RULES, load({ waiting: 99 }))).toEqual({ kind: 'send', most: 1 });
    const later = load({ waiting: 99, now: 600_000 });
    expect(nextTurn(flow, RULES, later)).toMatchObject({ most: LARGEST_DIGEST });
  });

  it('is nothing at all until a destination that asked to be left alone may be asked again', () => {
    const flow = after(NEW_FLOW, { result: 'retry', status: 429, retryAfter: 30_000 });
    expect(nextTurn(flow, FREE, load())).toEqual({ kind: 'rest', until: 30_000 });
    expect(freeAt(flow, FREE, load())).toBe(0);
    expect(nextTurn(flow, FREE, load({ now: 30_000 }))).toEqual({ kind: 'send', most: 1 });
  });
});

describe('a destination that fails again and again', () => {
  it('is tried by one message at a time, with longer and longer pauses of a minute at most', () => {
    expect(nextTurn(after(NEW_FLOW, DOWN, DOWN), FREE, load())).toMatchObject({ kind: 'send' });
    let flow = after(NEW_FLOW, DOWN, DOWN, DOWN);
    const rests: number[] = [];
    for (let i = 0; i < 8; i++) {
      const turn = nextTurn(flow, FREE, load({ now: flow.circuit.restUntil - 1 }));
      expect(turn).toMatchObject({ kind: 'rest' });
      const now = flow.circuit.restUntil;
      expect(nextTurn(flow, FREE, load({ now }))).toEqual({ kind: 'send', most: 1 });
      expect(nextTurn(flow, FREE, load({ now, underWay: 1 }))).toEqual({ kind: 'busy' });
      flow = afterAttempt(flow, DOWN, times(now));
      rests.push(flow.circuit.restUntil - now);
    }
    expect(rests).toEqual([4, 8, 16, 32, 60, 60, 60, 60].map((seconds) => seconds * 1000));
  });

  it('is not left alone for longer because many attempts were under way when that was noticed', () => {
    const open = after(NEW_FLOW, DOWN, DOWN, DOWN);
    const late = afterAttempt(open, DOWN, times(900, { began: -500 }));
    expect(late.circuit.restUntil).toBe(open.circuit.restUntil);
  });

  it.each<Outcome>([{ result: 'sent' }, { result: 'parked', status: 404 }])(
    'is open to all again after %p',
    (outcome) => {
      const flow = after(NEW_FLOW, DOWN, DOWN, DOWN, outcome);
      expect(nextTurn(flow, FREE, load({ underWay: 9 }))).toEqual({ kind: 'send', most: 1 });
    }
  );

  it('learns nothing from a message that could not be put together', () => {
    const flow = after(NEW_FLOW, DOWN, DOWN, DOWN, { result: 'parked' });
    expect(nextTurn(flow, FREE, load()).kind).toBe('rest');
  });
});
