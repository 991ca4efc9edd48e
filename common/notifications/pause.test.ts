import { NEVER_PAUSED, isPaused, pausedWithin, setPause } from './pause';

describe('a pause of all notifications', () => {
  it('holds until it is ended', () => {
    const paused = setPause(NEVER_PAUSED, { paused: true, reason: 'Move' }, 'jane', 1000);
    expect(paused).toMatchObject({ paused: true, reason: 'Move', by: 'jane', since: 1000 });
    expect(isPaused(paused, 9_999_999)).toBe(true);
    const ended = setPause(paused, { paused: false }, 'joe', 5000);
    expect(isPaused(ended, 5000)).toBe(false);
    expect(ended).toMatchObject({ by: 'joe', since: 5000, past: [{ from: 1000, to: 5000 }] });
    expect(ended).not.toHaveProperty('reason');
  });

  it('ends by itself where it has an end', () => {
    const paused = setPause(NEVER_PAUSED, { paused: true, until: 2000 }, undefined, 1000);
    expect([1999, 2000].map((now) => isPaused(paused, now))).toEqual([true, false]);
    const again = setPause(paused, { paused: true }, undefined, 3000);
    expect(again).toMatchObject({ since: 3000, past: [{ from: 1000, to: 2000 }] });
  });

  it('stays the same pause when it is changed', () => {
    const paused = setPause(NEVER_PAUSED, { paused: true }, 'jane', 1000);
    const longer = setPause(paused, { paused: true, until: 9000, reason: 'Still' }, 'joe', 4000);
    expect(longer).toEqual({
      ...{ paused: true, until: 9000, reason: 'Still', by: 'joe', since: 1000, past: [] },
    });
  });

  it('is time in which no message grows old', () => {
    let pause = setPause(NEVER_PAUSED, { paused: true }, undefined, 100);
    pause = setPause(pause, { paused: false }, undefined, 200);
    pause = setPause(pause, { paused: true }, undefined, 500);
    expect(pausedWithin(pause, 0, 50)).toBe(0);
    expect(pausedWithin(pause, 150, 300)).toBe(50);
    expect(pausedWithin(pause, 0, 700)).toBe(300);
    expect(pausedWithin(NEVER_PAUSED, 0, 1e6)).toBe(0);
    const ended = setPause(NEVER_PAUSED, { paused: true, until: 300 }, undefined, 100);
    expect(pausedWithin(ended, 0, 1000)).toBe(200);
  });
});
