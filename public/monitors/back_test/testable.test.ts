import { problemsOfMonitor } from '../../../common/monitors/check_monitor';
import { monitorSchema } from '../../../common/monitors/monitor';
import { newAction } from '../editor/new_trigger';
import { monitorSample } from '../testing/samples';
import { canBeTested, testable } from './testable';

const draftWith = (source: string, message = 'x') => {
  const monitor = monitorSample();
  const [{ query_level_trigger: trigger }] = monitor.triggers;
  const actions = [newAction([], 'd1', message)];
  const condition = { script: { source, lang: 'painless' as const } };
  return { ...monitor, triggers: [{ query_level_trigger: { ...trigger, condition, actions } }] };
};

const COUNT = 'ctx.results[0].hits.total.value > 1';

describe('a draft that is to be tested against the past', () => {
  it('may have messages that do not parse yet, and no name', () => {
    const draft = testable({ ...draftWith(COUNT, '{{#open}}'), name: '' });
    expect(canBeTested(draft)).toBe(true);
    expect(problemsOfMonitor(monitorSchema.parse(draft))).toEqual([]);
  });

  it('is not one while its query or its condition would be refused', () => {
    expect(canBeTested(testable(draftWith('ctx.results[0')))).toBe(false);
    const search = { indices: ['logs'], query: '{"query": nothing}' };
    expect(canBeTested(testable({ ...draftWith(COUNT), inputs: [{ search }] }))).toBe(false);
  });
});
