import { WatchkeeperError } from '../../../common/errors';
import { compositeMonitorSchema } from '../../../common/monitors/monitor';
import type { Alert } from '../../../common/alerts/alert';
import type { RunProblem } from '../../../common/monitors/run';
import { FakeCluster, answerOf } from '../../cluster/testing/fake_cluster';
import { TestClock } from '../../cluster/testing/test_clock';
import { ScriptBudget } from '../script_budget';
import { compiledMonitor } from '../testing/monitors';
import { prepareComposite } from './composite';
import type { Inquiry, Judgement, OtherMonitor, Prepared } from './prepared';

const composite = (source: string, ids: string[]) =>
  prepareComposite(
    compositeMonitorSchema.parse({
      name: 'Both',
      monitor_type: 'composite_monitor',
      enabled: true,
      schedule: { period: { interval: 1, unit: 'MINUTES' } },
      inputs: [
        {
          composite_input: {
            sequence: { delegates: ids.map((monitor_id, i) => ({ monitor_id, order: i + 1 })) },
          },
        },
      ],
      triggers: [
        {
          chained_alert_trigger: {
            ...{ id: 't', name: 'T', severity: '1', actions: [] },
            condition: { script: { source } },
          },
        },
      ],
    })
  );

const alertOf = (id: string, state: Alert['state'] = 'active'): Alert => ({
  ...{ id, monitor_id: 'm', monitor_name: 'M', trigger_id: 't', trigger_name: 'T', severity: '1' },
  ...{ state, start_time: 0, last_seen: 0, rev: 1 },
});

const other = (change: Partial<OtherMonitor> & { prepared?: Prepared } = {}): OtherMonitor => {
  const { prepared, ...rest } = change;
  const { plan } = compiledMonitor('any');
  return {
    ...{ name: 'Other', type: 'query_level_monitor', alerts: [] },
    plan: prepared ? { kind: 'ready', prepared } : plan,
    ...rest,
  };
};

const judged = (triggered: boolean, memory?: unknown): Judgement => ({
  finding: {
    kind: 'answer',
    results: [],
    verdicts: [{ triggerId: 'x', kind: 'judged', groups: [{ key: '', triggered }] }],
    ...(memory === undefined ? {} : { memory }),
  },
});

const says = (triggered: boolean): Prepared => ({ judge: async () => judged(triggered) });

const failing = (problem: RunProblem): Prepared => ({
  judge: async () => ({ finding: { kind: 'problem', problem } }),
});

const ask = (
  prepared: Prepared,
  monitors: Record<string, OtherMonitor>,
  change: Partial<Inquiry> = {}
): Promise<Judgement> =>
  prepared.judge({
    cluster: new FakeCluster(),
    window: { start: 0, end: 60_000 },
    alerts: [],
    memory: undefined,
    scripts: new ScriptBudget(new TestClock()),
    timeoutMs: 1000,
    monitors: async (ids) =>
      new Map(ids.flatMap((id) => (id in monitors ? [[id, monitors[id]]] : []))),
    ...change,
  });

const verdictOf = ({ finding }: Judgement) =>
  finding.kind === 'answer' ? finding.verdicts[0] : finding;

const BOTH = 'monitor[id=a] && monitor[id=b]';

