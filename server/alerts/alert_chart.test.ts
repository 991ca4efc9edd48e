import { frameOf, toBeside } from './alert_chart';

const NOW = Date.UTC(2026, 10, 21, 9);
const MINUTE = 60_000;

const counts = (values: Record<string, number>) => ({
  buckets: Object.entries(values).map(([key, count]) => ({ key, doc_count: count })),
});
const steps = (values: Record<number, Record<string, number>>) => ({
  steps: {
    buckets: Object.entries(values).map(([key, severities]) => ({
      key: Number(key),
      severities: counts(severities),
    })),
  },
});

describe('the chart of alerts over time', () => {
  it('spans what is asked for, in round steps, and else the last thirty days', () => {
    expect(frameOf({ from: 'now-1h', to: 'now' }, NOW)).toEqual({
      ...{ from: NOW - 60 * MINUTE, to: NOW, step: MINUTE },
    });
    const { from, to } = frameOf({}, NOW);
    expect(to - from).toBe(30 * 86_400_000 + (NOW % 43_200_000));
  });

  it('counts an alert in each step in which it was open, and as started in one only', () => {
    const frame = { from: NOW - 3 * MINUTE, to: NOW, step: MINUTE };
    const { chart, tags } = toBeside(frame, {
      before: { severities: counts({ 1: 2 }) },
      started: steps({ [NOW - 2 * MINUTE]: { 1: 1, 3: 4 } }),
      ended: steps({ [NOW - 3 * MINUTE]: { 1: 1 }, [NOW - 2 * MINUTE]: { 3: 4 } }),
      tags: { buckets: [{ key: 'payments' }] },
      owners: { buckets: [] },
    });
    expect(chart.points).toEqual([
      { at: NOW - 3 * MINUTE, started: {}, active: { 1: 2 } },
      { at: NOW - 2 * MINUTE, started: { 1: 1, 3: 4 }, active: { 1: 2, 3: 4 } },
      { at: NOW - MINUTE, started: {}, active: { 1: 2 } },
      { at: NOW, started: {}, active: { 1: 2 } },
    ]);
    expect(tags).toEqual(['payments']);
  });

  it('never counts below zero, however the alerts that are asked for were cut', () => {
    const frame = { from: NOW - MINUTE, to: NOW, step: MINUTE };
    const { chart } = toBeside(frame, {
      before: { severities: counts({}) },
      started: steps({}),
      ended: steps({ [NOW - MINUTE]: { 2: 3 } }),
      ...{ tags: { buckets: [] }, owners: { buckets: [] } },
    });
    expect(chart.points.map(({ active }) => active)).toEqual([{}, {}]);
  });
});
