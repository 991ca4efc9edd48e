import { acknowledge } from '../alerts/acknowledge';
import { unacknowledge } from '../alerts/unacknowledge';
import { Story, action, bucketMonitor, groups, judged, messagesOf } from './testing/story';
import { queryMonitor } from './testing/story';
import type { TriggerFields } from './testing/story';

const perAlert = (...categories: string[]) => ({
  action_execution_policy: {
    action_execution_scope: { per_alert: { actionable_alerts: categories } },
  },
});
const perExecution = {
  action_execution_policy: { action_execution_scope: { per_execution: {} } },
};
const minutes = (value: number) => ({ value, unit: 'MINUTES' });
const template = (source: string) => ({ message_template: { source } });

const query = (fields: TriggerFields = {}, trigger: TriggerFields = {}) =>
  new Story(queryMonitor([{ ...trigger, actions: [action(fields)] }]));
const bucket = (fields: TriggerFields = {}, trigger: TriggerFields = {}) =>
  new Story(bucketMonitor([{ ...trigger, actions: [action(fields)] }]));

const acknowledgeAll = (told: Story) => {
  const ids = told.state.alerts.map(({ id }) => id);
  told.apply(acknowledge(told.state, ids, 'kim', told.now));
};

describe('which alerts are told of', () => {
  const story = (fields: TriggerFields) => {
    const told = query({ ...template('{{ctx.alert.state}}'), ...fields });
    return [true, true, false].map((fires) => messagesOf(told.run(judged(fires))).length);
  };

  it('are new ones and those that go on, without a word about the end, as in OpenSearch', () => {
    expect(story({})).toEqual([1, 1, 0]);
  });

  it('are those of the categories that the action names', () => {
    expect(story(perAlert('NEW'))).toEqual([1, 0, 0]);
    expect(story(perAlert('DEDUPED'))).toEqual([0, 1, 0]);
    expect(story(perAlert('NEW', 'COMPLETED'))).toEqual([1, 0, 1]);
    expect(story(perAlert('COMPLETED', 'COMPLETED'))).toEqual([0, 0, 1]);
  });

  it('are those that have ended, too, where the author wrote a message for them', () => {
    const recovery = { recovery_message_template: { source: 'over' } };
    expect(story(recovery)).toEqual([1, 1, 1]);
    expect(story({ ...perAlert('NEW'), ...recovery })).toEqual([1, 0, 1]);
  });

  it('are none that were only pending', () => {
    const told = query(perAlert('NEW', 'DEDUPED', 'COMPLETED'), { for: minutes(5) });
    const sent = [true, true, false].map((fires) => messagesOf(told.run(judged(fires))));
    expect(sent).toEqual([[], [], []]);
  });

  it('are none of runs in which the condition is not true, although the alert stays', () => {
    const told = query({}, { keep_firing_for: minutes(5) });
    told.run(judged(true));
    expect(messagesOf(told.run(judged(false)))).toEqual([]);
  });
});

