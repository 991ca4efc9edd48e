import fc from 'fast-check';
import { cronFault, cronRhythm, isTimezone, periodRhythm } from './rhythm';
import type { Rhythm } from './rhythm';

const at = (iso: string): number => Date.parse(iso);

const instantsFrom = (rhythm: Rhythm, from: string, count: number): string[] => {
  const instants: number[] = [];
  for (let i = 0; i < count; i++) instants.push(rhythm.after(instants[i - 1] ?? at(from)));
  return instants.map((instant) => new Date(instant).toISOString().slice(0, 16));
};

const localTime = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    instant
  );

describe('a cron expression in a time zone', () => {
  it('runs at the moment of the change what the clocks leave out in spring', () => {
    expect(instantsFrom(cronRhythm('30 2 * * *', 'Europe/Berlin'), '2026-03-28T00:00Z', 4)).toEqual(
      ['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30', '2026-03-31T00:30']
    );
    expect(
      instantsFrom(cronRhythm('30 2 * * *', 'America/New_York'), '2026-03-07T06:00Z', 3)
    ).toEqual(['2026-03-07T07:30', '2026-03-08T07:00', '2026-03-09T06:30']);
  });

  it('runs once what the clocks show twice in autumn', () => {
    expect(instantsFrom(cronRhythm('30 2 * * *', 'Europe/Berlin'), '2026-10-24T00:00Z', 4)).toEqual(
      ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30', '2026-10-27T01:30']
    );
    expect(
      instantsFrom(cronRhythm('30 1 * * *', 'America/New_York'), '2026-10-31T00:00Z', 3)
    ).toEqual(['2026-10-31T05:30', '2026-11-01T05:30', '2026-11-02T06:30']);
  });

  it('goes on every hour while the clocks change', () => {
    const hourly = cronRhythm('30 * * * *', 'Europe/Berlin');
    expect(instantsFrom(hourly, '2026-10-24T23:00Z', 5)).toEqual([
      ...['2026-10-24T23:30', '2026-10-25T00:30', '2026-10-25T01:30', '2026-10-25T02:30'],
      '2026-10-25T03:30',
    ]);
    expect(instantsFrom(hourly, '2026-03-29T00:00Z', 3)).toEqual([
      '2026-03-29T00:30',
      '2026-03-29T01:30',
      '2026-03-29T02:30',
    ]);
  });

  it('leaves out months that have no such day, and waits for leap years', () => {
    expect(instantsFrom(cronRhythm('0 9 31 * *', 'Asia/Seoul'), '2026-01-01T00:00Z', 4)).toEqual([
      ...['2026-01-31T00:00', '2026-03-31T00:00', '2026-05-31T00:00', '2026-07-31T00:00'],
    ]);
    expect(instantsFrom(cronRhythm('0 0 29 2 *', 'UTC'), '2026-01-01T00:00Z', 2)).toEqual([
      '2028-02-29T00:00',
      '2032-02-29T00:00',
    ]);
  });

  it('takes a day of the month or a day of the week, as UNIX does, where both are given', () => {
    expect(instantsFrom(cronRhythm('0 9 1 * 1', 'UTC'), '2026-01-01T00:00Z', 3)).toEqual([
      '2026-01-01T09:00',
      '2026-01-05T09:00',
      '2026-01-12T09:00',
    ]);
  });

  it.each([
    ['Europe/Berlin', '2026-03-15T00:00Z', '2026-03-29'],
    ['Europe/Berlin', '2026-10-11T00:00Z', '2026-10-25'],
    ['America/New_York', '2026-02-22T12:00Z', '2026-03-08'],
    ['America/New_York', '2026-10-18T12:00Z', '2026-11-01'],
    ['Asia/Seoul', '2026-03-15T00:00Z', ''],
  ])('comes once a day at the same time by the clock for a month in %s from %s', (zone, from) => {
    const rhythm = cronRhythm('15 9 * * *', zone);
    const days = new Set<string>();
    let instant = at(from);
    for (let day = 0; day < 31; day++) {
      instant = rhythm.after(instant);
      expect(localTime(instant, zone)).toBe('09:15');
      days.add(new Intl.DateTimeFormat('en-GB', { timeZone: zone }).format(instant));
    }
    expect(days.size).toBe(31);
    expect(instant - at(from)).toBeLessThan(31.5 * 86_400_000);
  });

  it('tells forwards and backwards the same instants, whatever is asked first', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          '30 2 * * *',
          '*/20 * * * *',
          '0,30 1-3 * * *',
          '0 9 * * 1-5',
          '5 0 31 * *'
        ),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Seoul', 'Australia/Lord_Howe'),
        fc.constantFrom(
          '2026-03-08T07:00Z',
          '2026-03-29T01:00Z',
          '2026-10-25T01:00Z',
          '2026-11-01T06:00Z'
        ),
        fc.array(fc.integer({ min: -86_400, max: 86_400 }), { minLength: 1, maxLength: 8 }),
        (expression, zone, change, offsets) => {
          const rhythm = cronRhythm(expression, zone);
          for (const offset of offsets) {
            const instant = at(change) + offset * 1000 + 250;
            const next = rhythm.after(instant);
            const last = rhythm.atOrBefore(instant);
            expect(next).toBeGreaterThan(instant);
            expect(last).toBeLessThanOrEqual(instant);
            expect(rhythm.after(last)).toBe(next);
            expect(rhythm.atOrBefore(next)).toBe(next);
            expect(rhythm.back(next, 1)).toBe(last);
            expect(rhythm.count(last, next)).toBe(1);
            expect(rhythm.count(last, next - 1)).toBe(0);
            expect(cronRhythm(expression, zone).after(instant)).toBe(next);
          }
        }
      ),
      { numRuns: 60 }
    );
  });

  it('counts what there is, and estimates what is very much', () => {
    const rhythm = cronRhythm('* * * * *', 'UTC');
    const from = at('2026-01-01T00:00Z');
    expect(rhythm.count(from, from + 90 * 60_000)).toBe(90);
    expect(rhythm.count(from, from + 30 * 86_400_000)).toBeCloseTo(43_200, -2);
  });
});

describe('a period', () => {
  it('has its instants one interval apart, shifted by its phase', () => {
    const rhythm = periodRhythm(60_000, 5000);
    expect(rhythm.after(4999)).toBe(5000);
    expect(rhythm.after(5000)).toBe(65_000);
    expect(rhythm.atOrBefore(64_999)).toBe(5000);
    expect(rhythm.back(125_000, 2)).toBe(5000);
    expect(rhythm.count(5000, 125_000)).toBe(2);
  });
});

describe('what is no schedule', () => {
  it.each([
    ['', /five parts/],
    ['* * * *', /five parts/],
    ['0 0 9 * * *', /five parts/],
    ['61 * * * *', /./],
    ['a * * * *', /./],
    ['0 0 30 2 *', /never/],
  ])('says why %p is no cron expression', (expression, why) => {
    expect(cronFault(expression)).toMatch(why);
    expect(cronFault(expression)).toMatch(why);
  });

  it.each(['0 9 * * *', '*/5 8-18 * * MON-FRI', '0 0 1,15 * *', '0 0 29 2 *'])(
    'takes %p',
    (expression) => expect(cronFault(expression)).toBeUndefined()
  );

  it('knows time zones by their names', () => {
    expect(['Asia/Seoul', 'UTC', 'Europe/Berlin'].every(isTimezone)).toBe(true);
    expect(['', 'Mars/Base', 'Berlin'].some(isTimezone)).toBe(false);
  });
});
