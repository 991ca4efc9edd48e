import fc from 'fast-check';
import type { Finding } from '../step';
import type { Judged } from '../verdict';
import { action, answer, bucketMonitor, failed, problem } from './story';
import type { TriggerFields } from './story';

/** Whatever can happen to a monitor of one trigger, in any order. */

export const GROUPS = ['a', 'b', 'constructor'];

/** What a run says of a group: true, false, false and not recovered, or nothing at all. */
export type Said = 'true' | 'false' | 'held' | 'absent';

export type Happening =
  | { kind: 'answer'; said: Said[]; leftOut: boolean }
  | { kind: 'no_data' }
  | { kind: 'problem' }
  | { kind: 'trigger_problem' }
  | { kind: 'acknowledge'; which: number; minutes?: number }
  | { kind: 'unacknowledge'; which: number }
  /** The run before once more: quiet times, in which little is written. */
  | { kind: 'again' }
  | { kind: 'edit'; trigger: TriggerFields };

export type Run = Extract<
  Happening,
  { kind: 'answer' | 'no_data' | 'problem' | 'trigger_problem' }
>;

export const isRun = (happening: Happening): happening is Run =>
  ['answer', 'no_data', 'problem', 'trigger_problem'].includes(happening.kind);

const minutes = fc.record({ value: fc.integer({ min: 1, max: 4 }), unit: fc.constant('MINUTES') });

const actions = fc.array(
  fc.record(
    {
      throttle_enabled: fc.boolean(),
      throttle: minutes.chain((length) =>
        fc.constantFrom({ ...length, scope: 'action' }, { ...length, scope: 'alert' }, length)
      ),
      action_execution_policy: fc.constantFrom(
        { action_execution_scope: { per_execution: {} } },
        { action_execution_scope: { per_alert: { actionable_alerts: ['NEW', 'COMPLETED'] } } }
      ),
      recovery_message_template: fc.constant({ source: 'over' }),
    },
    { requiredKeys: [] }
  ),
  { maxLength: 2 }
);

export const triggers: fc.Arbitrary<TriggerFields> = fc
  .record(
    {
      for: minutes,
      keep_firing_for: minutes,
      occurrences: fc.constantFrom({ times: 2, of: 3 }, { times: 1, of: 4 }, { times: 3, of: 3 }),
      flapping: fc.constantFrom({ changes: 2, of: 4 }, { changes: 3, of: 6 }),
      no_data: fc.constantFrom('alert', 'ok', 'keep'),
      severity: fc.constantFrom('1', '2', '3'),
      actions,
    },
    { requiredKeys: [] }
  )
  .map((fields) => ({
    ...fields,
    actions: (fields.actions ?? []).map((each, i) => action({ id: `a${i}`, ...each })),
  }));

const which = fc.nat({ max: 5 });

const runs: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      said: fc.tuple(
        ...GROUPS.map(() =>
          fc.oneof(
            { weight: 4, arbitrary: fc.constant('true' as const) },
            { weight: 4, arbitrary: fc.constantFrom('false' as const, 'absent' as const) },
            { weight: 1, arbitrary: fc.constant('held' as const) }
          )
        )
      ),
      leftOut: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'no_data' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'problem' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'trigger_problem' as const }) }
);

const people: fc.Arbitrary<Happening> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('acknowledge' as const),
      which,
      minutes: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: ['kind', 'which'] }
  ),
  fc.record({ kind: fc.constant('unacknowledge' as const), which })
);

const edits: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constant('edit' as const),
  trigger: triggers,
});

const spelledOut = (all: readonly Happening[]): Happening[] => {
  let last: Happening = { kind: 'no_data' };
  return all.map((happening) => {
    if (isRun(happening)) last = happening;
    return happening.kind === 'again' ? last : happening;
  });
};

export const happenings = (withEdits: boolean) =>
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: runs },
        { weight: 6, arbitrary: fc.constant({ kind: 'again' as const }) },
        { weight: 2, arbitrary: people },
        ...(withEdits ? [{ weight: 1, arbitrary: edits }] : [])
      ),
      { maxLength: 40, size: 'max' }
    )
    .map(spelledOut);

export const monitorOf = (trigger: TriggerFields) => bucketMonitor([trigger]);

const judgedOf = (said: readonly Said[], leftOut: boolean): Judged => ({
  triggerId: 't',
  kind: 'judged',
  groups: GROUPS.flatMap((key, i) =>
    said[i] === 'absent'
      ? []
      : [
          {
            key,
            triggered: said[i] === 'true',
            ...(said[i] === 'held' ? { recovered: false } : {}),
          },
        ]
  ),
  ...(leftOut ? { leftOut: { count: 1, reason: 'Too many.' } } : {}),
});

export const findingOf = (run: Run): Finding => {
  switch (run.kind) {
    case 'answer':
      return answer(judgedOf(run.said, run.leftOut));
    case 'no_data':
      return answer({ triggerId: 't', kind: 'judged', groups: [], noData: true });
    case 'problem':
      return failed();
    case 'trigger_problem':
      return answer({ triggerId: 't', kind: 'problem', problem: problem() });
  }
};
