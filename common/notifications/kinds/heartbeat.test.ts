import type { MessageEvent } from '../message_facts';
import { MESSAGE_EVENTS } from '../message_facts';
import { SAMPLE_CONTENT } from './message_content';
import { destinationSchema, renderWire, requestOf, whyPassedOver } from './registry';

const snitch = (change: object = {}) =>
  destinationSchema.parse({
    ...{ type: 'heartbeat', name: 'Snitch', origin: 'https://nosnch.in' },
    ...change,
  });

const T = Date.UTC(2026, 0, 5);
const passed = (event: MessageEvent, after: number) =>
  whyPassedOver(snitch({ interval_seconds: 60 }), { facts: { event }, created_at: T }, T + after);

describe('a service that misses pings', () => {
  it('is pinged at its URL, by either method', () => {
    const url = 'https://nosnch.in/c2354d53d2';
    const tools = { now: T, hmacSha256: () => '' };
    expect(requestOf(snitch(), { url }, SAMPLE_CONTENT, tools)).toEqual({ url, method: 'POST' });
    expect(renderWire(snitch(), SAMPLE_CONTENT).body).toContain(SAMPLE_CONTENT.message);
    const got = snitch({ method: 'GET' });
    expect(requestOf(got, { url }, SAMPLE_CONTENT, tools)).toEqual({ url, method: 'GET' });
    expect(renderWire(got, SAMPLE_CONTENT).body).toBeUndefined();
  });

  it('is not pinged more often than every ten seconds', () => {
    expect(destinationSchema.safeParse({ ...snitch(), interval_seconds: 9 }).success).toBe(false);
    expect(snitch()).toMatchObject({ interval_seconds: 60 });
  });

  it('gets no ping that is older than the interval', () => {
    expect(passed('heartbeat', 59_999)).toBeUndefined();
    expect(passed('heartbeat', 60_000)).toContain('Outdated');
  });

  it('is told of nothing but what says that all works: alerts that fire, however late, and tries', () => {
    const told = MESSAGE_EVENTS.filter((event) => passed(event, 0) === undefined);
    expect(told).toEqual(['firing', 'heartbeat', 'test']);
    expect(passed('firing', 3_600_000)).toBeUndefined();
  });
});
