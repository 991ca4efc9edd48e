import { acknowledge } from '../alerts/acknowledge';
import { MINUTE, Story, action, bucketMonitor, groups, judged } from './testing/story';
import { messagesOf, nothing, queryMonitor } from './testing/story';
import type { TriggerFields } from './testing/story';

const story = (trigger: TriggerFields) => new Story(queryMonitor([trigger]));
const states = ({ state: { alerts } }: Story) => alerts.map(({ state }) => state);
const firing = { source: 'Too many: {{ctx.alert.value}}' };
const everything = {
  message_template: firing,
  action_execution_policy: {
    action_execution_scope: { per_alert: { actionable_alerts: ['NEW', 'COMPLETED'] } },
  },
};

describe('no_data: alert', () => {
  it('raises one alert beside those of the groups, which stay, and ends it when there is data', () => {
    const told = story({ no_data: 'alert' });
    told.run(judged(true));
    told.run(nothing);
    expect(states(told)).toEqual(['active', 'no_data']);
    expect(told.run(nothing).next).toBeUndefined();
    const { delta } = told.run(judged(true));
    expect(delta?.events).toMatchObject([
      { from: 'no_data', to: 'completed', reason: 'There is data again.' },
    ]);
    expect(states(told)).toEqual(['active']);
    expect(told.state.alerts[0].id).toBe('m1.1.0');
  });

  it('does not wait for a run that failed to say whether there is data', () => {
    const told = story({ no_data: 'alert' });
    told.run(nothing);
    told.run({ kind: 'problem', problem: { code: 'boom', message: 'No' } });
    expect(states(told)).toEqual(['no_data', 'error']);
  });

  it('says that there is no data, and not what the message of the condition would say', () => {
    const told = story({ no_data: 'alert', actions: [action(everything)] });
    expect(messagesOf(told.run(nothing))).toEqual([
      'Monitor Errors finds no data for too many, since 1970-01-01 00:01:00 UTC.',
    ]);
    told.run(nothing);
    const [message] = told.run(judged(false)).delta?.messages ?? [];
    expect(message).toMatchObject({
      subject: 'Data again: too many',
      message: 'Monitor Errors finds data for too many again. There was none for 2 min.',
    });
  });

  it('leaves it to a message that knows of missing data', () => {
    const message = '{{ctx.alert.state}} {{#ctx.alert.no_data}}nothing{{/ctx.alert.no_data}}';
    const told = story({
      no_data: 'alert',
      actions: [action({ message_template: { source: message } })],
    });
    expect(messagesOf(told.run(nothing))).toEqual(['NO_DATA nothing']);
  });

  it('can be acknowledged again and again, each time until its end', () => {
    const told = story({ no_data: 'alert', actions: [action()] });
    told.run(nothing);
    for (let i = 0; i < 2; i++) {
      const { id } = told.state.alerts[0];
      told.apply(acknowledge(told.state, [id], 'kim', told.now, { until: told.now + MINUTE }));
      expect(states(told)).toEqual(['acknowledged']);
      const { delta } = told.run(nothing);
      expect(delta?.events).toMatchObject([{ from: 'acknowledged', to: 'no_data' }]);
      expect(delta?.messages).toHaveLength(1);
    }
    const { id } = told.state.alerts[0];
    told.apply(acknowledge(told.state, [id], 'kim', told.now));
    for (let i = 0; i < 3; i++) expect(told.run(nothing).next).toBeUndefined();
  });

  it('takes over a severity that has risen once', () => {
    const told = story({ no_data: 'alert' });
    told.run(nothing);
    told.apply(acknowledge(told.state, [told.state.alerts[0].id], 'kim', told.now));
    told.monitor = queryMonitor([{ no_data: 'alert', severity: '1' }]);
    told.run(nothing);
    expect(told.state.alerts).toMatchObject([{ state: 'no_data', severity: '1' }]);
    told.apply(acknowledge(told.state, [told.state.alerts[0].id], 'kim', told.now));
    told.run(nothing);
    expect(states(told)).toEqual(['acknowledged']);
  });
});

describe('no_data: ok', () => {
  it('counts as false for every group, with their policies', () => {
    const told = new Story(bucketMonitor([{ no_data: 'ok', occurrences: { times: 1, of: 2 } }]));
    told.run(groups('a b'));
    told.run(nothing);
    expect(told.state.tracks).toEqual({ t: { a: '10', b: '10' } });
    expect(states(told)).toEqual(['active', 'active']);
    told.run(nothing);
    expect(states(told)).toEqual([]);
  });
});

describe('no_data: keep', () => {
  it('leaves everything as it is', () => {
    const told = story({ no_data: 'keep', occurrences: { times: 1, of: 2 } });
    told.run(judged(true));
    expect(told.run(nothing).next).toBeUndefined();
    expect(states(told)).toEqual(['active']);
  });
});

describe('a policy that is changed', () => {
  it.each(['ok', 'keep', undefined])('to %s ends the alert of missing data', (policy) => {
    const told = story({ no_data: 'alert' });
    told.run(nothing);
    told.monitor = queryMonitor([policy ? { no_data: policy } : {}]);
    expect(told.run(nothing).delta?.events).toMatchObject([
      { to: 'completed', reason: 'The trigger does not ask for missing data any more.' },
    ]);
  });
});

describe('without a policy', () => {
  it('the condition judges an answer with nothing in it', () => {
    const told = story({});
    const { triggers } = told.run({ ...judged(true), noData: true });
    expect(triggers).toMatchObject([{ triggered: true, no_data: true }]);
    expect(states(told)).toEqual(['active']);
  });
});