describe('the message of an alert that has ended', () => {
  const ended = (fields: TriggerFields, of = query) => {
    const told = of({ ...perAlert('NEW', 'COMPLETED'), ...fields });
    const one = (fires: boolean, measure: number) =>
      of === query ? judged(fires, { measure }) : groups(fires ? 'web' : '-web');
    told.run(one(true, 7));
    told.run(one(true, 12));
    const [message] = told.run(one(false, 0)).delta?.messages ?? [];
    return message;
  };

  it('says how long it took, and the peak, where the author wrote nothing', () => {
    expect(ended({})).toMatchObject({
      subject: 'Recovered: too many',
      message: 'too many of monitor Errors is over. It lasted 2 min. The peak was 12.',
      alert_ids: ['m1.1.0'],
    });
  });

  it('is the author’s own, with what the built-in one says', () => {
    const { subject, message } = ended({
      recovery_subject_template: { source: 'OK {{ctx.trigger.name}}' },
      recovery_message_template: {
        source: '{{ctx.alert.state}} {{ctx.alert.duration_seconds}} s, {{ctx.alert.peak}}',
      },
    });
    expect(subject).toBe('OK too many');
    expect(message).toBe('COMPLETED 120 s, 12');
  });

  it('has a subject of its own where only the message was written, and the other way round', () => {
    expect(ended({ recovery_message_template: { source: 'over' } })).toMatchObject({
      subject: 'Recovered: too many',
      message: 'over',
    });
    expect(ended({ recovery_subject_template: { source: 'OK' } })).toMatchObject({
      subject: 'OK',
      message: expect.stringContaining('is over'),
    });
  });

  it('is made of the action’s own template where that names ended alerts', () => {
    const source = '{{#ctx.completedAlerts}}{{state}}{{/ctx.completedAlerts}}';
    expect(ended(template(source))).toMatchObject({ subject: 'too many', message: 'COMPLETED' });
  });

  it('is made of the action’s own template of a bucket-level monitor, as in OpenSearch', () => {
    expect(ended(template('{{ctx.alert.state}} {{ctx.alert.group.host}}'), bucket).message).toBe(
      'COMPLETED web'
    );
  });

  it('is JSON where the action’s own message is', () => {
    const { message } = ended(template('{"a": 1}'));
    expect(JSON.parse(message)).toEqual({ text: expect.stringContaining('is over') });
  });

  it('goes out at once, also of an alert that was acknowledged or is throttled', () => {
    const told = query({
      ...perAlert('NEW', 'DEDUPED', 'COMPLETED'),
      ...{ throttle_enabled: true, throttle: minutes(60) },
    });
    told.run(judged(true));
    acknowledgeAll(told);
    told.run(judged(true));
    expect(messagesOf(told.run(judged(false)))).toHaveLength(1);
  });
});

describe('one message a run', () => {
  const lists =
    '{{#ctx.newAlerts}}+{{bucket_keys}} {{/ctx.newAlerts}}{{#ctx.dedupedAlerts}}={{bucket_keys}} {{/ctx.dedupedAlerts}}{{#ctx.completedAlerts}}-{{bucket_keys}} {{/ctx.completedAlerts}}';

  it('has the three lists of alerts, and goes out when only ends are left', () => {
    const told = bucket({ ...perExecution, ...template(lists) });
    const sent = ['a b', 'b c', '', ''].map((names) => messagesOf(told.run(groups(names))));
    expect(sent).toEqual([['+a +b '], ['+c =b -a '], ['-b -c '], []]);
    expect(told.run(groups('a b')).delta?.messages[0].alert_ids).toEqual(['m1.4.0', 'm1.4.1']);
  });

  it('does not tell of ends with words that say that it fires', () => {
    const fields = { ...perExecution, ...template('It fires') };
    const told = query(fields);
    told.run(judged(true));
    expect(messagesOf(told.run(judged(false)))).toEqual([]);

    const own = query({ ...fields, recovery_message_template: { source: 'over' } });
    own.run(judged(true));
    expect(messagesOf(own.run(judged(false)))).toEqual(['over']);
  });

  it('is throttled as a whole, but tells of ends at once', () => {
    const throttle = { throttle_enabled: true, throttle: minutes(10) };
    const told = bucket({ ...perExecution, ...template(lists), ...throttle });
    told.run(groups('a b'));
    const { triggers, delta } = told.run(groups('b c'));
    expect(delta?.messages.map(({ message }) => message)).toEqual(['-a ']);
    expect(triggers[0].actions?.map(({ outcome }) => outcome)).toEqual(['held_back', 'queued']);
  });

  it('is held back where every alert is acknowledged, and says so', () => {
    const told = bucket({ ...perExecution, ...template(lists) });
    told.run(groups('a b'));
    acknowledgeAll(told);
    const { next, triggers } = told.run(groups('a b'));
    expect(next).toBeUndefined();
    expect(triggers[0].actions).toMatchObject([
      { outcome: 'held_back', reason: 'The alert is acknowledged by kim.', count: 2 },
    ]);
  });

  it('names the one alert where there is one', () => {
    const told = bucket({ ...perExecution, ...template('{{ctx.alert.group.host}}!') });
    expect(messagesOf(told.run(groups('a')))).toEqual(['a!']);
    expect(messagesOf(told.run(groups('a b')))).toEqual(['!']);
  });
});

