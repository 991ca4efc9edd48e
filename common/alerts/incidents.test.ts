import {
  Story,
  action,
  bucketMonitor,
  failed,
  groups,
  judged,
  nothing,
} from '../monitors/testing/story';
import { queryMonitor } from '../monitors/testing/story';
import type { TriggerFields } from '../monitors/testing/story';
import type { Delta } from '../monitors/state';
import { acknowledge } from './acknowledge';
import { closeAll } from './close_all';
import { unacknowledge } from './unacknowledge';

const PAGER = 'pager';
const follows = (id: string) => id === PAGER;
const pager = (fields: TriggerFields = {}) => action({ destination_id: PAGER, ...fields });
const whole = {
  message_template: undefined,
  action_execution_policy: { action_execution_scope: { per_execution: {} } },
};
const onlyNew = {
  action_execution_policy: {
    action_execution_scope: { per_alert: { actionable_alerts: ['NEW'] } },
  },
};

const query = (actions: object[], trigger: TriggerFields = {}) =>
  new Story(queryMonitor([{ actions, ...trigger }]), { follows });
const bucket = (actions: object[], trigger: TriggerFields = {}) =>
  new Story(bucketMonitor([{ actions, ...trigger }]), { follows });

/** `event destination` of each message. */
const told = ({ delta }: { delta?: Delta }): string[] =>
  (delta?.messages ?? []).map(
    ({ facts, destination_id: id }) => `${facts?.event ?? 'nothing'} ${id}`
  );
const keys = ({ delta }: { delta?: Delta }): string[] =>
  (delta?.messages ?? []).map(({ facts }) => facts?.dedup_key ?? '');

const openIds = ({ state }: Story) => state.alerts.map(({ id }) => id);
const acknowledgeAll = (story: Story, ids = openIds(story)) => {
  const { monitor } = story;
  const done = acknowledge(story.state, ids, 'ann', story.now, {
    ...{ follows, monitor, comment: 'On it' },
  });
  story.apply(done);
  return done;
};
const takeBack = (story: Story, ids = openIds(story)) => {
  const done = unacknowledge(story.state, ids, 'ann', story.now, { follows });
  story.apply(done);
  return done;
};

describe('a destination that keeps an incident', () => {
  it('hears of the end, whatever the author chose, under the same key', () => {
    const story = query([pager(onlyNew), action({ id: 'b', ...onlyNew })]);
    const first = story.run(judged(true));
    const last = story.run(judged(false));
    expect(told(first)).toEqual(['firing pager', 'firing d1']);
    expect(told(last)).toEqual(['resolved pager']);
    expect(keys(last)).toEqual([keys(first)[0]]);
  });

  it('hears of no end of an alert that it was not told of', () => {
    const throttle = {
      throttle_enabled: true,
      throttle: { value: 9, unit: 'MINUTES', scope: 'action' },
    };
    const story = bucket([pager({ ...onlyNew, ...throttle })]);
    story.run(groups('a'));
    expect(told(story.run(groups('a b')))).toEqual([]);
    const { delta, triggers } = story.run(groups('a'));
    expect(told({ delta })).toEqual([]);
    expect(triggers[0].actions).toMatchObject([
      { outcome: 'held_back', reason: expect.stringContaining('nothing to close') },
    ]);
    expect(told(story.run(groups('')))).toEqual(['resolved pager']);
  });

  it('hears that missing data is there again, and that an error is gone', () => {
    const missing = query([pager()], { no_data: 'alert' });
    expect(told(missing.run(nothing))).toEqual(['no_data pager']);
    expect(told(missing.run(judged(false)))).toEqual(['data_again pager']);

    const failing = new Story(
      queryMonitor([{ actions: [pager()] }], { error_policy: { notify: true, after: 1 } }),
      { follows }
    );
    expect(told(failing.run(failed()))).toEqual(['error pager']);
    expect(told(failing.run(judged(false)))).toEqual(['error_over pager']);
  });

  it('hears who has acknowledged, then nothing, then that it goes on or is over', () => {
    const story = query([pager(), action({ id: 'b' })]);
    const key = keys(story.run(judged(true)))[0];
    const seen = acknowledgeAll(story);
    expect(told(seen)).toEqual(['acknowledged pager']);
    expect(seen.delta?.messages[0]).toMatchObject({
      ...{ action_id: 'a', action_name: 'Tell', trigger_name: 'too many' },
      facts: { by: 'ann', comment: 'On it', dedup_key: key, own_text: false },
    });
    expect(told(story.run(judged(true)))).toEqual([]);
    const again = takeBack(story);
    expect(told(again)).toEqual(['firing pager']);
    acknowledgeAll(story);
    const over = story.run(judged(false));
    expect(told(over)).toEqual(['resolved pager']);
    expect([keys(again)[0], keys(over)[0]]).toEqual([key, key]);
  });

  it('hears of no acknowledgement of what it was not told of', () => {
    const story = query([action(), pager({ id: 'b' })], {});
    story.monitor = queryMonitor([{ actions: [action()] }]);
    story.run(judged(true));
    expect(told(acknowledgeAll(story))).toEqual([]);
  });

  it('hears that what lasts until somebody sees it is over by that', () => {
    const story = bucket([pager()]);
    story.run(groups('a', { lasting: true }));
    const done = acknowledgeAll(story);
    expect(told(done)).toEqual(['resolved pager']);
    expect(done.delta?.messages[0].message).toContain('On it');
  });

  it('is still told of the end after the severity has risen', () => {
    const story = query([pager()]);
    story.run(judged(true));
    acknowledgeAll(story);
    story.monitor = queryMonitor([{ severity: '1', actions: [pager()] }]);
    expect(told(story.run(judged(true)))).toEqual(['firing pager']);
    story.monitor = queryMonitor([{ severity: '1', actions: [] }]);
    expect(told(story.run(judged(false)))).toEqual(['resolved pager']);
  });
});

