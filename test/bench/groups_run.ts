import { parseLossless } from '../../common/json/lossless';
import { readAggregations } from '../../common/monitors/bucket_level/aggregations';
import { compileBucketTrigger } from '../../common/monitors/bucket_level/condition';
import { judgeBuckets } from '../../common/monitors/bucket_level/judge';
import { locateBuckets } from '../../common/monitors/bucket_level/locate';
import { monitorSchema } from '../../common/monitors/monitor';
import { emptyState } from '../../common/monitors/state';
import type { MonitorState } from '../../common/monitors/state';
import { stepMonitor } from '../../common/monitors/step';
import { percentile } from './run_statistics';

/**
 * What the groups of one monitor cost to judge and to step: pure, without a cluster. A process of its own, bundled as the
 * server is; prints one line of JSON.
 */

const GROUPS = Number(process.env.BENCH_GROUPS ?? 10_000);
const WARM_UP = 3;
const ROUNDS = WARM_UP + 12;

const AGGREGATIONS = {
  groups: {
    composite: {
      size: 1000,
      sources: [
        { host: { terms: { field: 'host' } } },
        { service: { terms: { field: 'service' } } },
      ],
    },
    aggs: { latency: { avg: { field: 'latency' } } },
  },
};

const TRIGGER = {
  id: 't',
  name: 'slow',
  severity: '1',
  condition: {
    parent_bucket_path: 'groups',
    buckets_path: { count: '_count', latency: 'latency' },
    script: { source: 'params.count > 5 && params.latency > 100' },
  },
  actions: [],
};

const monitorOf = (trigger: object) =>
  monitorSchema.parse({
    name: 'Latency by service',
    enabled: true,
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    monitor_type: 'bucket_level_monitor',
    inputs: [{ search: { indices: ['spans-*'], query: JSON.stringify({ aggs: AGGREGATIONS }) } }],
    triggers: [{ bucket_level_trigger: { ...TRIGGER, ...trigger } }],
  });

/** The raw answer of the cluster. */
const answerOf = (latency: number): string => {
  const buckets = Array.from({ length: GROUPS }, (_, i) =>
    JSON.stringify({
      key: { host: `host-${i % 100}`, service: `service-${i}` },
      doc_count: 10 + (i % 7),
      latency: { value: latency + (i % 50) + 0.5 },
    })
  );
  return `{"took":5,"hits":{"total":{"value":${GROUPS * 10},"relation":"eq"},"hits":[]},"aggregations":{"groups":{"buckets":[${buckets.join(',')}]}}}`;
};

const FIRING = answerOf(200);
const QUIET = answerOf(20);

/** Microseconds of CPU of this process. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** One monitor from run to run, with what each part of a run cost. */
class Bench {
  state: MonitorState = emptyState('m1', 0);
  private end = 60_000;
  private readonly monitor;
  private readonly program;

  constructor(trigger: object) {
    this.monitor = monitorOf(trigger);
    const [wrapped] = this.monitor.triggers;
    if (!('bucket_level_trigger' in wrapped)) throw new Error('Not the monitor of this bench.');
    const program = compileBucketTrigger(
      wrapped.bucket_level_trigger,
      readAggregations({ aggs: AGGREGATIONS })
    );
    if (program.kind !== 'ready') throw new Error(program.message);
    this.program = program;
  }

  run(raw: string) {
    const begun = cpu();
    const response = parseLossless(raw) as Record<string, unknown>;
    const parsed = cpu();
    const { buckets } = locateBuckets(response, this.program.steps);
    const open = new Set(this.state.alerts.map(({ group_key: key = '' }) => key));
    const judged = judgeBuckets(this.program, buckets, open);
    if (judged.kind !== 'judged') throw new Error(JSON.stringify(judged));
    const evaluated = cpu();
    const window = { start: this.end - 60_000, end: this.end };
    const done = stepMonitor({
      ...{ monitorId: 'm1', monitor: this.monitor, state: this.state, window },
      now: this.end + 100,
      finding: {
        kind: 'answer',
        results: [response],
        verdicts: [{ triggerId: 't', kind: 'judged', groups: judged.groups }],
      },
    });
    const stepped = cpu();
    this.end += 60_000;
    this.state = done.next ?? this.state;
    return {
      parse: parsed - begun,
      judge: evaluated - parsed,
      step: stepped - evaluated,
      events: done.delta?.events.length ?? 0,
      messages: done.delta?.messages.length ?? 0,
      written: done.next !== undefined,
    };
  }
}

const PHASES = [
  { name: 'all begin to fire', raw: FIRING },
  { name: 'all fire, nothing changes', raw: FIRING },
  { name: 'all recover', raw: QUIET },
  { name: 'none fires, nothing changes', raw: QUIET },
];

const ACTION = {
  id: 'a',
  name: 'Tell',
  destination_id: 'd',
  message_template: { source: '{{ctx.alert.group.service}}: {{ctx.alert.peak}}' },
};

const VARIANTS = [
  { name: 'without policies', trigger: {}, rounds: ROUNDS },
  {
    name: 'with flapping looked for',
    trigger: { flapping: { changes: 3, of: 6 } },
    rounds: ROUNDS,
  },
  { name: 'with a message for each alert', trigger: { actions: [ACTION] }, rounds: WARM_UP + 3 },
];

type Part = 'parse' | 'judge' | 'step';

export interface PhaseCosts {
  variant: string;
  phase: string;
  groups: number;
  /** Microseconds of CPU a group: the median of the rounds. */
  costs: Record<Part, number>;
  /** In the last round. */
  events: number;
  messages: number;
  written: boolean;
}

const measured = ({ name: variant, trigger, rounds }: (typeof VARIANTS)[number]): PhaseCosts[] => {
  const runs = Array.from({ length: rounds }, () => {
    const bench = new Bench(trigger);
    return PHASES.map(({ raw }) => bench.run(raw));
  });
  return PHASES.map(({ name: phase }, i) => {
    const median = (part: Part) =>
      percentile(
        runs.slice(WARM_UP).map((run) => run[i][part]),
        0.5
      ) / GROUPS;
    const { events, messages, written } = runs[rounds - 1][i];
    const costs = { parse: median('parse'), judge: median('judge'), step: median('step') };
    return { variant, phase, groups: GROUPS, costs, events, messages, written };
  });
};

process.stdout.write(JSON.stringify(VARIANTS.flatMap(measured)));