describe('a throttle', () => {
  const counted = template('{{ctx.alert.throttled_count}}');

  it('says in the next message how many it held back, and begins to count anew', () => {
    const told = query({ ...counted, throttle_enabled: true, throttle: minutes(3) });
    const sent = Array.from({ length: 8 }, () => messagesOf(told.run(judged(true))));
    expect(sent).toEqual([['0'], [], [], ['2'], [], [], ['2'], []]);
  });

  it('takes any unit', () => {
    const throttle = { value: 90, unit: 'SECONDS' };
    const told = query({ ...counted, throttle_enabled: true, throttle });
    const sent = Array.from({ length: 4 }, () => messagesOf(told.run(judged(true))).length);
    expect(sent).toEqual([1, 0, 1, 0]);
  });

  it('of an alert leaves the others alone', () => {
    const told = bucket({ ...counted, throttle_enabled: true, throttle: minutes(3) });
    told.run(groups('a'));
    const { triggers, delta } = told.run(groups('a b'));
    expect(delta?.messages).toHaveLength(1);
    expect(triggers[0].actions?.map(({ outcome }) => outcome)).toEqual(['queued', 'held_back']);
  });

  it('of an action is for all alerts together, also for the next ones', () => {
    const throttle = { ...minutes(3), scope: 'action' };
    const told = bucket({ ...counted, throttle_enabled: true, throttle });
    const sent = ['a b c', '', 'd', 'd'].map((names) => messagesOf(told.run(groups(names))));
    expect(sent).toEqual([['0'], [], [], ['3']]);
  });

  it('is forgotten with its action', () => {
    const fields = { throttle_enabled: true, throttle: { ...minutes(3), scope: 'action' } };
    const told = query(fields);
    told.run(judged(true));
    expect(Object.keys(told.state.throttles ?? {})).toEqual(['t/a']);
    told.monitor = queryMonitor([{ actions: [action({ id: 'b' })] }]);
    told.run(judged(true));
    expect(told.state.throttles).toEqual({});
  });

  it('writes what it held back into the state alone', () => {
    const told = query({ throttle_enabled: true, throttle: minutes(9) });
    told.run(judged(true));
    const { next, delta } = told.run(judged(true));
    expect(delta).toBeUndefined();
    expect(next?.alerts[0].action_execution_results).toMatchObject([{ throttled_count: 1 }]);
  });

  it('does not hold back what has become more severe', () => {
    const fields = { throttle_enabled: true, throttle: minutes(60) };
    const told = query(fields);
    told.run(judged(true));
    told.monitor = queryMonitor([{ severity: '1', actions: [action(fields)] }]);
    expect(messagesOf(told.run(judged(true)))).toHaveLength(1);
    expect(messagesOf(told.run(judged(true)))).toHaveLength(0);
  });

  it('does not begin with a message that could not be made', () => {
    const told = query({
      ...template('{{#ctx.alert.flag}}x{{/ctx.alert.flag}}'),
      ...{ throttle_enabled: true, throttle: { ...minutes(60), scope: 'action' } },
    });
    for (let i = 0; i < 2; i++) {
      expect(told.run(judged(true)).triggers[0].actions).toMatchObject([{ outcome: 'error' }]);
    }
  });
});

describe('an acknowledged alert', () => {
  it('is told of again when the acknowledgement is taken back, and others never stop', () => {
    const told = bucket(template('{{ctx.alert.group.host}}'));
    told.run(groups('a'));
    acknowledgeAll(told);
    expect(messagesOf(told.run(groups('a b')))).toEqual(['b']);
    told.apply(unacknowledge(told.state, ['m1.1.0'], 'kim', told.now));
    expect(messagesOf(told.run(groups('a b')))).toEqual(['a', 'b']);
  });

  it('and a throttled one are different reasons on the run', () => {
    const told = bucket({ throttle_enabled: true, throttle: minutes(60) });
    told.run(groups('a'));
    acknowledgeAll(told);
    told.run(groups('a b c'));
    expect(told.run(groups('a b c')).triggers[0].actions).toMatchObject([
      { reason: 'The alert is acknowledged by kim.' },
      { reason: expect.stringContaining('Throttled until'), count: 2 },
    ]);
  });
});
