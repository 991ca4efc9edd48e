import { lineTeller } from '../support/line_tellers';
import { logLine } from '../support/product';
import { waitFor } from '../support/wait_for';
import { EngineRoom } from './engine_room';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let room: EngineRoom;

beforeAll(async () => {
  room = await EngineRoom.open();
});

afterAll(() => room?.close());

beforeEach(() => room.begin());

afterEach(() => room.end());

describe('a disk that is full', () => {
  const block = async (patterns: string, blocked: boolean) =>
    room.must('PUT', `/${patterns}/_settings?expand_wildcards=all`, {
      'index.blocks.write': blocked,
    });

  it.each([
    [
      'of what is committed and projected',
      '.watchkeeper-states-*,.watchkeeper-ticks-*,.watchkeeper-alerts-*,.watchkeeper-events-*,.watchkeeper-outbox-*',
      /cannot be written down/,
    ],
    [
      'of what is projected',
      '.watchkeeper-alerts-*,.watchkeeper-outbox-*',
      /cannot be written down/,
    ],
    ['of the run log', '.watchkeeper-ticks-*', /Runs cannot be written down/],
    ['of everything', '.watchkeeper-*', /cannot renew its leases|cannot be written down/],
  ])('%s is said loudly; nothing is lost, nothing is told twice', async (_what, patterns, said) => {
    const id = await room.add(lineTeller([room.index], room.destination));
    await room.firstRun(id);
    await room.cluster.index(room.index, [logLine('before')]);
    await room.toldOnce('before');
    await block(patterns, true);
    try {
      await room.cluster.index(room.index, [logLine('meanwhile')]);
      await waitFor('a word of it', async () => said.test(await room.troubles()));
      await pause(6000);
    } finally {
      await block(patterns, false);
    }
    await room.cluster.index(room.index, [logLine('after')]);
    await room.toldOnce('before', 'meanwhile', 'after');
    await waitFor('the word to be taken back', async () => !said.test(await room.troubles()));
    const windows = (await room.app.runs(id)).map(({ window }) => window).reverse();
    windows.slice(1).forEach(({ start }, i) => expect(start).toBe(windows[i].end));
  });
});

describe('shards that are missing', () => {
  const shelve = (name: string, node: string | null) =>
    room.must('PUT', `/${name}/_settings`, { 'index.routing.allocation.require._name': node });

  it('under a wildcard: an error and never "false", and what was logged meanwhile is told after', async () => {
    const id = await room.add(lineTeller([`${room.index}*`], room.destination));
    await room.firstRun(id);
    const lost = `${room.index}-lost`;
    await room.must('PUT', `/${lost}?wait_for_active_shards=0`, {
      settings: {
        number_of_shards: 1,
        number_of_replicas: 0,
        'index.routing.allocation.require._name': 'nobody',
      },
      mappings: { properties: { '@timestamp': { type: 'date' } } },
    });
    const { window } = await room.runWith(id, 'an error', ({ outcome }) => outcome === 'error');
    await room.cluster.index(room.index, [logLine('in the shard that is there')]);
    await pause(6000);
    const during = (await room.app.runs(id)).filter((run) => run.window.start >= window.start);
    expect(new Set(during.map(({ outcome }) => outcome))).toEqual(new Set(['error']));
    expect(room.receiver.requests).toEqual([]);
    await shelve(lost, null);
    await room.toldOnce('in the shard that is there');
  });

  it('of the only index: the cluster is red, and the monitor says so', async () => {
    const id = await room.add(lineTeller([room.index], undefined));
    await room.firstRun(id);
    await room.must('POST', `/${room.index}/_close`);
    const run = await room.runWith(id, 'an error', ({ outcome }) => outcome === 'error');
    expect(run.problem?.message).toBeTruthy();
    await room.must('POST', `/${room.index}/_open`);
    await waitFor('a run that is well', async () => {
      const [latest] = await room.app.runs(id);
      return latest.outcome === 'not_triggered';
    });
  });
});

describe('a cluster that is too busy', () => {
  const limit = (value: string | null) =>
    room.must('PUT', '/_cluster/settings', {
      transient: { 'indices.breaker.request.limit': value },
    });

  it('is given time; what waits is run later, and nothing is lost', async () => {
    const counting = lineTeller([room.index], room.destination);
    counting.inputs[0].search.query = JSON.stringify({
      ...JSON.parse(String(counting.inputs[0].search.query)),
      aggs: { by: { terms: { field: 'kubernetes.container_name' } } },
    });
    const id = await room.add(counting);
    await room.firstRun(id);
    await limit('1b');
    try {
      await room.cluster.index(room.index, [logLine('while it was busy')]);
      await waitFor('a word of it', async () => /too busy/.test(await room.troubles()));
      expect((await room.app.runs(id)).filter(({ outcome }) => outcome === 'error')).toEqual([]);
    } finally {
      await limit(null);
    }
    await room.toldOnce('while it was busy');
  });
});
