import { TestClock } from '../../cluster/testing/test_clock';
import { PingLimits } from './ping_limits';

const room = () => {
  const clock = new TestClock();
  const limits = new PingLimits(clock);
  const guess = () => {
    let admitted = 0;
    for (let i = 0; i < 500; i++) {
      if (!limits.admits(`guess ${i}`)) break;
      limits.found(`guess ${i}`, false);
      admitted++;
    }
    return admitted;
  };
  return { clock, limits, guess };
};

describe('the limits of pings', () => {
  it('let few guesses through, and never hold up who is known', () => {
    const { clock, limits, guess } = room();
    expect(limits.admits('known')).toBe(true);
    limits.found('known', true);
    expect(guess()).toBe(50);
    expect(guess()).toBe(0);
    expect(limits.admits('known')).toBe(true);
    clock.pass(1000);
    expect(guess()).toBe(10);
  });

  it('bound what one caller can do in a minute', () => {
    const { clock, limits } = room();
    expect(limits.admits('known')).toBe(true);
    limits.found('known', true);
    let admitted = 1;
    while (limits.admits('known')) admitted++;
    expect(admitted).toBe(120);
    clock.pass(60_000);
    expect(limits.admits('known')).toBe(true);
  });

  it('forget a token that is good for nothing any more', () => {
    const { limits, guess } = room();
    limits.admits('old');
    limits.found('old', true);
    limits.found('old', false);
    guess();
    expect(limits.admits('old')).toBe(false);
  });
});
