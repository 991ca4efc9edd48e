import type { Alert } from '../../alerts/alert';
import { compareBackTests } from './compare';

const alertOf = (start: number, end: number | undefined, fields: Partial<Alert> = {}): Alert => ({
  ...{ id: `${start}`, monitor_id: 'm', monitor_name: 'M', trigger_id: 't', trigger_name: 'T' },
  ...{ severity: '1', state: 'completed', start_time: start, last_seen: start, rev: 1 },
  ...(end === undefined ? {} : { end_time: end }),
  ...fields,
});

const test = (...alerts: Alert[]) => ({ alerts, alert_count: alerts.length, to: 100 });

describe('two back-tests', () => {
  it('have in common what was there at the same time', () => {
    const [early, late, lasting] = [alertOf(0, 10), alertOf(20, 30), alertOf(50, undefined)];
    const [shifted, added] = [
      alertOf(22, 33),
      alertOf(90, 95, { trigger_id: 'u', trigger_name: 'U' }),
    ];
    const found = compareBackTests(
      test(early, late, lasting),
      test(shifted, alertOf(60, 80), added)
    );
    expect(found.both.map(({ before, after }) => [before.id, after.id])).toEqual([
      ['20', '22'],
      ['50', '60'],
    ]);
    expect(found.gone).toEqual([early]);
    expect(found.added).toEqual([added]);
    expect(found.isCut).toBe(false);
  });

  it('match each alert once, with the one that it shares the most time with', () => {
    const long = alertOf(0, 50);
    const [brief, most] = [alertOf(0, 5), alertOf(10, 50)];
    const found = compareBackTests(test(long), test(brief, most));
    expect(found.both).toEqual([{ before: long, after: most }]);
    expect(found.added).toEqual([brief]);
  });

  it('keep groups and errors apart', () => {
    const group = alertOf(0, 10, { group_key: 'a' });
    const found = compareBackTests(
      test(group, alertOf(0, 10)),
      test(alertOf(0, 10, { group_key: 'b' }), alertOf(0, 10, { state: 'error' }))
    );
    expect(found.both).toEqual([]);
  });

  it('know a trigger that was made anew by its name', () => {
    const found = compareBackTests(
      test(alertOf(0, 10)),
      test(alertOf(0, 9, { trigger_id: 'new' }))
    );
    expect(found.both).toHaveLength(1);
  });

  it('say when not all alerts were at hand', () => {
    expect(compareBackTests({ ...test(), alert_count: 7 }, test()).isCut).toBe(true);
  });
});
