import { GROUP_STATES, SIGNALS, nextState } from './machine';
import type { Timers } from './machine';

const timers = (change: Partial<Timers> = {}): Timers => ({
  dueFor: false,
  keptFor: false,
  unacknowledged: false,
  ...change,
});

const all = [false, true].flatMap((dueFor) =>
  [false, true].flatMap((keptFor) =>
    [false, true].map((unacknowledged) => ({ dueFor, keptFor, unacknowledged }))
  )
);

describe('the state machine of alerts', () => {
  it('opens an alert only when the condition is true', () => {
    const opening = SIGNALS.filter((signal) =>
      all.some((each) => nextState('none', signal, each) !== 'none')
    );
    expect(opening).toEqual(['true']);
  });

  it('lets an alert wait until it is due', () => {
    expect(nextState('none', 'true', timers())).toBe('pending');
    expect(nextState('pending', 'true', timers())).toBe('pending');
    expect(nextState('pending', 'true', timers({ dueFor: true }))).toBe('active');
    expect(nextState('none', 'true', timers({ dueFor: true }))).toBe('active');
  });

  it('cancels a waiting alert at the first run that is not true, whatever would keep an active one', () => {
    for (const each of all) {
      expect(nextState('pending', 'false', each)).toBe('cancelled');
      expect(nextState('pending', 'held', each)).toBe('cancelled');
    }
  });

  it('ends an alert only when the condition is false and nothing holds it', () => {
    const ending = GROUP_STATES.flatMap((state) =>
      SIGNALS.flatMap((signal) =>
        all
          .filter((each) => nextState(state, signal, each) === 'completed')
          .map(({ keptFor }) => ({ state, signal, keptFor }))
      )
    );
    expect(new Set(ending.map((each) => JSON.stringify(each)))).toEqual(
      new Set(
        ['active', 'acknowledged'].map((state) =>
          JSON.stringify({ state, signal: 'false', keptFor: true })
        )
      )
    );
  });

  it('lets an acknowledged alert be active again only when the acknowledgement has ended', () => {
    for (const signal of SIGNALS) {
      expect(nextState('acknowledged', signal, timers())).toBe('acknowledged');
      expect(nextState('acknowledged', signal, timers({ unacknowledged: true }))).toBe('active');
    }
  });

  it('never goes back to pending', () => {
    for (const state of ['active', 'acknowledged'] as const) {
      for (const signal of SIGNALS) {
        for (const each of all) expect(nextState(state, signal, each)).not.toBe('pending');
      }
    }
  });
});
