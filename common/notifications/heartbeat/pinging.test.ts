import { whyBehind } from '../../overview/behind';
import { MESSAGE_STATUSES } from '../deliveries_api';
import { pingOf, tickOf, whyNoPing } from './pinging';

const destination = { id: 'd1', name: 'Snitch', interval_seconds: 60 };
const T = Date.UTC(2026, 0, 5);

describe('a ping to the outside', () => {
  it('is the same message whoever makes it, once an interval', () => {
    const ticks = [0, 30_000, 59_999, 60_000].map((after) => tickOf(destination, T + after));
    expect(new Set(ticks.slice(0, 3)).size).toBe(1);
    expect(ticks[3]).toBe(ticks[0] + 1);
    const { id, created_at: made, period_end: end } = pingOf(destination, ticks[2]);
    expect([id, made, end]).toEqual([`hb.d1.${ticks[0]}`, T, T + 60_000]);
  });

  it.each(MESSAGE_STATUSES)(
    'after one that is %s goes as long as that one is settled',
    (former) => {
      const waits = former === 'pending' || former === 'sending';
      expect(whyNoPing({ former }) === undefined).toBe(!waits);
    }
  );

  it('does not go while monitors do not run in time, for that reason', () => {
    expect(whyNoPing({})).toBeUndefined();
    expect(whyNoPing({ scheduler: 'Runs are late.' })).toBe('Runs are late.');
  });
});

describe('monitors run in time', () => {
  it.each([
    [{ lag: 60_000, unheld: 0 }, undefined],
    [{ lag: 60_001, unheld: 0 }, 'late'],
    [{ lag: 0, unheld: 1 }, 'No instance'],
  ])('as %j says', (backlog, reason) => {
    const why = whyBehind(backlog);
    if (reason === undefined) expect(why).toBeUndefined();
    else expect(why).toContain(reason);
  });
});
