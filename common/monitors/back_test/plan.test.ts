import { monitorSchema } from '../monitor';
import { tooMuchUnasked } from './plan';

const HOUR = 3_600_000;
const TO = Date.UTC(2026, 0, 2);

const monitor = (more: object, interval = 1) =>
  monitorSchema.parse({
    type: 'monitor',
    monitor_type: 'query_level_monitor',
    name: 'Errors',
    enabled: true,
    schedule: { period: { interval, unit: 'MINUTES' } },
    inputs: [
      {
        search: {
          indices: ['logs'],
          query: JSON.stringify({
            ...more,
            query: { range: { at: { gte: '{{period_start}}', lt: '{{period_end}}' } } },
          }),
        },
      },
    ],
    triggers: [],
  });

describe('what a page asks of the past by itself', () => {
  it('is what a few date histograms tell', () => {
    expect(tooMuchUnasked(monitor({}), TO - 24 * HOUR, TO)).toBeUndefined();
  });

  it('is not a search for each of many windows', () => {
    expect(tooMuchUnasked(monitor({ collapse: { field: 'host' } }), TO - 6 * HOUR, TO)).toEqual({
      searches: 360,
      reason: 'The query has "collapse".',
    });
  });

  it('is a search for each of a few windows', () => {
    const hourly = monitor({ collapse: { field: 'host' } }, 60);
    expect(tooMuchUnasked(hourly, TO - 24 * HOUR, TO)).toBeUndefined();
  });
});
