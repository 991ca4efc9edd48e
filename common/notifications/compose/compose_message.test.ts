import { MESSAGE_EVENTS } from '../message_facts';
import type { MessageFacts } from '../message_facts';
import { composeMessage } from './compose_message';
import { sampleMessage } from './samples';

const names = (fields: ReadonlyArray<{ name: string }>) => fields.map(({ name }) => name);

describe('a composed message', () => {
  it('tells every event apart by its title, and firing from all others by colour and symbol', () => {
    const all = MESSAGE_EVENTS.map((event) => composeMessage(sampleMessage(event)));
    expect(new Set(all.map(({ title }) => title)).size).toBe(MESSAGE_EVENTS.length);
    const [firing, ...others] = all;
    for (const { color, tone, symbol } of others) {
      expect(color).not.toBe(firing.color);
      expect(tone).not.toBe(firing.tone);
      expect(symbol).not.toBe(firing.symbol);
    }
  });

  it('has a colour and a tone by severity while it fires', () => {
    const looks = (['1', '2', '3', '4', '5'] as const).map((severity) =>
      composeMessage(sampleMessage('firing', { severity }))
    );
    expect(looks.map(({ tone }) => tone)).toEqual([
      ...['critical', 'critical', 'warning', 'info', 'info'],
    ]);
    expect(new Set(looks.map(({ color }) => color)).size).toBe(5);
    for (const { color } of looks) expect(color).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('of one alert says what, where, since when and where to look', () => {
    const { title, text, fields, links, alerts } = composeMessage(sampleMessage('firing'));
    expect(title).toBe('Firing: Errors are high (web-1)');
    expect(text).toBe('Errors are high of monitor Checkout (host: web-1) is firing.');
    expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toEqual({
      Monitor: 'Checkout',
      Trigger: 'Errors are high',
      Severity: '1 (highest)',
      host: 'web-1',
      team: 'shop',
      Value: '93',
      Peak: '120',
      Since: '2026-01-01 08:30:00 UTC',
      Owner: 'team shop',
      Tags: 'shop, checkout',
    });
    expect(links).toEqual([
      {
        text: 'Open the alert',
        url: 'https://dashboards.example.com/app/watchkeeper_alerts/sample.1.0',
      },
      { text: 'Runbook', url: 'https://wiki.example.com/checkout' },
    ]);
    expect(alerts).toEqual([]);
  });

  it('of several alerts lists them, has what is true of all as fields, and says how many are left out', () => {
    const { facts, ...sample } = sampleMessage('firing', { count: 3 });
    const content = { ...sample, facts: { ...facts, alert_count: 50 } };
    const { title, fields, alerts, more, plain } = composeMessage(content);
    expect(title).toBe('Firing: Errors are high (50 alerts)');
    expect(names(fields)).toContain('team');
    expect(names(fields)).not.toContain('host');
    expect(alerts[1]).toMatchObject({
      title: 'host: web-2',
      text: 'value 93, peak 120, since 2026-01-01 08:30:00 UTC',
    });
    expect(more).toBe(47);
    expect(plain.split('\n').slice(1)).toEqual([
      '- Firing: host: web-1 (value 93, peak 120, since 2026-01-01 08:30:00 UTC)',
      '- Firing: host: web-2 (value 93, peak 120, since 2026-01-01 08:30:00 UTC)',
      '- Firing: host: web-3 (value 93, peak 120, since 2026-01-01 08:30:00 UTC)',
      'and 47 more',
      'team: shop',
      'Owner: team shop',
      'Tags: shop, checkout',
      'https://dashboards.example.com/app/watchkeeper_alerts',
      'Runbook: https://wiki.example.com/checkout',
    ]);
  });

  it('says who acknowledged it, and what they said', () => {
    const { title, fields } = composeMessage(sampleMessage('acknowledged'));
    expect(title).toBe('Acknowledged: Errors are high (web-1)');
    expect(fields).toContainEqual({ name: 'Acknowledged by', value: 'jane', short: true });
    expect(fields).toContainEqual({ name: 'Comment', value: 'I am on it.', short: true });
  });

  it('of an author is their own text, with links and data beside it', () => {
    const composed = composeMessage(sampleMessage('firing', { ownText: 'Look at it', count: 3 }));
    expect(composed).toMatchObject({ text: 'Look at it', plain: 'Look at it', ownText: true });
    expect(composed).toMatchObject({ fields: [], alerts: [], more: 0 });
    expect(composed.details.length).toBeGreaterThan(3);
    expect(composed.links).toHaveLength(2);
  });

  it('marks a subject that was written for alerts that fire, and no other', () => {
    const titled = (event: 'firing' | 'resolved', more: Partial<MessageFacts> = {}) => {
      const { facts, ...sample } = sampleMessage(event, { ownText: 'x' });
      const subject = 'Errors\n are high';
      return composeMessage({ ...sample, subject, facts: { ...facts, ...more } }).title;
    };
    expect(titled('firing')).toBe('Errors are high');
    expect(titled('resolved')).toBe('Recovered: Errors are high');
    expect(titled('resolved', { says_event: true })).toBe('Errors are high');
  });

  it.each([
    [{ subject: 'A subject', message: 'm' }, 'A subject'],
    [{ subject: ' ', message: 'm', trigger_name: 'T', monitor_name: 'M' }, 'T'],
    [{ subject: '', message: 'm', monitor_name: 'M' }, 'M'],
    [{ subject: '', message: '\nfirst\nsecond' }, 'first'],
    [{ subject: '', message: '' }, 'Watchkeeper'],
  ])('without facts is its own subject and text: %j', (content, title) => {
    expect(composeMessage({ ...content, severity: 'nine' })).toMatchObject({
      ...{ title, text: content.message, plain: content.message, event: 'firing' },
      ...{ severity: '3', fields: [], links: [], alerts: [] },
    });
  });
});
