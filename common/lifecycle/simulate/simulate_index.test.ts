import { policyBody } from '../policy/policy_body';
import { readPolicy } from '../policy/read_policy';
import type { IndexFacts } from '../decide/facts';
import { recordedText } from '../../../test/fixtures/ism/recordings';
import { simulateIndex } from './simulate_index';
import type { SimulatedIndex } from './timeline';

const DAY = 86_400_000;
const NOW = 1000 * DAY;
const HOUR = 3_600_000;

const facts = (changes: Partial<IndexFacts> = {}): IndexFacts => ({
  ...{ name: 'cwl-app-2023.02.22', uuid: 'u', created_at: NOW, status: 'open' },
  ...{ docs: 0, primary_bytes: 0, largest_shard_bytes: 0, primaries: 1, replicas: 1 },
  ...{ aliases: [], rollovers: [] },
  ...changes,
});

const SEED = readPolicy(policyBody(JSON.parse(recordedText('seed_policy.json'))));

/** The seed's policy as it was meant: no rollover, the age on the way to warm. */
const MEANT = {
  ...SEED,
  states: SEED.states.map((state) =>
    state.name === 'hot'
      ? {
          ...state,
          actions: [],
          transitions: [{ state_name: 'warm', conditions: { min_index_age: '3d' } }],
        }
      : state
  ),
};

const run = (policy: typeof SEED, index: SimulatedIndex, days = 60) =>
  simulateIndex(policy, index, { now: NOW, horizon: NOW + days * DAY });

describe("the seed's policy on a daily index", () => {
  it('fails at its rollover, so that nothing is ever deleted, and says why', () => {
    const { events, end } = run(SEED, { facts: facts(), written: true });
    expect(end).toBe('failed');
    expect(events.map(({ kind }) => kind)).toEqual(['initialized', 'failed']);
    expect(events[1]).toMatchObject({
      ...{ state: 'hot', action: 'rollover', certainty: 'exact' },
      reason: 'Missing rollover_alias index setting.',
    });
    expect(events[1].when.expected - NOW).toBeLessThan(HOUR);
  });

  it('goes its way after the repair: warm after three days, deleted after fifteen', () => {
    const { events, end } = run(MEANT, { facts: facts(), written: true });
    expect(end).toBe('deleted');
    expect(events.map(({ kind, action, to }) => action ?? to ?? kind)).toEqual([
      ...['initialized', 'warm', 'replica_count', 'delete', 'notification', 'delete'],
    ]);
    const [, warm, , , , deleted] = events;
    expect(warm.when.expected).toBeGreaterThanOrEqual(NOW + 3 * DAY);
    expect(warm.when.latest).toBeLessThan(NOW + 3 * DAY + HOUR);
    expect(deleted.when.earliest).toBeGreaterThanOrEqual(NOW + 15 * DAY);
    expect(deleted.when.earliest).toBeLessThan(deleted.when.latest);
  });

  it('takes an old index through at once', () => {
    const old = facts({ created_at: NOW - 20 * DAY });
    const { events, end } = run(MEANT, { facts: old, written: false });
    expect(end).toBe('deleted');
    expect(events.slice(-1)[0].when.latest).toBeLessThan(NOW + 2 * HOUR);
  });
});

describe('a rollover', () => {
  const policy = readPolicy({
    ...{ description: '', default_state: 'hot' },
    states: [
      {
        name: 'hot',
        actions: [{ rollover: { min_primary_shard_size: '10gb', min_index_age: '30d' } }],
        transitions: [{ state_name: 'gone', conditions: { min_rollover_age: '7d' } }],
      },
      { name: 'gone', actions: [{ delete: {} }] },
    ],
  });
  const index = (changes: Partial<SimulatedIndex> = {}): SimulatedIndex => ({
    facts: facts({
      ...{ name: 'logs-000001', rollover_alias: 'logs' },
      aliases: [{ name: 'logs', is_write_index: true, members: 1 }],
    }),
    written: true,
    ...changes,
  });

  it('is estimated from how the index grows, and what follows with it', () => {
    const growth = { docs_per_day: 1000, bytes_per_day: 1024 ** 3, spread: 0.25 };
    const { events, end } = run(policy, index({ growth }));
    expect(end).toBe('deleted');
    const rolled = events.find(({ action }) => action === 'rollover');
    expect(rolled).toMatchObject({ certainty: 'estimated' });
    const days = (at = 0) => Math.round((at - NOW) / DAY);
    expect([rolled?.when.earliest, rolled?.when.expected, rolled?.when.latest].map(days)).toEqual([
      8, 10, 13,
    ]);
    const deleted = events.slice(-1)[0];
    expect(days(deleted.when.expected)).toBe(17);
    expect(deleted.certainty).toBe('estimated');
  });

  it('comes by age where nobody knows how it grows', () => {
    const { events } = run(policy, index());
    const rolled = events.find(({ action }) => action === 'rollover');
    expect(Math.round(((rolled?.when.expected ?? 0) - NOW) / DAY)).toBe(30);
    expect(rolled?.certainty).toBe('exact');
  });

  it('lies beyond a near horizon', () => {
    expect(run(policy, index(), 5).end).toBe('beyond');
  });
});

describe('an index', () => {
  const ended = (states: object[], index: Partial<SimulatedIndex> = {}) =>
    run(readPolicy({ description: '', default_state: 'a', states }), {
      ...{ facts: facts(), written: true },
      ...index,
    });

  it('goes round in circles where the states do', () => {
    const { end, events } = ended([
      { name: 'a', actions: [], transitions: [{ state_name: 'b' }] },
      { name: 'b', actions: [], transitions: [{ state_name: 'a' }] },
    ]);
    expect(end).toBe('cycle');
    expect(events.length).toBeLessThan(12);
  });

  it('waits where nobody can tell when', () => {
    const transitions = [
      { state_name: 'b', conditions: { min_doc_count: 5 } },
      { state_name: 'b', conditions: {} },
    ];
    const { end, events } = ended([
      { name: 'a', actions: [], transitions },
      { name: 'b', actions: [] },
    ]);
    expect(end).toBe('waiting');
    expect(events.slice(-1)[0].checks).toHaveLength(2);
  });

  it('goes on from where it stands', () => {
    const cursor = {
      ...{ state: 'b', state_since: NOW - DAY },
      action: {
        ...{ place: 0, type: 'transition', since: NOW - DAY, failed: false, consumed_retries: 0 },
      },
    };
    const states = [
      { name: 'a', actions: [{ close: {} }], transitions: [{ state_name: 'b' }] },
      {
        name: 'b',
        actions: [],
        transitions: [{ state_name: 'c', conditions: { min_state_age: '2d' } }],
      },
      { name: 'c', actions: [{ delete: {} }] },
    ];
    const { events } = ended(states, { cursor });
    expect(events.map(({ kind }) => kind)).toEqual(['transition', 'deleted']);
    expect(Math.round((events[0].when.expected - NOW) / DAY)).toBe(1);
  });

  it('stays where an action is not known here', () => {
    expect(ended([{ name: 'a', actions: [{ shiny: {} }] }]).end).toBe('waiting');
  });
});
