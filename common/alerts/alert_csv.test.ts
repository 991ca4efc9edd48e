import type { Alert } from './alert';
import { alertCsvHead, alertCsvLine } from './alert_csv';

const START = Date.UTC(2026, 10, 21, 9);

const ALERT: Alert = {
  ...{ id: 'm.1.0', monitor_id: 'm', monitor_name: 'Errors, all', trigger_id: 't' },
  ...{ trigger_name: '=HYPERLINK("x")', severity: '1', state: 'completed', rev: 1 },
  ...{ start_time: START, end_time: START + 90_000, last_seen: START },
  ...{ group: [{ field: 'host', value: 'web-1' }], measure: -5, peak: 9 },
  ...{ tags: ['a', 'b'], labels: { team: 'shop' } },
};

describe('an alert as a line of CSV', () => {
  it('has a cell for each column, as people and spreadsheets read it', () => {
    const names = alertCsvHead().trim().split(',');
    const line = alertCsvLine({ ...ALERT, monitor_name: 'E', trigger_name: 'T' }, START);
    const cells = line.trim().split(',');
    expect(cells).toHaveLength(names.length);
    const row = Object.fromEntries(names.map((name, i) => [name, cells[i]]));
    expect(row).toMatchObject({
      ...{ start: '2026-11-21T09:00:00.000Z', duration_seconds: '90', value: '-5', peak: '9' },
      ...{ group: 'host=web-1', tags: 'a; b', labels: 'team=shop', owner: '' },
    });
  });

  it('lets nothing that somebody named become a formula or break the line', () => {
    const line = alertCsvLine(ALERT, START);
    expect(line).toContain('"Errors, all"');
    expect(line).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('counts the duration of an open one until now', () => {
    expect(alertCsvLine({ ...ALERT, end_time: undefined }, START + 5000)).toContain(',5,-5,9,');
  });
});