describe('an incident is closed', () => {
  it('when its trigger was taken out', () => {
    const story = query([pager()]);
    const key = keys(story.run(judged(true)));
    story.monitor = queryMonitor([]);
    const step = story.run(failed());
    expect(told(step)).toEqual(['resolved pager']);
    expect(keys(step)).toEqual(key);
    expect(step.delta?.messages[0].message).toContain('was deleted');
  });

  it.each([
    ['there', judged(true)],
    ['acknowledged', judged(true)],
  ])('when its monitor was deleted while the alert is %s', (how, verdict) => {
    const story = query([pager(), action({ id: 'b' })]);
    story.run(verdict);
    if (how === 'acknowledged') acknowledgeAll(story);
    expect(told(closeAll(story.state, 'ann', 9, { follows }))).toEqual(['resolved pager']);
    expect(told(closeAll(story.state, 'ann', 9))).toEqual([]);
  });

  it('at the destination that was told, after the action was pointed elsewhere', () => {
    const story = query([pager(onlyNew)]);
    story.run(judged(true));
    story.monitor = queryMonitor([{ actions: [action(onlyNew)] }]);
    expect(told(story.run(judged(false)))).toEqual(['resolved pager']);
  });

  it('when the action was taken out', () => {
    const story = query([pager()]);
    story.run(judged(true));
    story.monitor = queryMonitor([{ actions: [] }]);
    expect(told(story.run(judged(false)))).toEqual(['resolved pager']);
  });

  it('in words of ours where the recovery template fails', () => {
    const story = query([
      pager({ recovery_message_template: { source: '{{#number}}1{{/number}}' } }),
    ]);
    story.run(judged(true));
    story.monitor = queryMonitor([
      { actions: [pager({ recovery_message_template: { source: '{{ctx.nothing}}' } })] },
    ]);
    const { delta } = story.run(judged(false));
    expect(told({ delta })).toEqual(['resolved pager']);
    expect(delta?.messages[0].message).toContain('is over');
  });
});

describe('one incident for all alerts of a trigger', () => {
  it('is over with the last of them', () => {
    const story = bucket([pager(whole)]);
    const first = story.run(groups('a b'));
    expect(told(first)).toEqual(['firing pager']);
    expect(told(story.run(groups('a')))).toEqual(['firing pager']);
    const last = story.run(groups(''));
    expect(told(last)).toEqual(['resolved pager']);
    expect(keys(last)).toEqual(keys(first));
    expect(told(story.run(groups('')))).toEqual([]);
    expect(told(story.run(groups('c')))).toEqual(['firing pager']);
  });

  it('is not over while one is acknowledged and goes on', () => {
    const story = bucket([pager(whole)]);
    story.run(groups('a b'));
    const [a] = openIds(story);
    expect(told(acknowledgeAll(story, [a]))).toEqual([]);
    expect(told(story.run(groups('a b')))).toEqual(['firing pager']);
    const { delta, triggers } = story.run(groups('a'));
    expect(told({ delta })).toEqual([]);
    expect(triggers[0].actions).toMatchObject([
      { outcome: 'held_back', reason: 'Other alerts of the trigger are still open.' },
    ]);
    expect(told(story.run(groups('')))).toEqual(['resolved pager']);
  });

  it('is acknowledged with the last of them', () => {
    const story = bucket([pager(whole)]);
    const first = story.run(groups('a b'));
    const [a, b] = openIds(story);
    expect(told(acknowledgeAll(story, [a]))).toEqual([]);
    const seen = acknowledgeAll(story, [b]);
    expect(told(seen)).toEqual(['acknowledged pager']);
    expect(keys(seen)).toEqual(keys(first));
    expect(told(takeBack(story, [a]))).toEqual(['firing pager']);
  });

  it('is closed when monitor, trigger or action is gone', () => {
    const begun = () => {
      const story = bucket([pager(whole)]);
      story.run(groups('a b'));
      return story;
    };
    expect(told(closeAll(begun().state, 'ann', 9, { follows }))).toEqual(['resolved pager']);
    for (const monitor of [bucketMonitor([]), bucketMonitor([{ actions: [] }])]) {
      const story = begun();
      story.monitor = monitor;
      expect(told(story.run(groups('a b')))).toEqual(['resolved pager']);
      expect(told(story.run(groups('')))).toEqual([]);
    }
  });
});

describe('other destinations', () => {
  it('hear of ends and acknowledgements as they did', () => {
    const story = query([action(onlyNew)]);
    expect(told(story.run(judged(true)))).toEqual(['firing d1']);
    expect(told(acknowledgeAll(story))).toEqual([]);
    expect(told(takeBack(story))).toEqual([]);
    expect(told(story.run(judged(false)))).toEqual([]);
  });
});
