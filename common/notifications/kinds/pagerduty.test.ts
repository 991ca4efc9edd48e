// Recorded: test/fixtures/receivers/pagerduty_*.json, what Alertmanager sends to the Events API v2.
import resolveRecorded from '../../../test/fixtures/receivers/pagerduty_resolve.json';
import triggerRecorded from '../../../test/fixtures/receivers/pagerduty_trigger.json';
import { sampleMessage } from '../compose/samples';
import type { SampleOptions } from '../compose/samples';
import type { MessageEvent } from '../message_facts';
import type { MessageContent } from './message_content';
import { pagerduty } from './pagerduty';

const KEY = 'R0UT1NGKEY';
const TOOLS = { now: 0, hmacSha256: () => '' };
const saved = (more = {}) =>
  pagerduty.saved.parse({
    ...{ type: 'pagerduty', name: 'On call', origin: 'https://events.pagerduty.com' },
    ...more,
  });

const requestFor = (content: MessageContent, more = {}) => {
  const { url, body } = pagerduty.request?.(saved(more), { routing_key: KEY }, content, TOOLS) ?? {
    url: '',
  };
  return { url, event: JSON.parse(body ?? '{}') };
};
const eventFor = (event: MessageEvent, options: SampleOptions = {}) =>
  requestFor(sampleMessage(event, options)).event;

describe('an event for PagerDuty', () => {
  it.each([
    ['firing', triggerRecorded],
    ['resolved', resolveRecorded],
  ] as const)('has what Alertmanager sends: %s', (event, { body: recorded }) => {
    const sent = eventFor(event);
    expect(Object.keys(sent)).toEqual(expect.arrayContaining(Object.keys(recorded)));
    expect(Object.keys(sent.payload)).toEqual(
      expect.arrayContaining(Object.keys(recorded.payload))
    );
    expect(sent.event_action).toBe(recorded.event_action);
  });

  it('opens, acknowledges and resolves one incident', () => {
    const events = (['firing', 'acknowledged', 'resolved'] as const).map((one) => eventFor(one));
    expect(events.map((event) => event.event_action)).toEqual([
      'trigger',
      'acknowledge',
      'resolve',
    ]);
    expect(new Set(events.map((event) => event.dedup_key)).size).toBe(1);
    expect(new Set(events.map((event) => event.payload.summary)).size).toBe(3);
    expect(events[1].payload.custom_details).toMatchObject({
      'Acknowledged by': 'jane',
      Comment: 'I am on it.',
    });
  });

  it.each([
    ['no_data', 'trigger'],
    ['data_again', 'resolve'],
    ['error', 'trigger'],
    ['error_over', 'resolve'],
    ['test', 'trigger'],
  ] as const)('%s: %s', (event, action) => {
    expect(eventFor(event).event_action).toBe(action);
  });

  it.each([
    ['1', 'critical'],
    ['2', 'error'],
    ['3', 'warning'],
    ['4', 'info'],
    ['5', 'info'],
  ] as const)('says severity %s as %s', (severity, level) => {
    expect(eventFor('firing', { severity }).payload.severity).toBe(level);
  });

  it('links to the alert and to the runbook', () => {
    expect(eventFor('firing')).toMatchObject({
      client: 'Watchkeeper',
      client_url: 'https://dashboards.example.com/app/watchkeeper_alerts/sample.1.0',
      links: [{ href: 'https://wiki.example.com/checkout', text: 'Runbook' }],
    });
  });

  it('has the labels as details also where the author wrote the text', () => {
    const { payload } = eventFor('firing', { ownText: 'Look at it.' });
    expect(payload.custom_details).toMatchObject({ host: 'web-1', Message: 'Look at it.' });
  });

  it('is cut where PagerDuty takes no more, and says so', () => {
    const long = { ...sampleMessage('firing'), subject: 'x'.repeat(2000) };
    const { notes } = pagerduty.render(saved(), long);
    expect(requestFor(long).event.payload.summary).toHaveLength(1024);
    expect(notes).toHaveLength(1);
    const huge = sampleMessage('firing', { ownText: 'é'.repeat(300_000) });
    const { event } = requestFor(huge);
    expect(event.payload.custom_details).toEqual({
      Note: expect.stringContaining('512000 bytes'),
    });
    expect(pagerduty.render(saved(), huge).notes).toHaveLength(1);
  });

  it('goes to the region of the account, or to a relay', () => {
    const content = sampleMessage('firing');
    expect(requestFor(content).url).toBe('https://events.pagerduty.com/v2/enqueue');
    expect(requestFor(content, { region: 'eu' }).url).toBe(
      'https://events.eu.pagerduty.com/v2/enqueue'
    );
    expect(requestFor(content, { api_url: 'https://relay.example.com/pd/' }).url).toBe(
      'https://relay.example.com/pd/v2/enqueue'
    );
  });

  it('shows no key in its preview', () => {
    expect(pagerduty.render(saved(), sampleMessage('firing')).body).not.toContain(KEY);
    expect(requestFor(sampleMessage('firing')).event.routing_key).toBe(KEY);
  });

  it('is given up with the reason that PagerDuty gives', () => {
    const answer = { status: 'invalid event', message: 'Event object is invalid', errors: ['x'] };
    expect(pagerduty.judge?.(400, JSON.stringify(answer))).toEqual({
      result: 'parked',
      reason: 'PagerDuty refused the event: Event object is invalid; x',
    });
    expect(pagerduty.judge?.(429, '')).toBeUndefined();
  });
});
