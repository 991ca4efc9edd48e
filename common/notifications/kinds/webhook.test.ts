import firing from '../../../test/fixtures/alertmanager/all-webhook-001.json';
import repeated from '../../../test/fixtures/alertmanager/all-webhook-002.json';
import resolved from '../../../test/fixtures/alertmanager/all-webhook-003.json';
import { parseInput } from '../../parse';
import { sampleMessage } from '../compose/samples';
import type { MessageEvent } from '../message_facts';
import { fingerprintOf } from './fingerprint';
import { SAMPLE_CONTENT } from './message_content';
import type { MessageContent } from './message_content';
import { describeDestination } from './destination_secrets';
import { problemsOfDestination, renderWire, requestOf } from './registry';
import { webhook } from './webhook';

const TOOLS = { now: 0, hmacSha256: () => '' };
const URL_ = 'https://example.com/hook?token=1';
const PEM = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----';

const made = (settings: object, secrets: object = {}) => {
  const form = parseInput(webhook.save, {
    ...{ type: 'webhook', name: 'Hook', ...settings },
    secrets: { url: URL_, ...secrets },
  });
  return { destination: describeDestination(form, form.secrets), secrets: form.secrets };
};

const request = (settings: object, secrets: object = {}) => {
  const { destination, secrets: given } = made(settings, secrets);
  return requestOf(destination, given, SAMPLE_CONTENT, TOOLS);
};

const problems = (settings: object, secrets: object = {}) => {
  const { destination, secrets: given } = made(settings, secrets);
  return problemsOfDestination(destination, given).map(({ field }) => field);
};

const bodyOf = (settings: object, content: MessageContent) =>
  JSON.parse(renderWire(made(settings).destination, content).body ?? '') as Record<string, unknown>;

const said = (event: MessageEvent, count = 1): MessageContent => ({
  ...sampleMessage(event, { count }),
  alert_ids: [],
});

describe('a webhook that logs in', () => {
  it('sends user and password, in UTF-8', () => {
    const { headers } = request({ login: 'basic', user: 'jo' }, { password: 'pässword' }) ?? {};
    const login = Buffer.from('jo:pässword').toString('base64');
    expect(headers).toEqual({ authorization: `Basic ${login}` });
  });

  it('sends a token, beside headers of its own', () => {
    const secrets = { token: ' abc ', headers: { 'X-Team': 'ops' } };
    expect(request({ login: 'bearer' }, secrets)?.headers).toEqual({
      ...{ 'X-Team': 'ops', authorization: 'Bearer abc' },
    });
  });

  it.each([
    ['a user', { login: 'basic' }, {}, 'user'],
    ['a token', { login: 'bearer' }, {}, 'secrets.token'],
    [
      'one login alone',
      { login: 'bearer' },
      { token: 'abc', headers: { Authorization: 'x' } },
      'login',
    ],
  ])('is asked for %s', (_what, settings, secrets, field) => {
    expect(problems(settings, secrets)).toEqual([field]);
  });

  it('is not asked for its token where only the form is looked at', () => {
    const { destination } = made({ login: 'bearer' }, { token: 'abc' });
    expect(problemsOfDestination(destination)).toEqual([]);
  });
});

describe('a webhook within a company', () => {
  it('brings its certificate, trusts an authority, and goes by a proxy', () => {
    const secrets = { client_cert: PEM, client_key: PEM.replace(/CERTIFICATE/g, 'PRIVATE KEY') };
    const proxy = 'http://proxy.example.com:3128';
    expect(request({ ca: PEM, tls_server_name: 'in.example', proxy }, secrets)).toMatchObject({
      tls: { ca: PEM, cert: PEM, key: secrets.client_key, serverName: 'in.example' },
      proxy,
    });
    expect(request({})?.tls).toBeUndefined();
  });

  it.each(['http://jo:pw@proxy.example.com', 'proxy:3128', 'http://proxy/path', 'socks5://p:1'])(
    'takes no proxy such as %s',
    (proxy) => {
      expect(webhook.save.shape.proxy.safeParse(proxy).success).toBe(false);
    }
  );
});

describe('the body that Alertmanager sends', () => {
  const preset = { preset: 'alertmanager', name: 'everything' };

  it('has the fields of a recorded one, of the same types, and no other', () => {
    const typesOf = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.slice(0, 1).map(typesOf);
      if (typeof value !== 'object' || value === null) return typeof value;
      const maps = new Set(['labels', 'annotations']);
      return Object.fromEntries(
        Object.entries(value).map(([name, each]) => [
          name,
          maps.has(name) || /Labels|Annotations/.test(name) ? 'map' : typesOf(each),
        ])
      );
    };
    expect(typesOf(bodyOf(preset, said('firing')))).toEqual(typesOf(firing.body));
    expect(typesOf(bodyOf(preset, said('resolved')))).toEqual(typesOf(resolved.body));
  });

  it('fires without an end, and has one when it is over', () => {
    expect(bodyOf(preset, said('firing'))).toMatchObject({
      ...{ receiver: 'everything', status: 'firing', version: firing.body.version },
      alerts: [{ status: 'firing', endsAt: firing.body.alerts[0].endsAt }],
      commonLabels: { alertname: 'Errors are high', host: 'web-1', team: 'shop' },
      externalURL: 'https://dashboards.example.com',
    });
    expect(bodyOf(preset, said('resolved'))).toMatchObject({
      status: resolved.body.status,
      alerts: [
        { status: 'resolved', startsAt: '2026-01-01T08:30:00Z', endsAt: '2026-01-01T08:55:00Z' },
      ],
      notification_reason: resolved.body.notification_reason,
    });
  });

  it('names the same group from the first message to the last, as a recorded one does', () => {
    expect(firing.body.groupKey).toBe(resolved.body.groupKey);
    expect(repeated.body.groupKey).toBe(firing.body.groupKey);
    const keys = [said('firing'), said('resolved')].map((each) => bodyOf(preset, each).groupKey);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).toMatch(/^\{\}\/\{.+\}:\{.+\}$/);
  });

  it('says how many alerts are left out', () => {
    const { facts, ...content } = said('firing', 3);
    if (!facts) throw new Error('no facts');
    const body = bodyOf(preset, { ...content, facts: { ...facts, alert_count: 10 } });
    expect(body).toMatchObject({ truncatedAlerts: 7, alerts: [{}, {}, {}] });
  });

  it('of a message of an older version is one alert', () => {
    expect(bodyOf(preset, SAMPLE_CONTENT)).toMatchObject({
      alerts: [{ labels: { alertname: 'Sample trigger' }, status: 'firing' }],
    });
  });

  it('names an alert by its labels as Alertmanager does', () => {
    const [{ labels, fingerprint }] = firing.body.alerts;
    expect(fingerprintOf(labels)).toBe(fingerprint);
  });
});

describe('a body of one’s own', () => {
  it('knows what the message tells of', () => {
    const body = `{"e":"{{event}}","k":"{{dedup_key}}","c":"{{color}}","t":"{{labels.team}}","h":[{{#alerts}}"{{labels.host}}",{{/alerts}}0],"u":"{{url}}"}`;
    expect(bodyOf({ body }, said('firing', 2))).toEqual({
      ...{ e: 'firing', k: 'a-sample-of-an-alert', c: '#bd271e', t: 'shop' },
      ...{ h: ['web-1', 'web-2', 0], u: 'https://dashboards.example.com/app/watchkeeper_alerts' },
    });
    expect(problems({ body })).toEqual([]);
  });
});
