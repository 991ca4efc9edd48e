import { MINUTE, Story, action, failed, judged, messagesOf, problem } from './testing/story';
import { queryMonitor } from './testing/story';
import type { TriggerFields } from './testing/story';
import type { Verdict } from './verdict';

const bad: Verdict = { triggerId: 't', kind: 'problem', problem: problem('cannot access [x]') };

const told = (trigger: TriggerFields = {}, fields: TriggerFields = {}) =>
  new Story(queryMonitor([{ actions: [action()], ...trigger }], fields));

const receivers = (step: ReturnType<Story['run']>) =>
  (step.delta?.messages ?? []).map(({ destination_id: id, subject }) => `${id} ${subject}`);

describe('a run that fails', () => {
  it('is told of once, after three in a row, and told again when it is over', () => {
    const story = told();
    const sent = Array.from({ length: 6 }, () => receivers(story.run(failed())));
    expect(sent).toEqual([[], [], ['d1 Error: Errors'], [], [], []]);
    expect(receivers(story.run(judged(false)))).toEqual(['d1 Works again: Errors']);
    expect(story.state.alerts).toEqual([]);
  });

  it('is told of after as many runs as the monitor says, or never', () => {
    const soon = told({}, { error_policy: { notify: true, after: 1 } });
    expect(receivers(soon.run(failed()))).toHaveLength(1);

    const late = told({}, { error_policy: { notify: true, after: 12 } });
    const sent = Array.from({ length: 13 }, () => receivers(late.run(failed())).length);
    expect(sent).toEqual([...Array.from({ length: 11 }, () => 0), 1, 0]);

    const never = told({}, { error_policy: { notify: false, after: 1 } });
    expect(receivers(never.run(failed()))).toEqual([]);
  });

  it('says nothing of an error that was over before anybody was told', () => {
    const story = told();
    story.run(failed());
    expect(receivers(story.run(judged(false)))).toEqual([]);
  });

  it('counts from the beginning after it has worked', () => {
    const story = told();
    for (let i = 0; i < 2; i++) story.run(failed());
    story.run(judged(false));
    for (let i = 0; i < 2; i++) expect(receivers(story.run(failed()))).toEqual([]);
    expect(receivers(story.run(failed()))).toHaveLength(1);
  });

  it('is told to each destination once, whatever number of actions use it', () => {
    const story = new Story(
      queryMonitor([
        { id: 't', actions: [action(), action({ id: 'b' })] },
        { id: 'u', actions: [action({ destination_id: 'd2' }), action({ id: 'c' })] },
      ])
    );
    story.run(failed());
    story.run(failed());
    const step = story.run(failed('No such index'));
    expect(receivers(step).sort()).toEqual(['d1 Error: Errors', 'd2 Error: Errors']);
    expect(messagesOf(step)[0]).toBe(
      'Monitor Errors cannot be evaluated. It has failed 3 times in a row. The last time: No such index'
    );
  });

  it('speaks JSON where the receiver of the action takes JSON', () => {
    const story = told(
      { actions: [action({ message_template: { source: '{"a": "{{ctx.alert.state}}"}' } })] },
      { error_policy: { notify: true, after: 1 } }
    );
    const [message] = messagesOf(story.run(failed('a "quote"')));
    expect(JSON.parse(message)).toEqual({ text: expect.stringContaining('a "quote"') });
  });

  it('is one alert that knows the newest reason, and writes nothing once it is known', () => {
    const story = told();
    for (let i = 0; i < 12; i++) story.run(failed('one'));
    expect(story.run(failed('one')).next).toBeUndefined();
    expect(story.run(failed('two')).delta?.alerts).toMatchObject([
      { state: 'error', error_message: 'two', told: true },
    ]);
    expect(story.state.alerts).toHaveLength(1);
    expect(story.state.failures).toBe(10);
  });

  it('leaves every alert as it is, and its timers', () => {
    const story = told({ keep_firing_for: { value: 2, unit: 'MINUTES' } });
    story.run(judged(true));
    story.run(judged(false));
    story.run(failed());
    story.run(failed());
    expect(story.of()).toBe('active');
    expect(story.alert()?.false_since).toBe(2 * MINUTE);
    story.run(judged(false));
    expect(story.of()).toBeUndefined();
  });
});

describe('a condition that fails', () => {
  it('has an error of its trigger, and its alert goes on as it was when that is over', () => {
    const story = told();
    story.run(judged(true));
    story.run(bad);
    expect(story.state.alerts.map(({ state }) => state)).toEqual(['active', 'error']);
    story.run(judged(true));
    story.run(judged(true));
    expect(story.state.alerts.map(({ id, state }) => [id, state])).toEqual([['m1.1.0', 'active']]);
  });

  it('is told of to the destinations of its trigger', () => {
    const story = new Story(
      queryMonitor([
        { id: 't', actions: [action()] },
        { id: 'u', name: 'other', actions: [action({ destination_id: 'd2' })] },
      ])
    );
    const both: Verdict[] = [bad, { ...judged(false), triggerId: 'u' }];
    const run = () => story.run({ kind: 'answer', results: [], verdicts: both });
    run();
    run();
    expect(receivers(run())).toEqual(['d1 Error: too many']);
  });

  it('stands beside an error of the whole monitor', () => {
    const story = told();
    story.run(bad);
    story.run(failed());
    expect(story.state.alerts.map(({ trigger_id }) => trigger_id)).toEqual(['t', '']);
    story.run(bad);
    expect(story.state.alerts.map(({ trigger_id }) => trigger_id)).toEqual(['t']);
  });
});
