import { dayOf } from '../families';
import { withGrowth } from '../rows/growth';
import { familyGroups, missingDays } from './family_groups';
import { manyRows, rowNamed } from './generated_rows';

const MANY = manyRows(10_000);

describe('families of indices', () => {
  it('are daily indices with the days that are missing', () => {
    const days = ['2026.11.18', '2026.11.19', '2026.11.22'];
    const rows = days.map((day, index) =>
      rowNamed(`logstash-logs-app-${day}`, { bytes: 100 * (index + 1) })
    );
    const [family, ...others] = familyGroups([
      ...rows,
      rowNamed('alone'),
      rowNamed('.tasks-000001'),
    ]);
    expect(others).toEqual([]);
    expect(family).toMatchObject({
      ...{ pattern: 'logstash-logs-app-*', members: 3, bytes: 600, docs: 30 },
      ...{ newest: 'logstash-logs-app-2026.11.22', missing: ['2026-11-20', '2026-11-21'] },
    });
    expect(family.days.map(({ day, bytes }) => [day, bytes])).toEqual([
      ['2026-11-18', 100],
      ['2026-11-19', 200],
      ['2026-11-22', 300],
    ]);
  });

  it('are data streams and rolled ones, by the day of their creation and with none missing', () => {
    const at = Date.UTC(2026, 10, 21, 23);
    const [stream, rolled] = familyGroups([
      rowNamed('.ds-traces-000001', { data_stream: 'traces', bytes: 9000 }),
      rowNamed('.ds-traces-000002', { data_stream: 'traces', created_at: at }),
      rowNamed('app-000001'),
    ]);
    expect(stream).toMatchObject({ pattern: 'traces', is_data_stream: true, members: 2 });
    expect(stream.newest).toBe('.ds-traces-000002');
    expect(stream.days.map(({ day }) => day)).toEqual(['2026-01-01', '2026-11-21']);
    expect(stream.missing).toEqual([]);
    expect(rolled).toMatchObject({ pattern: 'app-*', members: 1, missing: [] });
  });

  it('are the indices of an alias that is rolled over, whichever date is in their names', () => {
    const rolled = (name: string, isWritten: boolean) =>
      rowNamed(name, { aliases: [{ name: 'app', is_write_index: isWritten }] });
    const [family, ...others] = familyGroups([
      rolled('app-2026.11.20-000001', false),
      rolled('other-000002', true),
      rowNamed('app-2026.11.20', { aliases: [{ name: 'app', is_write_index: false }] }),
    ]);
    expect(family).toMatchObject({ pattern: 'app', is_alias: true, members: 2 });
    expect(others.map(({ pattern }) => pattern)).toEqual(['app-*']);
  });

  it('tell the worst health, who manages them, and what comes in a day of late', () => {
    const managed = { policy_id: 'keep', failed: false, completed: false };
    const days = ['2026.11.18', '2026.11.19', '2026.11.20', '2026.11.21'];
    const rows = days.map((day, place) =>
      rowNamed(`logs-${day}`, { primary_bytes: 100 * (place + 1), docs: 10, lifecycle: managed })
    );
    rows[0] = { ...rows[0], health: 'yellow', lifecycle: { ...managed, policy_id: 'drop' } };
    rows[1] = { ...rows[1], lifecycle: { ...managed, failed: true } };
    rows[2] = rowNamed(rows[2].name, { primary_bytes: 300, docs: 10 });
    const [family] = familyGroups(withGrowth(rows, Date.UTC(2026, 10, 21, 6)));
    expect(family).toMatchObject({
      ...{ health: 'yellow', policies: ['drop', 'keep'], unmanaged: 1, failed: 1 },
      growth: { bytes: 200, docs: 10 },
    });
  });

  it('of ten thousand are ten', () => {
    expect(familyGroups(MANY).map(({ members }) => members)).toEqual(Array(10).fill(1000));
  });

  it('have no missing days over the end of a month or of a leap year', () => {
    expect(missingDays(['2024-02-28', '2024-02-29', '2024-03-01'])).toEqual([]);
    expect(missingDays(['2025-12-31', '2026-01-02'])).toEqual(['2026-01-01']);
    expect(missingDays([])).toEqual([]);
    expect(missingDays(['2026-02-31', '2026-03-02'])).toEqual([]);
  });

  it('know a day by a name, and no day by a month or a week', () => {
    expect(dayOf('logs-2026.11.21')).toBe('2026-11-21');
    expect(dayOf('logs-2026.11.21.08')).toBe('2026-11-21');
    expect(dayOf('logs-20261121')).toBe('2026-11-21');
    expect(dayOf('logs-2026.11')).toBeUndefined();
    expect(dayOf('logs-2026.w47')).toBeUndefined();
    expect(dayOf('logs')).toBeUndefined();
  });
});
