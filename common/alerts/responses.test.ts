import { emptyState } from '../monitors/state';
import type { MonitorState } from '../monitors/state';
import { acknowledge } from './acknowledge';
import type { Alert } from './alert';
import { commentOnEnded, commentOnOpen } from './comment';
import { Draft } from './draft';
import { unacknowledge } from './unacknowledge';

const alert = (change: Partial<Alert> = {}): Omit<Alert, 'id' | 'rev' | 'start_time'> => ({
  monitor_id: 'm',
  monitor_name: 'Errors',
  trigger_id: 't',
  trigger_name: 'Any',
  severity: '2',
  state: 'active',
  last_seen: 1,
  ...change,
});

const stateWith = (...alerts: Array<Partial<Alert>>): MonitorState => {
  const draft = new Draft(emptyState('m', 0), 1);
  alerts.forEach((change, i) => draft.open(alert({ group_key: `g${i}`, ...change })));
  const { next } = draft.commit(0);
  if (!next) throw new Error('Nothing was opened.');
  return next;
};

const must = (state: MonitorState | undefined): MonitorState => {
  if (!state) throw new Error('Nothing was committed.');
  return state;
};

const FIRST = 'm.1.0';

describe('an acknowledgement', () => {
  it('says who, until when and why, on the alert and in its story', () => {
    const options = { comment: 'On it', until: 99 };
    const { next, delta } = acknowledge(stateWith({}), [FIRST], 'ann', 5, options);
    expect(next?.alerts).toMatchObject([
      {
        state: 'acknowledged',
        acknowledged_by: 'ann',
        acknowledged_time: 5,
        acknowledged_comment: 'On it',
        acknowledged_until: 99,
      },
    ]);
    expect(delta?.events).toMatchObject([
      { from: 'active', to: 'acknowledged', by: 'ann', comment: 'On it' },
    ]);
  });

  it('ends an alert that lasts until somebody sees it: it leaves the state, and keeps its word', () => {
    const state = stateWith({ lasting: true }, {});
    const { next, delta } = acknowledge(state, [FIRST], 'ann', 5, { until: 99 });
    expect(next?.alerts.map(({ id }) => id)).toEqual(['m.1.1']);
    expect(delta?.alerts).toMatchObject([
      { id: FIRST, state: 'acknowledged', end_time: 5, acknowledged_by: 'ann' },
    ]);
    // An end of something that is over would be a promise that nobody keeps.
    expect(delta?.alerts[0]).not.toHaveProperty('acknowledged_until');
  });

  it('is good for a lack of data, which comes back as such when it is taken back', () => {
    const state = stateWith({ state: 'no_data', no_data: true });
    const seen = must(acknowledge(state, [FIRST], 'ann', 5).next);
    expect(seen.alerts).toMatchObject([{ state: 'acknowledged', no_data: true }]);
    expect(unacknowledge(seen, [FIRST], 'bob', 6).next?.alerts).toMatchObject([
      { state: 'no_data' },
    ]);
  });

  it.each([
    ['error', /ends when the error is gone/],
    ['pending', /pending/],
    ['acknowledged', /already/],
  ] as const)('is refused for an alert that is %s, with the reason', (state, reason) => {
    const { next, failed } = acknowledge(stateWith({ state }), [FIRST, 'gone'], 'ann', 5);
    expect(next).toBeUndefined();
    expect(failed).toEqual([
      { id: FIRST, reason: expect.stringMatching(reason) },
      { id: 'gone', reason: 'The alert is not open any more.' },
    ]);
  });
});

describe('taking an acknowledgement back', () => {
  it('makes the alert active again, and forgets who had seen it', () => {
    const options = { comment: 'On it', until: 99 };
    const seen = must(acknowledge(stateWith({}), [FIRST], 'ann', 5, options).next);
    const { next, delta, unacknowledged } = unacknowledge(seen, [FIRST], 'bob', 6);
    expect(unacknowledged).toEqual([FIRST]);
    const stored: unknown = JSON.parse(JSON.stringify(next?.alerts[0]));
    expect(stored).toMatchObject({ state: 'active' });
    expect(Object.keys(stored as object).filter((name) => name.startsWith('ack'))).toEqual([]);
    expect(delta?.events).toMatchObject([{ from: 'acknowledged', to: 'active', by: 'bob' }]);
  });

  it('says of each alert why it could not be done', () => {
    expect(unacknowledge(stateWith({}), [FIRST, 'gone'], 'bob', 6)).toEqual({
      unacknowledged: [],
      failed: [
        { id: FIRST, reason: 'The alert is not acknowledged.' },
        { id: 'gone', reason: 'The alert is not open any more.' },
      ],
    });
  });
});

describe('a comment', () => {
  it('is an event of the commit, and leaves the alert as it is', () => {
    const state = stateWith({});
    const { next, delta, event } = commentOnOpen(state, FIRST, 'Looks like DNS', 'ann', 7);
    expect(next).toMatchObject({ rev: 2, alerts: state.alerts });
    expect(delta).toMatchObject({ alerts: [], messages: [], events: [event] });
    expect(event).toMatchObject({
      from: 'active',
      to: 'active',
      by: 'ann',
      at: 7,
      comment: 'Looks like DNS',
    });
  });

  it('commits nothing for an alert that is not open: its event stands alone, with an id of its own', () => {
    expect(commentOnOpen(stateWith({}), 'gone', 'Late', 'ann', 7)).toEqual({});
    const ended: Alert = { ...alert({ state: 'completed' }), id: FIRST, rev: 4, start_time: 1 };
    const [one, two] = ['x', 'y'].map((nonce) => commentOnEnded(ended, 'Late', 'ann', 7, nonce));
    expect(one).toMatchObject({ alert_id: FIRST, from: 'completed', to: 'completed', rev: 4 });
    expect(one.id).not.toBe(two.id);
  });
});
