import { doneRunSample, monitorSample } from '../testing/samples';
import { evaluateLocally } from './condition_evaluation';
import { newTrigger } from './new_monitor';

const evaluate = (source: string, done = doneRunSample()) =>
  evaluateLocally({
    monitorId: 'm1',
    monitor: monitorSample(),
    trigger: { ...newTrigger([]), condition: { script: { source, lang: 'painless' } } },
    done,
  });

describe('a condition in the editor', () => {
  it('comes to true or false on the last run', () => {
    expect(evaluate('ctx.results[0].hits.total.value > 1')).toMatchObject({
      kind: 'value',
      value: 'true',
      triggered: true,
    });
    expect(evaluate('ctx.results[0].hits.total.value > 2')).toMatchObject({ triggered: false });
  });

  it('keeps the types of numbers that the cluster sent', () => {
    expect(evaluate('ctx.results[0].hits.hits[0]._source.latency / 2 == 2.5')).toMatchObject({
      triggered: true,
    });
  });

  it('says where it cannot be read, with or without a run', () => {
    const broken = { kind: 'error', line: 1, column: 6 };
    expect(evaluate('ctx ==')).toMatchObject({ kind: 'error', line: 1 });
    expect(
      evaluateLocally({
        monitorId: '',
        monitor: monitorSample(),
        trigger: {
          ...newTrigger([]),
          condition: { script: { source: '(1 + ', lang: 'painless' } },
        },
        done: null,
      }).kind
    ).toBe(broken.kind);
  });

  it('refuses a value that is neither true nor false', () => {
    expect(evaluate('ctx.results[0].hits.total.value')).toMatchObject({ kind: 'error' });
  });

  it('leaves to the cluster what the interpreter does not know', () => {
    expect(evaluate('ctx.monitor.name =~ /Pod/').kind).toBe('unknown');
  });
});
