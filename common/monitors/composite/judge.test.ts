import { chainedAlertTriggerSchema } from '../trigger';
import { chainedCondition, judgeChained } from './judge';
import type { DelegateOutcome } from './judge';

const outcome = (id: string, fires: boolean | undefined): DelegateOutcome => ({
  id,
  name: `Monitor ${id}`,
  fires,
  ...(fires === undefined ? { problem: { code: 'partial', message: `${id} fell over.` } } : {}),
  alertIds: fires ? [`alert of ${id}`] : [],
});

const outcomes = new Map(
  [outcome('yes', true), outcome('no', false), outcome('lost', undefined)].map((each) => [
    each.id,
    each,
  ])
);

const written = (source: string) =>
  source.replace(/\b(yes|no|lost|gone)\b/g, (id) => `monitor[id=${id}]`);

const judge = (
  source: string,
  { recovery, isOpen = true }: { recovery?: string; isOpen?: boolean } = {}
) => {
  const { chained_alert_trigger: trigger } = chainedAlertTriggerSchema.parse({
    chained_alert_trigger: {
      ...{ id: 't', name: 'T', severity: '1', actions: [] },
      condition: { script: { source: written(source) } },
      ...(recovery ? { recovery_condition: { script: { source: written(recovery) } } } : {}),
    },
  });
  return judgeChained(chainedCondition(trigger), outcomes, isOpen);
};

describe('a condition over other monitors', () => {
  it.each([
    ['yes', true],
    ['yes && no', false],
    ['yes && !no', true],
    ['no || yes', true],
    ['lost || yes', true],
    ['lost && no', false],
  ])('%s is %s', (source, triggered) => {
    expect(judge(source)).toMatchObject({
      kind: 'judged',
      groups: [{ key: '', triggered, value: String(triggered) }],
    });
  });

  it('is a problem that names monitor and reason only where it depends on one of which nothing is known', () => {
    expect(judge('lost && yes')).toEqual({
      triggerId: 't',
      kind: 'problem',
      problem: { code: 'partial', message: 'Monitor lost: lost fell over.' },
    });
    expect(judge('lost || gone')).toMatchObject({
      kind: 'problem',
      problem: {
        code: 'delegate_unknown',
        message: expect.stringContaining('names the monitor gone'),
      },
    });
  });

  it('carries the alerts behind it: of those that it names and that fire', () => {
    expect(judge('yes || no')).toMatchObject({
      groups: [{ content: { kind: 'alerts', alert_ids: ['alert of yes'], monitor_ids: ['yes'] } }],
    });
    expect(judge('!no')).toMatchObject({
      groups: [{ content: { alert_ids: [], monitor_ids: [] } }],
    });
  });

  it('asks for the recovery of an open alert, and only then', () => {
    expect(judge('no', { recovery: '!yes' })).toMatchObject({ groups: [{ recovered: false }] });
    expect(judge('no', { recovery: 'yes' })).toMatchObject({ groups: [{ recovered: true }] });
    expect(judge('no', { recovery: 'lost' })).toMatchObject({ kind: 'problem' });
    expect(judge('no', { recovery: 'lost', isOpen: false })).toMatchObject({ kind: 'judged' });
    expect(judge('yes', { recovery: 'lost' })).toMatchObject({ kind: 'judged' });
  });

  it('that does not parse says where', () => {
    expect(judge('yes &&')).toMatchObject({
      problem: { code: 'syntax', message: expect.stringContaining('line 1, column 19') },
    });
  });
});
