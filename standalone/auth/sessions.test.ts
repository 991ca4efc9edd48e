import { Sessions } from './sessions';

const ANN = { name: 'ann' };

function stage(limits = {}) {
  const clock = { now: 0 };
  const sessions = new Sessions({ idle: 100, absolute: 1000, ...limits }, () => clock.now);
  return { clock, sessions };
}

describe('Sessions', () => {
  it('gives each login an id of its own, which nobody can guess', () => {
    const { sessions } = stage();
    const ids = [sessions.begin(ANN), sessions.begin(ANN)];
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    expect(sessions.find(ids[0], true)).toEqual(ANN);
    expect(sessions.find('made-up', true)).toBeUndefined();
  });

  it('ends when nobody has asked for a while, unless somebody asks in between', () => {
    const { clock, sessions } = stage();
    const id = sessions.begin(ANN);
    clock.now = 99;
    expect(sessions.find(id, true)).toEqual(ANN);
    clock.now = 198;
    expect(sessions.find(id, true)).toEqual(ANN);
    clock.now = 298;
    expect(sessions.find(id, true)).toBeUndefined();
  });

  it('is not kept alive by what a page asks on its own', () => {
    const { clock, sessions } = stage();
    const id = sessions.begin(ANN);
    clock.now = 99;
    expect(sessions.find(id, false)).toEqual(ANN);
    clock.now = 100;
    expect(sessions.find(id, false)).toBeUndefined();
  });

  it('ends after its longest time, however busy it is', () => {
    const { clock, sessions } = stage();
    const id = sessions.begin(ANN);
    for (clock.now = 0; clock.now < 1000; clock.now += 50) {
      expect(sessions.find(id, true)).toEqual(ANN);
    }
    expect(sessions.find(id, true)).toBeUndefined();
  });

  it('ends the one that was used longest ago when there are too many', () => {
    const { clock, sessions } = stage({ most: 2 });
    const first = sessions.begin(ANN);
    const second = sessions.begin(ANN);
    clock.now = 1;
    sessions.find(first, true);
    const third = sessions.begin(ANN);
    expect(sessions.size).toBe(2);
    expect(sessions.find(second, true)).toBeUndefined();
    expect(sessions.find(first, true)).toEqual(ANN);
    expect(sessions.find(third, true)).toEqual(ANN);
  });

  it('keeps no session that is over', () => {
    const { clock, sessions } = stage();
    for (let i = 0; i < 5; i++) sessions.begin(ANN);
    clock.now = 100;
    sessions.begin(ANN);
    expect(sessions.size).toBe(1);
  });
});
