import { MONITORS_PATH } from '../../common/monitors/api';
import type { CatchUp } from '../../common/monitors/monitor';
import type { RunRow } from '../../common/monitors/run';
import type { WindowsAnswer } from '../../common/monitors/windows';
import { lineTeller } from '../support/line_tellers';
import { logLine } from '../support/product';
import { waitFor } from '../support/wait_for';
import { EngineRoom } from './engine_room';

const AWAY = 20_000;
const WHILE_AWAY = AWAY / 2000;

let room: EngineRoom;

beforeAll(async () => {
  room = await EngineRoom.open();
});

afterAll(() => room?.close());

beforeEach(() => room.begin());

afterEach(() => room.end());

const watcher = (catchUp: CatchUp) => ({
  ...lineTeller([room.index], room.destination),
  schedule: { period: { interval: 1, unit: 'SECONDS' as const } },
  catch_up: catchUp,
});

const windowsOf = async (id: string): Promise<WindowsAnswer> => {
  const { status, body } = await room.host.api<WindowsAnswer>(
    'GET',
    `${MONITORS_PATH}/${id}/windows`
  );
  expect(status).toBe(200);
  return body;
};

const isContiguous = (rows: RunRow[]): boolean =>
  rows.slice(1).every(({ window }, i) => window.start === rows[i].window.end);

describe('windows that were missed while nobody ran', () => {
  it('are replayed, taken together or skipped, as the monitor says, and what is left out is listed', async () => {
    const replayed = await room.add(watcher({ policy: 'replay', most: 1000 }));
    const together = await room.add(watcher({ policy: 'coalesce', most: 1000 }));
    const skipped = await room.add(watcher({ policy: 'skip' }));
    const ids = [replayed, together, skipped];
    for (const id of ids) await room.firstRun(id);
    await room.crash(AWAY);
    for (const id of ids) {
      const since = Date.now();
      await waitFor('the present to be reached', async () =>
        (await room.app.runs(id)).some(({ window }) => window.end > since)
      );
    }
    const [one, two, three] = await room.runsOf(ids);
    for (const rows of [one, two, three]) expect(isContiguous(rows)).toBe(true);
    expect(one.filter(({ window }) => window.end - window.start > 1000)).toEqual([]);
    expect(two.filter(({ windows = 1 }) => windows > WHILE_AWAY)).toHaveLength(1);
    const gaps = three.filter(({ outcome }) => outcome === 'gap');
    expect(Math.max(...gaps.map(({ missed = 0 }) => missed))).toBeGreaterThan(WHILE_AWAY);
    expect((await windowsOf(replayed)).gaps).toEqual([]);
    const listed = await windowsOf(skipped);
    expect(listed.gaps.map(({ window }) => window)).toEqual(
      gaps.map(({ window }) => window).reverse()
    );
  });
});

describe('a monitor that cannot be evaluated', () => {
  it('says how often it failed, is never given up, and looks back when it works again', async () => {
    await room.cluster.index(room.index, [logLine('at the beginning')]);
    const id = await room.add(watcher({ policy: 'replay', most: 1000 }));
    await room.toldOnce('at the beginning');
    await room.must('POST', `/${room.index}/_close`);
    await waitFor('failures to be counted', async () => (await windowsOf(id)).failures >= 5);
    await room.must('POST', `/${room.index}/_open?wait_for_active_shards=1`);
    await room.cluster.index(room.index, [logLine('after')]);
    await room.toldOnce('at the beginning', 'after');
    const { failures, gaps, watermark, window_end: end } = await windowsOf(id);
    expect({ failures, gaps }).toEqual({ failures: 0, gaps: [] });
    expect(watermark?.field).toBe('@timestamp');
    expect(watermark?.newest).toBeLessThanOrEqual(Date.now());
    expect(end).toBeGreaterThan(0);
    await waitFor('the run that looks back to be on record', async () => {
      const rows = (await room.runsOf([id])).flat();
      const problems = rows.filter(({ problem }) => problem);
      const { start } = problems[0].window;
      const over = rows.find((row) => !row.problem && row.window.start === start);
      return over && over.window.end > problems[problems.length - 1].window.end;
    });
  });
});
