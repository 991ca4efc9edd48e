import { watchPresence } from './presence';

const room = () => {
  const time = { now: 0 };
  const target = new EventTarget();
  return { time, target, presence: watchPresence(target, () => time.now) };
};

describe('presence', () => {
  it('takes somebody who has just opened the page for present, and not for long', () => {
    const { time, presence } = room();
    expect(presence.isSomebodyThere()).toBe(true);
    time.now = 60_000;
    expect(presence.isSomebodyThere()).toBe(false);
  });

  it.each(['keydown', 'pointermove', 'wheel'])('sees somebody by %s', (sign) => {
    const { time, target, presence } = room();
    time.now = 60_000;
    target.dispatchEvent(new Event(sign));
    time.now += 10_000;
    expect(presence.isSomebodyThere()).toBe(true);
    time.now += 60_000;
    expect(presence.isSomebodyThere()).toBe(false);
  });
});
