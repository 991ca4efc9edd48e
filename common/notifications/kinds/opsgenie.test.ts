// Recorded: test/fixtures/receivers/opsgenie_*.json, what Alertmanager sends to the Alert API.
import closeRecorded from '../../../test/fixtures/receivers/opsgenie_close.json';
import createRecorded from '../../../test/fixtures/receivers/opsgenie_create.json';
import { sampleMessage } from '../compose/samples';
import type { MessageContent } from './message_content';
import { opsgenie } from './opsgenie';
import { responderOf } from './opsgenie_responders';

const TOOLS = { now: 0, hmacSha256: () => '' };
const saved = (more = {}) =>
  opsgenie.saved.parse({
    ...{ type: 'opsgenie', name: 'On call', origin: 'https://api.opsgenie.com' },
    ...more,
  });
const sent = (content: MessageContent, more = {}) => {
  const { body = '{}', notes } = opsgenie.render(saved(more), content);
  const request = opsgenie.request?.(saved(more), { api_key: 'KEY' }, content, TOOLS);
  return { ...request, body: JSON.parse(body), notes };
};

describe('an alert for Opsgenie', () => {
  it('is created with what Alertmanager sends', () => {
    const { url, headers, body } = sent(sampleMessage('firing', { severity: '2' }));
    expect(url).toBe('https://api.opsgenie.com/v2/alerts');
    expect(headers).toEqual({ Authorization: 'GenieKey KEY' });
    expect(Object.keys(body)).toEqual(expect.arrayContaining(Object.keys(createRecorded.body)));
    expect(body).toMatchObject({
      alias: 'a-sample-of-an-alert',
      message: 'Firing: Errors are high (web-1)',
      priority: 'P2',
      tags: ['shop', 'checkout'],
      details: { host: 'web-1', team: 'shop' },
    });
  });

  it('is acknowledged and closed by its alias', () => {
    const acknowledged = sent(sampleMessage('acknowledged'));
    expect(acknowledged.url).toBe(
      'https://api.opsgenie.com/v2/alerts/a-sample-of-an-alert/acknowledge?identifierType=alias'
    );
    expect(acknowledged.body).toMatchObject({ user: 'jane' });
    const closed = sent(sampleMessage('resolved'), { region: 'eu' });
    const recorded = closeRecorded.path.replace(/^\/opsgenie/, '').replace(/[0-9a-f]{64}/, 'X');
    expect(new URL(closed.url ?? '').pathname + new URL(closed.url ?? '').search).toBe(
      recorded.replace('X', 'a-sample-of-an-alert')
    );
    expect(new URL(closed.url ?? '').host).toBe('api.eu.opsgenie.com');
    expect(closed.body.note).toContain('Recovered: ');
    expect(closed.body).not.toHaveProperty('user');
  });

  it('has at most 130 characters of title; the whole title stands in the description', () => {
    const subject = `${'x'.repeat(150)} end`;
    const { body, notes } = sent({ ...sampleMessage('firing'), subject });
    expect(body.message).toHaveLength(130);
    expect(body.description).toContain(subject);
    expect(notes).toHaveLength(1);
  });

  it('leaves out details beyond 8,000 characters', () => {
    const sample = sampleMessage('firing');
    const [alert] = sample.facts.alerts;
    const alerts = [{ ...alert, annotations: { big: 'x'.repeat(9000) } }];
    const content = { ...sample, facts: { ...sample.facts, alerts } };
    const { body, notes } = sent(content);
    expect(body.details).toMatchObject({ host: 'web-1' });
    expect(body.details).not.toHaveProperty('big');
    expect(notes.join()).toContain('8000 characters of details');
  });

  it('names tags and responders of the destination', () => {
    const responders = ['Platform', 'user:jane@example.com'];
    const { body } = sent(sampleMessage('firing'), { responders, tags: ['shop', 'prod'] });
    expect(body.responders).toEqual([
      { type: 'team', name: 'Platform' },
      { type: 'user', username: 'jane@example.com' },
    ]);
    expect(body.tags).toEqual(['shop', 'prod', 'checkout']);
  });

  it.each([
    ['schedule:Shop at night', { type: 'schedule', name: 'Shop at night' }],
    ['Escalation: Main', { type: 'escalation', name: 'Main' }],
    ['Team: with colon', { type: 'team', name: 'with colon' }],
    [
      'user:4513b7ea-3b91-438f-b7e4-e3e54af9147c',
      { type: 'user', id: '4513b7ea-3b91-438f-b7e4-e3e54af9147c' },
    ],
  ])('reads the responder %s', (text, expected) => {
    expect(responderOf(text)).toEqual(expected);
  });

  it('is given up with the reason that Opsgenie gives', () => {
    const answer = JSON.stringify({ message: 'Key format is not valid!', took: 0 });
    expect(opsgenie.judge?.(401, answer)).toEqual({
      result: 'parked',
      reason: 'Opsgenie refused it: Key format is not valid!',
    });
    expect(opsgenie.judge?.(429, answer)).toBeUndefined();
    expect(opsgenie.judge?.(202, '{}')).toBeUndefined();
  });
});
