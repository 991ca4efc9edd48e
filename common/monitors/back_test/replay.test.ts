import fc from 'fast-check';
import type { Alert } from '../../alerts/alert';
import type { Commit } from '../../alerts/draft';
import type { Finding } from '../step';
import { findingOf, happenings, isRun, monitorOf, triggers } from '../testing/happenings';
import {
  MINUTE,
  Story,
  action,
  answer,
  failed,
  groups,
  judged,
  queryMonitor,
} from '../testing/story';
import { bucketMonitor } from '../testing/story';
import type { BackTestTimeline } from './back_test';
import { Replay } from './replay';
import type { Replayed } from './replay';

/** What the commits of real runs have written. */
class Written {
  readonly alerts = new Map<string, Alert>();
  sent = 0;
  fired = 0;

  see({ delta }: Commit): void {
    if (!delta) return;
    for (const alert of delta.alerts) this.alerts.set(alert.id, alert);
    this.sent += delta.messages.filter(({ trigger_id: id }) => id === 't').length;
    this.fired += delta.events.filter(({ from, to, trigger_id: id }) => {
      return id === 't' && (to === 'active' || (to === 'no_data' && from === null));
    }).length;
  }
}

const stepBoth = (story: Story, replay: Replay, finding: Finding, written: Written) => {
  const start = story.end;
  written.see(story.run(finding));
  replay.step({ window: { start, end: story.end }, at: story.now }, finding);
};

const isWithoutHoles = ({ intervals }: BackTestTimeline, { from, to }: Replayed): boolean =>
  intervals[0]?.from === from &&
  intervals[intervals.length - 1].to === to &&
  intervals.every(
    (each, i) =>
      each.from < each.to &&
      (i === 0 || (each.from === intervals[i - 1].to && each.state !== intervals[i - 1].state))
  );

describe('a replay', () => {
  it('comes to the alerts and messages of the runs that saw the same', () => {
    fc.assert(
      fc.property(triggers, happenings(false), (trigger, all) => {
        const monitor = monitorOf(trigger);
        const story = new Story(monitor);
        const replay = new Replay(monitor, 'm1');
        const written = new Written();
        for (const happening of all.filter(isRun)) {
          stepBoth(story, replay, findingOf(happening), written);
        }
        expect(replay.alerts).toEqual(story.state.alerts);
        const result = replay.result();
        expect([...result.alerts].reverse()).toEqual([...written.alerts.values()]);
        expect(result.alert_count).toBe(written.alerts.size);
        const [{ fired, messages, timelines, points }] = result.triggers;
        expect([fired, messages.sent]).toEqual([written.fired, written.sent]);
        expect(points).toHaveLength(all.filter(isRun).length);
        expect(timelines.every((lane) => isWithoutHoles(lane, result))).toBe(true);
      }),
      { numRuns: 150 }
    );
  });

  const run = (replay: Replay, i: number, finding: Finding) =>
    replay.step(
      { window: { start: i * MINUTE, end: (i + 1) * MINUTE }, at: (i + 1) * MINUTE },
      finding
    );

  const story = (monitor: ConstructorParameters<typeof Replay>[0], findings: Finding[]) => {
    const replay = new Replay(monitor);
    findings.forEach((finding, i) => run(replay, i, finding));
    return replay.result();
  };

  it('tells in which state the trigger was, in the windows that said so', () => {
    const monitor = queryMonitor([{ for: { value: 1, unit: 'MINUTES' } }]);
    const says = [false, true, true, true, false].map((is) => answer(judged(is)));
    const [{ timelines, fired }] = story(monitor, says).triggers;
    expect(timelines).toEqual([
      {
        intervals: [
          { from: 0, to: MINUTE, state: 'ok' },
          { from: MINUTE, to: 2 * MINUTE, state: 'pending' },
          { from: 2 * MINUTE, to: 4 * MINUTE, state: 'active' },
          { from: 4 * MINUTE, to: 5 * MINUTE, state: 'ok' },
        ],
      },
    ]);
    expect(fired).toBe(1);
  });

  it('tells where nothing is known', () => {
    const result = story(queryMonitor([{}]), [
      answer(judged(false)),
      failed(),
      answer(judged(false)),
    ]);
    expect(result.windows).toEqual({ judged: 2, failed: 1 });
    const [{ timelines, points }] = result.triggers;
    expect(timelines[0].intervals.map(({ state }) => state)).toEqual(['ok', 'error', 'ok']);
    expect(points[1].problem).toMatchObject({ code: 'boom' });
  });

  it('has a timeline for each group, those that were not well for longest first', () => {
    const monitor = bucketMonitor([{}]);
    const result = story(
      monitor,
      ['a', 'a b', 'a'].map((names) => answer(groups(names)))
    );
    const [{ timelines, points }] = result.triggers;
    expect(timelines.map(({ label }) => label)).toEqual(['a', 'b']);
    expect(points.map((point) => point.groups)).toEqual([1, 2, 1]);
  });

  it('counts what is sent and what a throttle holds back', () => {
    const throttle = { throttle_enabled: true, throttle: { value: 3, unit: 'MINUTES' } };
    const monitor = queryMonitor([{ actions: [action(throttle)] }]);
    const result = story(
      monitor,
      Array.from({ length: 6 }, () => answer(judged(true)))
    );
    expect(result.triggers[0].messages).toEqual({ sent: 2, held_back: 4 });
  });

  it('names the number of the worst group', () => {
    const verdict = groups('a b c');
    const measured = verdict.groups.map((group, i) => ({ ...group, measure: [3, 9, 4][i] }));
    const [{ points }] = story(bucketMonitor([{}]), [
      answer({ ...verdict, groups: measured }),
    ]).triggers;
    expect(points[0].measure).toBe(9);
  });
});