describe('a composite monitor', () => {
  it('asks the monitors that it rests on, their searches in one batch over its own window', async () => {
    const cluster = new FakeCluster();
    cluster.search = (_header, body) => answerOf(body.includes('"id":"a"') ? 3 : 0);
    const monitors = {
      a: other({ plan: compiledMonitor('a').plan, alerts: [alertOf('1'), alertOf('2', 'error')] }),
      b: other({ plan: compiledMonitor('b').plan }),
    };
    const judgement = await ask(composite(BOTH, ['a', 'b']), monitors, { cluster });
    expect(cluster.requests.filter(({ path }) => path === '/_msearch')).toHaveLength(1);
    expect(verdictOf(judgement)).toMatchObject({ groups: [{ triggered: false }] });
    expect(judgement.finding).toMatchObject({
      results: [
        {
          monitors: { a: { triggered: true, error: null }, b: { triggered: false } },
          alertGeneratingMonitors: ['a'],
          monitorIdToAlertIdsMap: { a: ['1'] },
        },
      ],
    });
  });

  it('is not stopped by one that fails, and a problem only where its value depends on it', async () => {
    const monitors = {
      a: other({
        name: 'Disk',
        prepared: failing({ code: 'partial', message: 'Half an answer.' }),
      }),
      b: other({ prepared: says(true) }),
    };
    const either = await ask(composite('monitor[id=a] || monitor[id=b]', ['a', 'b']), monitors);
    expect(verdictOf(either)).toMatchObject({ kind: 'judged', groups: [{ triggered: true }] });
    expect(verdictOf(await ask(composite(BOTH, ['a', 'b']), monitors))).toEqual({
      triggerId: 't',
      kind: 'problem',
      problem: { code: 'partial', message: 'Disk: Half an answer.' },
    });
  });

  it.each([
    ['is not there', {}, 'no_monitor'],
    [
      'nobody has adopted',
      {
        b: other({ plan: { kind: 'problem', problem: { code: 'needs_adoption', message: 'x' } } }),
      },
      'needs_adoption',
    ],
    [
      'is a composite one itself',
      { b: other({ type: 'composite_monitor' }) },
      'composite_in_composite',
    ],
    [
      'throws',
      {
        b: other({
          prepared: {
            judge: async () => {
              throw new WatchkeeperError('forbidden', 'No.');
            },
          },
        }),
      },
      'forbidden',
    ],
  ])(
    'does not know of a monitor that %s',
    async (_what, monitors: Record<string, OtherMonitor>, code) => {
      const answer = await ask(composite(BOTH, ['a', 'b']), {
        a: other({ prepared: says(true) }),
        ...monitors,
      });
      expect(verdictOf(answer)).toMatchObject({ kind: 'problem', problem: { code } });
    }
  );

  it('does not know of one of whose triggers none fires and one failed', async () => {
    const half: Prepared = {
      judge: async () => ({
        finding: {
          kind: 'answer',
          results: [],
          verdicts: [
            { triggerId: 'x', kind: 'judged', groups: [] },
            { triggerId: 'y', kind: 'problem', problem: { code: 'script', message: 'Oops.' } },
          ],
        },
      }),
    };
    const answer = await ask(composite('monitor[id=a]', ['a']), { a: other({ prepared: half }) });
    expect(verdictOf(answer)).toMatchObject({ kind: 'problem', problem: { code: 'script' } });
  });

  it.each(['too_busy', 'cluster_unreachable'] as const)(
    'is run again when the cluster is %s: nothing is known then',
    async (code) => {
      const prepared: Prepared = {
        judge: async () => {
          throw new WatchkeeperError(code, 'Not now.');
        },
      };
      await expect(
        ask(composite('monitor[id=a]', ['a']), { a: other({ prepared }) })
      ).rejects.toMatchObject({ code });
    }
  );

  it('keeps for each monitor a memory of its own, and drops that of those that are gone', async () => {
    const seen: unknown[] = [];
    const counting: Prepared = {
      judge: async ({ memory }) => {
        seen.push(memory);
        return judged(true, { read: 2 });
      },
    };
    const monitors = {
      a: other({ prepared: counting }),
      b: other({ prepared: failing({ code: 'partial', message: 'x' }) }),
    };
    const answer = await ask(composite(BOTH, ['a', 'b']), monitors, {
      memory: { a: { read: 1 }, b: { read: 7 }, gone: { read: 9 } },
    });
    expect(seen).toEqual([{ read: 1 }]);
    const { finding } = answer;
    expect(finding.kind === 'answer' && finding.memory).toEqual({ a: { read: 2 }, b: { read: 7 } });
    const plain = await ask(composite('monitor[id=a]', ['a']), {
      a: other({ prepared: says(true) }),
    });
    expect(plain.finding).not.toHaveProperty('memory');
  });
});
