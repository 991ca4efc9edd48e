import { monitorSchema } from './monitor';
import { timeFieldOf } from './windows';

const monitor = (query: string) =>
  monitorSchema.parse({
    name: 'm',
    enabled: true,
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    inputs: [{ search: { indices: ['logs'], query } }],
    triggers: [],
  });

describe('the time field of a monitor', () => {
  it('is that of the range over the period, however deep, and not of another range', () => {
    const query = {
      query: {
        bool: {
          filter: [
            { range: { size: { gt: 3 } } },
            { bool: { must: { range: { 'event.created': { gte: '{{period_end}}||-1m' } } } } },
          ],
        },
      },
    };
    expect(timeFieldOf(monitor(JSON.stringify(query)))).toBe('event.created');
  });

  it('is @timestamp where the query names no period, or does not parse', () => {
    expect(timeFieldOf(monitor('{"query":{"match_all":{}}}'))).toBe('@timestamp');
    expect(timeFieldOf(monitor('{'))).toBe('@timestamp');
  });
});
