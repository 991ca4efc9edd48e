import { compositeMonitorSchema, pplMonitorSchema } from '../../../common/monitors/monitor';
import { compositeResult } from '../../../common/monitors/composite/results';
import type { DelegateOutcome } from '../../../common/monitors/composite/judge';
import { demandNothingRefused } from './refused_in_proof';

const common = {
  name: 'M',
  enabled: true,
  schedule: { period: { interval: 1, unit: 'MINUTES' } },
};

const composite = compositeMonitorSchema.parse({
  ...common,
  monitor_type: 'composite_monitor',
  inputs: [
    {
      composite_input: {
        sequence: {
          delegates: [
            { order: 1, monitor_id: 'a' },
            { order: 2, monitor_id: 'b' },
          ],
        },
      },
    },
  ],
  triggers: [],
});

const outcome = (id: string, code?: string): DelegateOutcome => ({
  ...{ id, name: `Monitor ${id}`, alertIds: [] },
  fires: code ? undefined : true,
  ...(code ? { problem: { code, message: 'No.' } } : {}),
});

const resultsOf = (...outcomes: DelegateOutcome[]) => [
  compositeResult(new Map(outcomes.map((each) => [each.id, each]))),
];

const demand = (...outcomes: DelegateOutcome[]) =>
  demandNothingRefused(composite, {
    kind: 'answer',
    results: resultsOf(...outcomes),
    verdicts: [],
  });

describe('a save', () => {
  it.each(['forbidden', 'security_exception'])(
    'is refused where the author may not ask what another monitor asks (%s)',
    (code) => {
      expect(() => demand(outcome('a'), outcome('b', code))).toThrow(
        expect.objectContaining({
          code: 'forbidden',
          details: {
            problems: [
              {
                field: 'inputs.0.composite_input.sequence.delegates.1.monitor_id',
                message: 'You may not ask what Monitor b asks: No.',
              },
            ],
          },
        })
      );
    }
  );

  it('bears another monitor that fails at the moment', () => {
    expect(() => demand(outcome('a'), outcome('b', 'partial'))).not.toThrow();
  });

  it('is refused where the cluster refuses a condition in PPL, at its field', () => {
    const monitor = pplMonitorSchema.parse({
      ...common,
      monitor_type: 'ppl_monitor',
      inputs: [{ ppl_input: { query: 'source=a' } }],
      triggers: [
        {
          ppl_trigger: {
            ...{ id: 't', name: 'T', severity: '1', actions: [] },
            ...{ type: 'custom', custom_condition: 'where a >' },
          },
        },
      ],
    });
    const problem = { code: 'SyntaxCheckException', message: 'Invalid Query' };
    expect(() =>
      demandNothingRefused(monitor, {
        kind: 'answer',
        results: [],
        verdicts: [{ triggerId: 't', kind: 'problem', problem }],
      })
    ).toThrow(
      expect.objectContaining({
        code: 'cluster_refused',
        details: {
          problems: [
            { field: 'triggers.0.ppl_trigger.custom_condition', message: 'Invalid Query' },
          ],
        },
      })
    );
  });
});
