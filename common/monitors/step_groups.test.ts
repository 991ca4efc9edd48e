import { acknowledge } from '../alerts/acknowledge';
import { MINUTE, Story, action, bucketMonitor, groups, judged } from './testing/story';
import { messagesOf, queryMonitor } from './testing/story';
import type { TriggerFields } from './testing/story';

const minutes = (value: number) => ({ value, unit: 'MINUTES' });

const story = (trigger: TriggerFields) => new Story(queryMonitor([trigger]));

/** What the alert is after each run of one minute; `1`: true, `0`: false, `h`: false, and not recovered. */
const states = (trigger: TriggerFields, runs: string): string[] => {
  const told = story(trigger);
  return [...runs].map((run) => {
    told.run(judged(run === '1', run === 'h' ? { recovered: false } : {}));
    return told.of() ?? 'none';
  });
};

const P = 'pending';
const A = 'active';
const N = 'none';

describe('for', () => {
  it('keeps an alert pending until the condition has been true from window to window for so long', () => {
    expect(states({ for: minutes(2) }, '1111')).toEqual([P, P, A, A]);
  });

  it('begins anew when the condition was false in between', () => {
    expect(states({ for: minutes(2) }, '1101110')).toEqual([P, P, N, P, P, A, N]);
  });

  it('is measured by the ends of windows and not by the clock', () => {
    const told = story({ for: minutes(5) });
    told.run(judged(true));
    told.run(judged(true), 5);
    expect(told.of()).toBe(A);
  });

  it('does not count a run that failed as true or false', () => {
    const told = story({ for: minutes(2) });
    told.run(judged(true));
    told.run({ kind: 'problem', problem: { code: 'boom', message: 'No' } });
    expect(told.of()).toBe(P);
    told.run(judged(true));
    expect(told.of()).toBe(A);
  });

  it('is not shortened by what would keep an active alert', () => {
    expect(states({ for: minutes(2) }, '1h1')).toEqual([P, N, P]);
  });

  it('writes the story of a pending alert: cancelled, or active later', () => {
    const told = story({ for: minutes(1) });
    expect(told.run(judged(true)).delta?.events).toMatchObject([{ from: null, to: 'pending' }]);
    const over = told.run(judged(false)).delta;
    expect(over?.events).toMatchObject([{ from: 'pending', to: 'cancelled' }]);
    expect(over?.alerts).toMatchObject([{ state: 'cancelled', end_time: told.now }]);
    told.run(judged(true));
    const due = told.run(judged(true)).delta;
    expect(due?.events).toMatchObject([{ from: 'pending', to: 'active' }]);
    expect(due?.alerts).toMatchObject([{ active_time: told.now }]);
  });
});

describe('keep_firing_for', () => {
  it('keeps an alert active for so long after the first run that was false', () => {
    expect(states({ keep_firing_for: minutes(2) }, '10000')).toEqual([A, A, A, N, N]);
  });

  it('begins anew when the condition was true in between', () => {
    expect(states({ keep_firing_for: minutes(2) }, '1001000')).toEqual([A, A, A, A, A, A, N]);
  });

  it('writes once that the condition has ended, and nothing while nothing changes', () => {
    const told = story({ keep_firing_for: minutes(3) });
    told.run(judged(true));
    expect(told.run(judged(true)).next).toBeUndefined();
    const ended = told.run(judged(false));
    expect(ended.next?.alerts).toMatchObject([{ false_since: told.end }]);
    expect(ended.delta).toBeUndefined();
    expect(told.run(judged(false)).next).toBeUndefined();
    expect(told.run(judged(true)).next?.alerts[0].false_since).toBeUndefined();
  });
});

describe('a recovery condition', () => {
  it('keeps an alert from ending until it is true', () => {
    expect(states({}, '1hh1h0')).toEqual([A, A, A, A, A, N]);
  });

  it('is not waited for where the group is not there any more', () => {
    const told = new Story(bucketMonitor([{}]));
    told.run(groups('a'));
    told.run(groups(''));
    expect(told.of('a')).toBeUndefined();
  });
});

