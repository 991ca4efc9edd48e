// Recorded: test/fixtures/receivers/alertmanager_post.json, what ElastAlert 2 sends; the form of API v2 is its openapi.yaml.
import recorded from '../../../test/fixtures/receivers/alertmanager_post.json';
import { sampleMessage } from '../compose/samples';
import { alertmanager, alertmanagerBody, alertmanagerUrls } from './alertmanager';
import type { PostableAlert } from './alertmanager_alerts';
import type { MessageContent } from './message_content';

const NOW = Date.UTC(2026, 0, 1, 12);
const saved = (more = {}) =>
  alertmanager.saved.parse({
    ...{ type: 'alertmanager', name: 'AM', origin: 'http://am:9093' },
    ...{ urls: ['http://am:9093'], ...more },
  });
const posted = (content: MessageContent, more = {}, now = NOW): PostableAlert[] =>
  JSON.parse(alertmanagerBody(saved(more), content, now).body);

describe('alerts for Alertmanager', () => {
  it('have labels that name them, and what else is known as annotations', () => {
    const [alert] = posted(sampleMessage('firing', { severity: '2' }));
    expect(Object.keys(alert)).toEqual(expect.arrayContaining(Object.keys(recorded[0].body[0])));
    expect(alert).toEqual({
      labels: {
        ...{ alertname: 'Errors are high', monitor: 'Checkout', severity: '2' },
        ...{ host: 'web-1', team: 'shop' },
      },
      annotations: {
        ...{ summary: 'Too many errors on web-1', value: '93' },
        description: expect.stringContaining('is firing'),
        runbook_url: 'https://wiki.example.com/checkout',
      },
      startsAt: '2026-01-01T08:30:00.000Z',
      endsAt: '2026-01-02T12:00:00.000Z',
      generatorURL: 'https://dashboards.example.com/app/watchkeeper_alerts/sample.1.0',
    });
  });

  it('are the same by their labels from first to last, and end when they end', () => {
    const [fires] = posted(sampleMessage('firing'));
    const [seen] = posted(sampleMessage('acknowledged'));
    const [over] = posted(sampleMessage('resolved'));
    expect(seen.labels).toEqual(fires.labels);
    expect(over.labels).toEqual(fires.labels);
    expect(seen.annotations).toMatchObject({ acknowledged_by: 'jane' });
    expect(seen.endsAt).toBe(fires.endsAt);
    expect(over.endsAt).toBe('2026-01-01T08:55:00.000Z');
  });

  it('are held for as long as the destination says, from the moment of sending', () => {
    const content = sampleMessage('firing');
    const [first] = posted(content, { keep_minutes: 10 });
    const [later] = posted(content, { keep_minutes: 10 }, NOW + 60_000);
    expect(Date.parse(later.endsAt) - Date.parse(first.endsAt)).toBe(60_000);
    expect(Date.parse(first.endsAt) - NOW).toBe(600_000);
  });

  it('never end after this instant once they have ended', () => {
    const early = Date.UTC(2026, 0, 1, 8, 40);
    const [over] = posted(sampleMessage('resolved'), {}, early);
    expect(Date.parse(over.endsAt)).toBe(early);
  });

  it('are one for each alert of a message, and those that are not listed are told of', () => {
    const content = sampleMessage('firing', { count: 3 });
    expect(posted(content).map(({ labels }) => labels.host)).toEqual(['web-1', 'web-2', 'web-3']);
    const many = { ...content, facts: { ...content.facts, alert_count: 50 } };
    expect(alertmanagerBody(saved(), many, NOW).notes.join()).toContain('47 more alerts');
  });

  it.each([
    ['test', 5],
    ['error', 60],
    ['error_over', 0],
  ] as const)('stand for a message that lists none: %s, for %i minutes', (event, minutes) => {
    const sample = sampleMessage(event);
    const facts = { ...sample.facts, alerts: [], alert_count: 0 };
    const [alert] = posted({ ...sample, facts }, { keep_minutes: 60 });
    expect(Date.parse(alert.endsAt) - NOW).toBe(minutes * 60_000);
    expect(Date.parse(alert.startsAt)).toBeLessThanOrEqual(NOW);
  });

  it('have names of labels that every Alertmanager takes', () => {
    const content = sampleMessage('firing');
    const [alert] = content.facts.alerts;
    const group = [{ field: 'kubernetes.container_name', value: 'cart' }];
    const labels = { '1st': 'x', empty: '', host: 'web-1' };
    const facts = { ...content.facts, alerts: [{ ...alert, group, labels }] };
    expect(posted({ ...content, facts })[0].labels).toMatchObject({
      kubernetes_container_name: 'cart',
      _1st: 'x',
    });
    expect(posted({ ...content, facts })[0].labels).not.toHaveProperty('empty');
  });

  it('go to every instance once, under the path of the API', () => {
    const urls = ['http://a:9093/', 'http://b:9093/am', 'http://a:9093'];
    expect(alertmanagerUrls(saved({ urls }))).toEqual([
      'http://a:9093/api/v2/alerts',
      'http://b:9093/am/api/v2/alerts',
    ]);
    expect(alertmanager.origin(saved({ urls }), undefined)).toBe('http://a:9093, http://b:9093');
  });

  it.each([
    [{ user: 'ops' }, {}, 'secrets.password'],
    [{}, { password: 'p' }, 'user'],
    [{ user: 'ops' }, { password: 'p', token: 't' }, 'secrets.token'],
    [{ user: 'ops' }, { password: 'p' }, undefined],
    [{}, { token: 't' }, undefined],
  ])('need authentication that is whole: %j, %j', (settings, secrets, field) => {
    expect(alertmanager.problems?.(saved(settings), secrets)[0]?.field).toBe(field);
  });
});
