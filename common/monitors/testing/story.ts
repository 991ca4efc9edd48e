import type { Alert, AlertState } from '../../alerts/alert';
import { monitorSchema } from '../monitor';
import type { Monitor } from '../monitor';
import { emptyState } from '../state';
import type { MonitorState } from '../state';
import { stepMonitor } from '../step';
import type { StepInput } from '../step_input';
import type { Finding, Step } from '../step';
import type { GroupVerdict, Judged, Verdict } from '../verdict';

export const MINUTE = 60_000;

/** Fields of a trigger as a document has them. */
export type TriggerFields = Record<string, unknown>;

export const action = (fields: Record<string, unknown> = {}) => ({
  id: 'a',
  name: 'Tell',
  destination_id: 'd1',
  subject_template: { source: '{{ctx.trigger.name}}' },
  message_template: { source: '{{ctx.alert.state}} {{ctx.alert.value}}' },
  ...fields,
});

export const queryMonitor = (triggers: TriggerFields[], fields: TriggerFields = {}): Monitor =>
  monitorSchema.parse({
    name: 'Errors',
    enabled: true,
    schedule: { period: { interval: 1, unit: 'MINUTES' } },
    monitor_type: 'query_level_monitor',
    inputs: [{ search: { indices: ['logs-*'], query: '{}' } }],
    triggers: triggers.map((trigger) => ({
      query_level_trigger: {
        id: 't',
        name: 'too many',
        severity: '2',
        condition: { script: { source: 'true' } },
        actions: [],
        ...trigger,
      },
    })),
    ...fields,
  });

export const bucketMonitor = (triggers: TriggerFields[], fields: TriggerFields = {}): Monitor =>
  monitorSchema.parse({
    ...queryMonitor([]),
    monitor_type: 'bucket_level_monitor',
    triggers: triggers.map((trigger) => ({
      bucket_level_trigger: {
        id: 't',
        name: 'too many',
        severity: '2',
        condition: {
          parent_bucket_path: 'hosts',
          buckets_path: { count: '_count' },
          script: { source: 'params.count > 1' },
        },
        actions: [],
        ...trigger,
      },
    })),
    ...fields,
  });

/** What a run says of the one group of a trigger. */
export const judged = (triggered: boolean, more: Partial<GroupVerdict> = {}): Judged => ({
  triggerId: 't',
  kind: 'judged',
  groups: [{ key: '', triggered, value: String(triggered), ...more }],
});

/** What a run says of several groups: those that are named are true, but for `-name`. */
export const groups = (names: string, more: Partial<Judged> = {}): Judged => ({
  triggerId: 't',
  kind: 'judged',
  groups: names
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => {
      const key = name.replace('-', '');
      return { key, triggered: key === name, group: [{ field: 'host', value: key }] };
    }),
  ...more,
});

export const nothing: Judged = { triggerId: 't', kind: 'judged', groups: [], noData: true };

export const problem = (message = 'No such index') => ({ code: 'boom', message });

export const answer = (...verdicts: Verdict[]): Finding => ({
  kind: 'answer',
  results: [{ hits: { total: { value: 3 } } }],
  verdicts,
});

export const failed = (message?: string): Finding => ({
  kind: 'problem',
  problem: problem(message),
});

/** A monitor through its runs, one after the other, as the runner steps it. */
export class Story {
  state: MonitorState = emptyState('m1', 7);
  end = 0;

  constructor(
    public monitor: Monitor,
    /** What the runs are stepped with beside that. */
    private readonly more: Pick<StepInput, 'follows' | 'baseUrl' | 'templates'> = {}
  ) {}

  /** @param minutes the length of the window */
  run(found: Finding | Verdict, minutes = 1): Step {
    const finding =
      'kind' in found && (found.kind === 'answer' || !('triggerId' in found))
        ? (found as Finding)
        : answer(found as Verdict);
    const start = this.end;
    this.end += minutes * MINUTE;
    const window = { start, end: this.end };
    const { monitor, state } = this;
    const step = stepMonitor({
      ...{ monitorId: 'm1', monitor, state, window, finding },
      now: this.now,
      ...this.more,
    });
    this.state = step.next ?? state;
    return step;
  }

  /** Of the commit of the last run: a little after the window's end. */
  get now(): number {
    return this.end + 5;
  }

  apply(commit: { next?: MonitorState }): void {
    this.state = commit.next ?? this.state;
  }

  /** The state of the alert of a group; undefined: there is none. */
  of(key = ''): AlertState | undefined {
    return this.alert(key)?.state;
  }

  alert(key = ''): Alert | undefined {
    return this.state.alerts.find(({ group_key: group = '' }) => group === key);
  }
}

export const messagesOf = ({ delta }: Step): string[] =>
  (delta?.messages ?? []).map(({ message }) => message);