describe('occurrences', () => {
  it('open an alert when the condition was true in enough of the last runs, and end it when it was not', () => {
    const occurrences = { times: 2, of: 3 };
    expect(states({ occurrences }, '1011000')).toEqual([N, N, A, A, A, N, N]);
  });

  it('count a group that is not in the answer as false', () => {
    const told = new Story(bucketMonitor([{ occurrences: { times: 2, of: 3 } }]));
    const seen = ['a', '', 'a', '', '', ''].map((names) => {
      told.run(groups(names));
      return told.of('a') ?? N;
    });
    expect(seen).toEqual([N, N, A, N, N, N]);
    expect(told.state.tracks).toEqual({});
  });

  it('keep groups apart whose names mean something to the language', () => {
    const told = new Story(bucketMonitor([{ occurrences: { times: 2, of: 2 } }]));
    told.run(groups('constructor __proto__ a'));
    told.run(groups('constructor __proto__'));
    expect(told.state.alerts.map(({ group_key }) => group_key)).toEqual([
      'constructor',
      '__proto__',
    ]);
    const stored: unknown = JSON.parse(JSON.stringify(told.state.tracks));
    expect(stored).toEqual(told.state.tracks);
  });

  it('open nothing in a run that is not true, also when an edit makes former runs enough', () => {
    const told = story({ occurrences: { times: 3, of: 5 } });
    told.run(judged(true));
    told.run(judged(true));
    told.monitor = queryMonitor([{ occurrences: { times: 2, of: 5 } }]);
    told.run(judged(false));
    expect(told.of()).toBeUndefined();
    told.run(judged(true));
    expect(told.of()).toBe(A);
  });

  it('write nothing when nothing changes', () => {
    const told = story({ occurrences: { times: 2, of: 3 } });
    expect(told.run(judged(false)).next).toBeUndefined();
    for (let i = 0; i < 3; i++) told.run(judged(true));
    expect(told.run(judged(true)).next).toBeUndefined();
  });

  it('are forgotten when the trigger does not ask for them any more', () => {
    const told = story({ occurrences: { times: 2, of: 3 } });
    told.run(judged(true));
    expect(told.state.tracks).toEqual({ t: { '': '1' } });
    told.monitor = queryMonitor([{}]);
    told.run(judged(false));
    expect(told.state.tracks).toEqual({});
  });
});

describe('flapping', () => {
  const trigger = { flapping: { changes: 3, of: 6 } };

  it('keeps the alert, which says so, until it changes less often', () => {
    const told = story(trigger);
    const seen = [...'10100000'].map((run) => {
      told.run(judged(run === '1'));
      return [told.of() ?? N, told.alert()?.flapping ?? false];
    });
    expect(seen.map(([state]) => state)).toEqual([A, N, A, A, A, N, N, N]);
    expect(seen.map(([, flaps]) => flaps).slice(2, 6)).toEqual([false, true, true, false]);
  });

  it('opens one alert and not one for each change', () => {
    const told = story(trigger);
    for (const run of '1010101010') told.run(judged(run === '1'));
    const [alert] = told.state.alerts;
    expect(told.state.alerts).toHaveLength(1);
    expect(alert).toMatchObject({ id: 'm1.3.0', flapping: true });
  });
});

describe('what an alert knows', () => {
  it('is the last value, and the worst, whichever way that is', () => {
    const told = story({});
    for (const measure of [5, 9, 7]) told.run(judged(true, { measure, value: `${measure}` }));
    expect(told.alert()).toMatchObject({ peak: 9 });
    const over = told.run(judged(false)).delta?.alerts;
    expect(over).toMatchObject([{ peak: 9, state: 'completed' }]);

    const low = story({});
    for (const measure of [5, 2, 3]) low.run(judged(true, { measure, worse: 'lower' }));
    expect(low.alert()).toMatchObject({ peak: 2 });
  });

  it('is when it was seen last, although runs that confirm it are not written', () => {
    const told = story({});
    for (let i = 0; i < 5; i++) told.run(judged(true));
    expect(told.run(judged(false)).delta?.alerts).toMatchObject([
      { first_seen: MINUTE, last_seen: 5 * MINUTE },
    ]);
  });

  it('is the severity of its trigger, also after that was edited', () => {
    const told = story({ severity: '2' });
    told.run(judged(true));
    told.monitor = queryMonitor([{ severity: '3' }]);
    expect(told.run(judged(true)).delta?.alerts).toMatchObject([{ severity: '3' }]);
    expect(told.run(judged(true)).next).toBeUndefined();
  });
});

