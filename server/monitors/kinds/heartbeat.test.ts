import type { Alert } from '../../../common/alerts/alert';
import { DEFAULT_HEARTBEAT_CONDITION } from '../../../common/monitors/heartbeat/result';
import type { HeartbeatFacts } from '../../../common/monitors/heartbeat/pings';
import { heartbeatMonitorSchema } from '../../../common/monitors/monitor';
import { FakeCluster } from '../../cluster/testing/fake_cluster';
import { TestClock } from '../../cluster/testing/test_clock';
import { ScriptBudget } from '../script_budget';
import { prepareHeartbeat } from './heartbeat';

const MINUTE = 60_000;
const T = Date.UTC(2026, 0, 5);

const monitor = heartbeatMonitorSchema.parse({
  name: 'Backup',
  monitor_type: 'heartbeat_monitor',
  enabled: true,
  enabled_time: T,
  schedule: { period: { interval: 1, unit: 'MINUTES' } },
  inputs: [
    {
      heartbeat: {
        period: { interval: 5, unit: 'MINUTES' },
        grace: { interval: 1, unit: 'MINUTES' },
      },
    },
  ],
  triggers: [
    {
      query_level_trigger: {
        ...{ id: 't', name: 'Is silent', severity: '1', actions: [] },
        condition: { script: { source: DEFAULT_HEARTBEAT_CONDITION } },
      },
    },
  ],
});

const alert: Alert = {
  ...{ id: 'a', monitor_id: 'm1', monitor_name: 'Backup', trigger_id: 't', trigger_name: 't' },
  ...{ severity: '1', state: 'active', start_time: 0, last_seen: 0, rev: 1 },
};

const run = async (
  end: number,
  facts: HeartbeatFacts | undefined,
  { alerts = [], since = 0 }: { alerts?: Alert[]; since?: number } = {}
) => {
  const { finding } = await prepareHeartbeat(monitor, { id: 'm1', timeoutSeconds: 1 }).judge({
    cluster: new FakeCluster(),
    window: { start: end - MINUTE, end },
    alerts,
    memory: undefined,
    scripts: new ScriptBudget(new TestClock()),
    timeoutMs: 1000,
    monitors: async () => new Map(),
    heartbeats: { read: async () => facts, listeningSince: since },
  });
  if (finding.kind !== 'answer') throw new Error('No answer');
  const [verdict] = finding.verdicts;
  if (verdict.kind !== 'judged') throw new Error(JSON.stringify(verdict));
  return { triggered: verdict.groups[0]?.triggered, noData: verdict.noData };
};

const pinged = (at: number, kind: 'success' | 'fail' = 'success') => ({ pings: [{ at, kind }] });

describe('a run of a heartbeat', () => {
  it('fires when it is silent for too long, or says that it failed, and not before', async () => {
    expect(await run(T + 6 * MINUTE, pinged(T))).toMatchObject({ triggered: false });
    expect(await run(T + 7 * MINUTE, pinged(T))).toMatchObject({ triggered: true });
    expect(await run(T + MINUTE, pinged(T, 'fail'))).toMatchObject({ triggered: true });
  });

  it('does not fire where nobody has pinged yet, and says that there is nothing to judge', async () => {
    expect(await run(T + MINUTE, undefined)).toEqual({ triggered: false, noData: undefined });
    expect(await run(T + 60 * MINUTE, undefined)).toEqual({ triggered: false, noData: true });
  });

  it('gives it time after a start, but ends no alert for that', async () => {
    const since = T + 59 * MINUTE;
    expect(await run(T + 60 * MINUTE, pinged(T), { since })).toMatchObject({ triggered: false });
    expect(await run(T + 60 * MINUTE, pinged(T), { since, alerts: [alert] })).toMatchObject({
      triggered: true,
    });
  });
});
