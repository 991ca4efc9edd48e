import { ActionTally } from './action_tally';

const action = { id: 'a', name: 'Tell', destination_id: 'd' };

describe('the tally of an action', () => {
  it('has one line for alerts with the same outcome, with their number and the first message', () => {
    const tally = new ActionTally(action);
    for (let i = 0; i < 10_000; i++) tally.add({ outcome: 'queued', message_id: `m${i}` });
    expect(tally.results).toEqual([
      { ...action, outcome: 'queued', message_id: 'm0', count: 10_000 },
    ]);
  });

  it('tells why they were held back, whatever the reasons differ in', () => {
    const tally = new ActionTally(action);
    for (const until of [1, 2]) {
      tally.add({ outcome: 'held_back', reason: `Throttled until ${until}.` }, 'throttled');
    }
    tally.add({ outcome: 'held_back', reason: 'Acknowledged.' }, 'acknowledged');
    expect(tally.results).toMatchObject([
      { reason: 'Throttled until 1.', count: 2 },
      { reason: 'Acknowledged.' },
    ]);
  });

  it('counts every error, but does not list each of thousands', () => {
    const tally = new ActionTally(action);
    for (let i = 0; i < 500; i++) tally.add({ outcome: 'error', reason: `Group ${i}` });
    tally.add({ outcome: 'queued', message_id: 'm' });
    expect(tally.results.length).toBeLessThan(15);
    expect(tally.results.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(501);
    expect(tally.results.at(-1)).toMatchObject({ outcome: 'queued' });
  });
});