describe('an acknowledged alert', () => {
  const acknowledged = (until?: number) => {
    const told = story({});
    told.run(judged(true));
    const { id } = told.state.alerts[0];
    told.apply(acknowledge(told.state, [id], 'kim', told.now, { until }));
    return told;
  };

  it('is active again when the acknowledgement has ended, and can be acknowledged again', () => {
    const told = acknowledged(2 * MINUTE + 5);
    told.run(judged(true));
    expect(told.of()).toBe(A);
    expect(told.alert()?.acknowledged_by).toBeUndefined();
    const { id } = told.state.alerts[0];
    told.apply(acknowledge(told.state, [id], 'kim', told.now));
    told.run(judged(true));
    expect(told.of()).toBe('acknowledged');
  });

  it('is active again when its severity has risen, and not when it has fallen', () => {
    const told = acknowledged();
    told.monitor = queryMonitor([{ severity: '3' }]);
    told.run(judged(true));
    expect(told.of()).toBe('acknowledged');
    told.monitor = queryMonitor([{ severity: '1' }]);
    expect(told.run(judged(true)).delta?.events).toMatchObject([
      { from: 'acknowledged', to: 'active', reason: 'The severity has risen.' },
    ]);
  });

  it('is told of again when its acknowledgement has ended, also by actions for new alerts only', () => {
    const scope = { per_alert: { actionable_alerts: ['NEW'] } };
    const policy = { action_execution_policy: { action_execution_scope: scope } };
    const told = story({ actions: [action(policy)] });
    const count = () => messagesOf(told.run(judged(true))).length;
    expect([count(), count()]).toEqual([1, 0]);
    const { id } = told.state.alerts[0];
    told.apply(acknowledge(told.state, [id], 'kim', told.now, { until: told.now + MINUTE + 1 }));
    expect([count(), count(), count()]).toEqual([0, 1, 0]);
  });

  it('ends with its condition', () => {
    const told = acknowledged();
    expect(told.run(judged(false)).delta?.events).toMatchObject([
      { from: 'acknowledged', to: 'completed' },
    ]);
  });
});

describe('groups', () => {
  it('have an alert each, which ends when its group is false or gone', () => {
    const told = new Story(bucketMonitor([{}]));
    told.run(groups('a b c'));
    expect(told.state.alerts.map(({ group_key }) => group_key)).toEqual(['a', 'b', 'c']);
    const { delta, triggers } = told.run(groups('a -b d'));
    expect(delta?.events.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'active completed',
      'null active',
      'active completed',
    ]);
    expect(triggers[0].groups).toEqual({ judged: 3, triggered: 2, opened: 1, ended: 2 });
  });

  it('keep their alerts when they could not be looked at', () => {
    const told = new Story(bucketMonitor([{ occurrences: { times: 1, of: 2 } }]));
    told.run(groups('a b'));
    const leftOut = { count: 5, reason: 'More than 2 groups.' };
    told.run(groups('-a', { leftOut }));
    told.run(groups('-a', { leftOut }));
    expect(told.of('b')).toBe(A);
    expect(told.of('a')).toBeUndefined();
    expect(told.state.tracks).toEqual({ t: { b: '1' } });
  });

  it('are judged once, also when an answer names them twice', () => {
    const told = new Story(bucketMonitor([{}]));
    told.run(groups('a a -a'));
    expect(told.state.alerts).toHaveLength(1);
  });
});

describe('alerts of what has happened', () => {
  const lasting = { lasting: true };
  const all = (told: Story) => told.state.alerts.map(({ group_key }) => group_key);

  it('stay when later runs do not name them', () => {
    const told = new Story(bucketMonitor([{}]));
    told.run(groups('doc1', lasting));
    told.run(groups('doc2', lasting));
    expect(told.run(groups('', lasting)).next).toBeUndefined();
    expect(all(told)).toEqual(['doc1', 'doc2']);
    expect(told.state.alerts).toMatchObject([{ lasting: true }, { lasting: true }]);
  });

  it('end when somebody has acknowledged them', () => {
    const told = new Story(bucketMonitor([{}]));
    told.run(groups('doc1 doc2', lasting));
    told.apply(acknowledge(told.state, ['m1.1.0'], 'kim', told.now));
    expect(all(told)).toEqual(['doc2']);
  });

  it('end when their time is over', () => {
    const told = new Story(bucketMonitor([{ keep_firing_for: minutes(2) }]));
    const left = ['doc1', 'doc2', '', ''].map((names) => {
      told.run(groups(names, lasting));
      return all(told).join(' ');
    });
    expect(left).toEqual(['doc1', 'doc1 doc2', 'doc2', '']);
  });

  it('do not wait, and are not counted: they have happened', () => {
    const policies = { for: minutes(5), occurrences: { times: 2, of: 2 } };
    const told = new Story(bucketMonitor([policies]));
    told.run(groups('doc1', lasting));
    expect(told.of('doc1')).toBe(A);
    expect(told.state.tracks).toBeUndefined();
  });
});

describe('a window that a commit has seen', () => {
  it('changes nothing when it comes again', () => {
    const told = story({ occurrences: { times: 1, of: 3 } });
    told.run(judged(true));
    const { state } = told;
    told.end -= MINUTE;
    expect(told.run(judged(false))).toEqual({ triggers: [] });
    expect(told.state).toBe(state);
  });

  it('counts where the state is of a clock that has been set back since', () => {
    const told = story({});
    told.end = 600 * MINUTE;
    told.run(judged(true));
    told.end = 0;
    told.run(judged(false));
    expect(told.of()).toBeUndefined();
  });
});
