import { partitionOf } from '../../common/hash';
import type { MonitorInput } from '../../common/monitors/monitor';
import type { SchedulerOverview } from '../../common/overview/scheduler';
import { lineTeller } from '../support/line_tellers';
import { logLine } from '../support/product';
import { addRawMonitors } from '../support/raw_monitors';
import { waitFor } from '../support/wait_for';
import { EngineRoom } from './engine_room';

const STATES = '.watchkeeper-states-v1';

let room: EngineRoom;

beforeAll(async () => {
  room = await EngineRoom.open();
});

afterAll(() => room?.close());

beforeEach(() => room.begin());

afterEach(() => room.end());

describe('one that is bad among a hundred', () => {
  /**
   * More than a minute of work over so many documents, on a fast machine, too; its author lets it take ten.
   * A loop may turn a million times in each function; a search looks only after some thousands of documents whether it is cancelled.
   */
  const script = `
    long spin() { long n = 0; for (int i = 0; i < 900000; i++) { n += i % 7 } return n }
    long n = 0; for (int i = 0; i < 4; i++) { n += spin() } return n > 0`;
  const endless = { size: 0, timeout: '10m', query: { script: { script } } };

  it('refused or endless, spoils nothing for the others', async () => {
    const documents = Array.from({ length: 15_000 }, () => logLine('old'));
    await room.cluster.index(
      room.index,
      documents.map((line) => ({ ...line, '@timestamp': '2020-01-01T00:00:00Z' }))
    );
    const good = Array.from({ length: 98 }, (_, i) =>
      lineTeller([room.index], undefined, { name: `Good ${i}` })
    );
    const withQuery = (name: string, query: object): MonitorInput => ({
      ...lineTeller([room.index], undefined, { name }),
      inputs: [{ search: { indices: [room.index], query: JSON.stringify(query) } }],
    });
    const ids = await addRawMonitors(room.cluster, [
      ...good,
      withQuery('Refused', { query: { no_such_query: {} } }),
      withQuery('Endless', endless),
    ]);
    room.note(...ids);
    const [refused, slow] = ids.slice(98);
    const bad = await room.runWith(refused, 'the refusal', ({ outcome }) => outcome === 'error');
    expect(bad.problem?.message).toContain('no_such_query');
    await waitFor(
      'the endless one to be blamed',
      async () => (await room.app.runs(slow)).some(({ problem }) => problem?.code === 'timed_out'),
      { timeout: 120_000 }
    );
    const good98 = ids.slice(0, 98);
    const before = (await room.runsOf(good98)).map(({ length }) => length);
    const [endlessBefore] = await room.runsOf([slow]);
    const after = await waitFor('two more rounds of every other', async () => {
      const runs = await room.runsOf(good98);
      return runs.every(({ length }, i) => length >= before[i] + 2) && runs;
    });
    // The others went on while the endless one ran again.
    const [endlessAfter] = await room.runsOf([slow]);
    expect(endlessAfter.length).toBeLessThanOrEqual(endlessBefore.length + 1);
    expect(after.flat().filter(({ outcome }) => outcome === 'error')).toEqual([]);
  });
});

describe('a thousand monitors that are due at once', () => {
  it('all run, and again in the next round', async () => {
    const monitors = Array.from({ length: 1000 }, (_, i) =>
      lineTeller(
        [room.index],
        undefined,
        { name: `One of many ${i}`, schedule: { period: { interval: 10, unit: 'SECONDS' } } },
        [{ term: { level: `level ${i}` } }]
      )
    );
    const ids = await addRawMonitors(room.cluster, monitors);
    const all = await waitFor(
      'two runs of each',
      async () => {
        const found = await room.runsOf(ids);
        return found.every(({ length }) => length >= 2) && found;
      },
      { every: 2000, timeout: 90_000 }
    );
    const flawed = all.filter(
      (rows) =>
        rows.some(({ outcome }) => outcome !== 'not_triggered') ||
        rows.slice(1).some(({ window }, i) => window.start !== rows[i].window.end)
    );
    expect(flawed).toEqual([]);
    const { body } = await room.host.api<SchedulerOverview>('GET', '/api/watchkeeper/scheduler');
    expect(body.instances[0].report?.monitors).toBeGreaterThanOrEqual(1000);
    const lines = ids.map(
      (id) =>
        `{"delete":{"_index":".watchkeeper-saved-objects","_id":"watchkeeper-monitor:${id}"}}\n`
    );
    await room.must('POST', '/_bulk?refresh=true', lines.join(''));
  });
});

describe('documents of our own that are poisoned', () => {
  /** Commits with every run. */
  const always = (): MonitorInput => {
    const monitor = lineTeller([room.index], room.destination);
    monitor.triggers[0].query_level_trigger.condition.script.source = 'true';
    return monitor;
  };

  it('a state: its monitor says so and waits, the others run, and it goes on when that is gone', async () => {
    const [bad, good] = [
      await room.add(always()),
      await room.add(lineTeller([room.index], undefined)),
    ];
    await room.firstRun(bad);
    await room.firstRun(good);
    await room.must('PUT', `/${STATES}/_doc/${bad}?refresh=true`, {
      ...{ monitor_id: bad, partition: partitionOf(bad), rev: 'seven', alerts: 'none' },
    });
    await room.cluster.index(room.index, [logLine('to make it commit')]);
    await waitFor('a word of it', async () => (await room.troubles()).includes(bad));
    await room.laterRun(good);

    // A new process finds it already there.
    await room.crash();
    await waitFor('a word of it again', async () => (await room.troubles()).includes(bad));
    await room.laterRun(good);

    await room.must('DELETE', `/${STATES}/_doc/${bad}`);
    await room.laterRun(bad);
  });

  it('an alert that the mapping refuses: it is told as lost, and every monitor goes on', async () => {
    const monitor = always();
    monitor.triggers[0].query_level_trigger.id = 'x'.repeat(40_000);
    const [bad] = await addRawMonitors(room.cluster, [monitor]);
    room.note(bad);
    const good = await room.add(lineTeller([room.index], undefined));
    await room.firstRun(good);
    await waitFor('a word of it', async () => (await room.troubles()).includes('it is lost'));
    await room.laterRun(good);
    await room.laterRun(bad);
  });

  it('a condition that throws: an error of its monitor alone', async () => {
    const monitor = lineTeller([room.index], undefined);
    monitor.triggers[0].query_level_trigger.condition.script.source =
      'ctx.results[3].hits.total.value > 0';
    const [bad, good] = [
      await room.add(monitor),
      await room.add(lineTeller([room.index], undefined)),
    ];
    const run = await room.runWith(bad, 'the error', ({ outcome }) => outcome === 'error');
    expect(run.triggers?.[0].problem?.message).toBeTruthy();
    const [first] = await waitFor('a run', async () => {
      const runs = await room.app.runs(good);
      return runs.length > 1 && runs;
    });
    expect(first.outcome).toBe('not_triggered');
  });
});
