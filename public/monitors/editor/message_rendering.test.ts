import type { Action } from '../../../common/monitors/monitor';
import { emptyState } from '../../../common/monitors/state';
import { stepMonitor } from '../../../common/monitors/step';
import { doneRunSample, monitorSample } from '../testing/samples';
import { renderMessage } from './message_rendering';
import { newAction, newTrigger } from './new_monitor';

const actionWith = (message: string, subject = 'S'): Action => ({
  ...newAction([], 'd1'),
  subject_template: { source: subject, lang: 'mustache' },
  message_template: { source: message, lang: 'mustache' },
});

const render = (action: Action, done = doneRunSample()) => {
  const trigger = { ...newTrigger([]), actions: [action] };
  const monitor = monitorSample({ triggers: [{ query_level_trigger: trigger }] });
  return {
    trigger,
    monitor,
    preview: renderMessage({ monitorId: 'm1', monitor, trigger, action, done }),
  };
};

describe('the preview of a message', () => {
  it('is what a run sends, to the letter', () => {
    const action = actionWith(
      '{{#ctx.results.0.hits.hits}}{{_source.kubernetes.container_name}} {{_source.message}} {{/ctx.results.0.hits.hits}} {{ctx.periodEnd}} {{ctx.alert.state}}',
      '{{ctx.monitor.name}}: {{ctx.trigger.name}}'
    );
    const { trigger, monitor, preview } = render(action);
    const done = doneRunSample();
    const { delta } = stepMonitor({
      monitorId: 'm1',
      monitor,
      state: emptyState('m1', 0),
      window: done.answer.window,
      finding: {
        kind: 'answer',
        results: [done.response],
        verdicts: [
          {
            triggerId: trigger.id,
            kind: 'judged',
            groups: [{ key: '', triggered: true, value: 'true' }],
          },
        ],
      },
      now: done.answer.window.end,
    });
    const [sent] = delta?.messages ?? [];
    expect(preview.rendered).toEqual({ subject: sent.subject, message: sent.message });
    expect(sent.message).toContain('pay <bang> & co');
  });

  it('says where a message does not parse', () => {
    const { preview } = render(actionWith('one\n{{#open}} two'));
    expect(preview.rendered).toBeNull();
    expect(preview.messageProblems).toHaveLength(1);
    expect(preview.messageProblems[0].line).toBeGreaterThanOrEqual(1);
  });

  it('tells a broken subject from a broken message', () => {
    const { preview } = render(actionWith('fine', '{{#open}}'));
    expect(preview.messageProblems).toEqual([]);
    expect(preview.problems).toHaveLength(1);
  });

  it('says that an empty message would not be sent', () => {
    const { preview } = render(actionWith('{{ctx.nothing}} '));
    expect(preview.rendered).toBeNull();
    expect(preview.problems).toHaveLength(1);
  });

  it('warns of a message that begins as JSON and is none', () => {
    const source = '{"n": {{ctx.results.0.hits.total}}}';
    expect(render(actionWith(source)).preview.warning).toContain('line 1, column 8');
    const right = '{"n": {{ctx.results.0.hits.total.value}}}';
    expect(render(actionWith(right)).preview.warning).toBeUndefined();
  });
});
