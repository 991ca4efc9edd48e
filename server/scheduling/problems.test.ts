import { TestClock } from '../cluster/testing/test_clock';
import { Members } from './members';
import { Problems } from './problems';

describe('Problems', () => {
  it('says a thing once, counts it, and takes it back', () => {
    const clock = new TestClock();
    const problems = new Problems(clock);
    expect(problems.report('disk', 'full')).toBe(true);
    clock.pass(1000);
    expect(problems.report('disk', 'full')).toBe(false);
    expect(problems.current()).toMatchObject([{ message: 'full', times: 2 }]);
    expect(problems.report('disk', 'fuller')).toBe(true);
    problems.clear('disk');
    expect(problems.current()).toEqual([]);
    expect(problems.recent()).toMatchObject([{ message: 'fuller' }]);
  });

  it('takes what has not come again for a while for over', () => {
    const clock = new TestClock();
    const problems = new Problems(clock);
    problems.report('disk', 'full');
    clock.pass(120_000);
    expect(problems.current()).toEqual([]);
  });

  it('remembers only so many', () => {
    const problems = new Problems(new TestClock());
    for (let i = 0; i < 1000; i++) problems.report(`monitor:${i}`, 'no');
    expect(problems.recent().length).toBeLessThan(50);
    expect(problems.recent()[0].about).toBe('monitor:999');
  });
});

describe('Members', () => {
  const member = (name: string, beat: number) => ({
    ...{ kind: 'member' as const, name, beat, ttl: 10_000 },
  });

  it('judges one dead when its beat has not changed for what it promised, by our own clock', () => {
    const clock = new TestClock();
    const members = new Members('me', clock);
    members.see([member('other', 1)]);
    clock.pass(9000);
    members.see([member('other', 1)]);
    expect(members.live()).toEqual(['me', 'other']);
    clock.pass(2000);
    members.see([member('other', 1)]);
    expect(members.live()).toEqual(['me']);
    members.see([member('other', 2)]);
    expect(members.live()).toEqual(['me', 'other']);
  });

  it('does not mind that the wall clock is set', () => {
    const clock = new TestClock();
    const members = new Members('me', clock);
    members.see([member('other', 1)]);
    clock.wall += 3_600_000;
    expect(members.isLive('other')).toBe(true);
  });

  it('names the long dead, and nobody else, as to be forgotten', () => {
    const clock = new TestClock();
    const members = new Members('me', clock);
    const all = [member('me', 1), member('dead', 1), member('live', 1)];
    expect(members.see(all)).toEqual([]);
    clock.pass(300_000);
    expect(members.see([member('me', 1), member('dead', 1), member('live', 2)])).toEqual(['dead']);
  });
});
