import { Attempts, TooManyAttempts } from './attempts';

const MINUTE = 60_000;

function stage() {
  const clock = { now: 0 };
  const attempts = new Attempts(() => clock.now);
  const fail = (address: string, user: string, times = 1) => {
    for (let i = 0; i < times; i++) attempts.begin(address, user);
  };
  return { clock, attempts, fail };
}

describe('Attempts', () => {
  it('allows five with one name from one address, and says when the next is allowed', () => {
    const { clock, fail } = stage();
    fail('10.0.0.1', 'ann', 5);
    clock.now = 90_000;
    expect(() => fail('10.0.0.1', 'ann')).toThrow(
      'Too many failed attempts. Try again in 4 minutes.'
    );
    expect(() => fail('10.0.0.1', 'bob')).not.toThrow();
    expect(() => fail('10.0.0.2', 'ann')).not.toThrow();
    clock.now = 5 * MINUTE;
    expect(() => fail('10.0.0.1', 'ann')).not.toThrow();
  });

  it('allows twenty from one address, whatever the names', () => {
    const { fail } = stage();
    for (let i = 0; i < 20; i++) fail('10.0.0.1', `user ${i}`);
    expect(() => fail('10.0.0.1', 'another')).toThrow(TooManyAttempts);
    expect(() => fail('10.0.0.2', 'another')).not.toThrow();
  });

  it('takes an IPv6 network for one address', () => {
    const { fail } = stage();
    for (let i = 0; i < 20; i++) fail(`2001:db8:1:2::${i}`, `user ${i}`);
    expect(() => fail('2001:db8:1:2:aaaa::1', 'another')).toThrow(TooManyAttempts);
    expect(() => fail('2001:db8:1:3::1', 'another')).not.toThrow();
  });

  it('knows an IPv4 address in the form of IPv6', () => {
    const { fail } = stage();
    fail('10.0.0.1', 'ann', 5);
    expect(() => fail('::ffff:10.0.0.1', 'ann')).toThrow(TooManyAttempts);
  });

  it('stops guesses at one name that come from everywhere', () => {
    const { fail } = stage();
    for (let i = 0; i < 100; i++) fail(`10.0.0.${i}`, 'ann');
    expect(() => fail('10.0.1.1', 'ann')).toThrow(TooManyAttempts);
  });

  it('forgets failures after a success', () => {
    const { attempts, fail } = stage();
    fail('10.0.0.1', 'ann', 5);
    attempts.succeeded('10.0.0.1', 'ann');
    expect(() => fail('10.0.0.1', 'ann', 5)).not.toThrow();
  });

  it('does not count what could not be decided', () => {
    const { attempts, fail } = stage();
    for (let i = 0; i < 50; i++) {
      fail('10.0.0.1', 'ann');
      attempts.undecided('10.0.0.1', 'ann');
    }
    expect(() => fail('10.0.0.1', 'ann')).not.toThrow();
  });
});
