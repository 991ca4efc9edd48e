import { monitorSchema } from './monitor';
import type { Monitor } from './monitor';
import type { Window } from './run';
import { nextDue, planRun, timingOf } from './schedule';
import { emptyState } from './state';
import type { MonitorState } from './state';
import { stepMonitor } from './step';
import type { Step } from './step';
import { action, queryMonitor } from './testing/story';
import type { TriggerFields } from './testing/story';

/** A month by the clock, with the change of daylight-saving time in it: Europe/Berlin, 2026-03-29 and 2026-10-25. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 'Europe/Berlin';

const cronMonitor = (expression: string, trigger: TriggerFields): Monitor =>
  monitorSchema.parse({
    ...queryMonitor([trigger]),
    schedule: { cron: { expression, timezone: ZONE } },
    query_delay_seconds: 5,
  });

interface Ran {
  scheduledAt: number;
  window: Window;
  step: Step;
}

const local = (at: number): string =>
  new Date(at).toLocaleString('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });

/** Lets a clock run from one instant to another, and runs the monitor whenever it is due, as the scheduler does. */
const live = (
  monitor: Monitor,
  from: number,
  to: number,
  isTrue: (window: Window) => boolean
): Ran[] => {
  const enabled = { ...monitor, enabled_time: from };
  const timing = timingOf(enabled);
  const ran: Ran[] = [];
  let state: MonitorState = emptyState('m1', 7);
  let lastEnd = 0;
  let now = from;
  for (;;) {
    now = Math.max(nextDue(timing, lastEnd, now), now);
    if (now > to) return ran;
    const { run, gap } = planRun(timing, lastEnd, now);
    if (!run || gap) throw new Error(`Due at ${local(now)}, and not planned as one run.`);
    const { window, scheduledAt } = run;
    const group = { key: '', triggered: isTrue(window) };
    const step = stepMonitor({
      ...{ monitorId: 'm1', monitor: enabled, state, window, now: now + 700 },
      finding: {
        kind: 'answer',
        results: [],
        verdicts: [{ triggerId: 't', kind: 'judged', groups: [group] }],
      },
    });
    state = step.next ?? state;
    lastEnd = window.end;
    ran.push({ scheduledAt, window, step });
  }
};

const always = () => true;

const checkContiguous = (ran: Ran[]): void => {
  const torn = ran.slice(1).filter(({ window }, i) => window.start !== ran[i].window.end);
  const late = ran.filter(({ window, scheduledAt }) => window.end !== scheduledAt - 5000);
  const empty = ran.filter(({ window }) => window.end <= window.start);
  expect([torn, late, empty]).toEqual([[], [], []]);
};

/** Days of the zone, from midnight to midnight: the day of the change has 23 or 25 hours. */
const CHANGES = [
  { name: 'to summer time', from: '2026-03-14T23:00:00Z', to: '2026-04-12T22:00:00Z', hours: 23 },
  { name: 'to winter time', from: '2026-10-10T22:00:00Z', to: '2026-11-08T23:00:00Z', hours: 25 },
];

describe.each(CHANGES)('a month with the change $name', ({ from, to, hours }) => {
  const start = Date.parse(from);
  const end = Date.parse(to);
  const days = Math.round((end - start) / DAY);

  it('runs once a day at the same hour, with windows that neither miss nor overlap', () => {
    const ran = live(cronMonitor('30 9 * * *', {}), start, end, always);
    expect(ran).toHaveLength(days);
    expect(new Set(ran.map(({ scheduledAt }) => local(scheduledAt).slice(-5)))).toEqual(
      new Set(['09:30'])
    );
    checkContiguous(ran);
    const lengths = ran.map(({ window }) => (window.end - window.start) / HOUR);
    expect(lengths.filter((length) => length !== 24)).toEqual([hours]);
  });

  it('runs once a day also at an hour that the change leaves out or has twice', () => {
    const ran = live(cronMonitor('30 2 * * *', {}), start, end, always);
    expect(ran.map(({ scheduledAt }) => local(scheduledAt).slice(0, 10))).toEqual([
      ...new Set(ran.map(({ scheduledAt }) => local(scheduledAt).slice(0, 10))),
    ]);
    expect(ran).toHaveLength(days);
    checkContiguous(ran);
  });

  it('runs every quarter of an hour: as many times as there are quarters', () => {
    const [from, to] = [start + 12 * DAY, start + 16 * DAY];
    const ran = live(cronMonitor('*/15 * * * *', {}), from, to, always);
    checkContiguous(ran);
    expect(ran.filter(({ window }) => window.end - window.start !== HOUR / 4)).toEqual([]);
    expect(ran).toHaveLength((to - from) / (HOUR / 4));
  });

  it('waits, and holds back, by the time that has passed and not by the clock on the wall', () => {
    const trigger = {
      for: { value: 20, unit: 'HOURS' },
      actions: [action({ throttle_enabled: true, throttle: { value: 6, unit: 'HOURS' } })],
    };
    const change = start + 14 * DAY;
    const ran = live(cronMonitor('0 * * * *', trigger), start, end, (window) => {
      return window.end > change && window.end < change + 5 * DAY;
    });
    const first = ran.find(({ window }) => window.end > change)?.window.end ?? 0;
    const opened = ran.find(({ step }) =>
      step.delta?.events.some(({ to: state }) => state === 'active')
    );
    expect((opened?.window.end ?? 0) - first).toBe(20 * HOUR);
    const sent = ran
      .filter(({ step }) => (step.delta?.messages.length ?? 0) > 0)
      .map(({ window }) => window.end);
    sent.slice(1).forEach((at, i) => expect(at - sent[i]).toBe(6 * HOUR));
    expect(sent.length).toBeGreaterThan(10);
    const states = ran.flatMap(
      ({ step }) => step.delta?.events.map(({ to: state }) => state) ?? []
    );
    expect(states).toEqual(['pending', 'active', 'completed']);
  });

  it('sends once a day under a throttle that is no longer than the shortest day', () => {
    const throttle = { throttle_enabled: true, throttle: { value: 23, unit: 'HOURS' } };
    const ran = live(cronMonitor('0 8 * * *', { actions: [action(throttle)] }), start, end, always);
    expect(ran.filter(({ step }) => step.delta?.messages.length === 1)).toHaveLength(days);
  });
});
