import { WatchkeeperError } from '../../errors';
import { parseInput } from '../../parse';
import { SAMPLE_CONTENT } from './message_content';
import {
  describeDestination,
  readSecrets,
  redescribeDestination,
  secretsAfter,
} from './destination_secrets';
import {
  destinationSchema,
  judgeAnswer,
  problemsOfDestination,
  renderWire,
  saveDestinationSchema,
  updateDestinationSchema,
} from './registry';
import type { Destination, ParsedUpdate } from './registry';

const content = { ...SAMPLE_CONTENT, subject: 'Five "errors"', message: 'line 1\nline "2"' };
const slack: Destination = { type: 'slack', name: 'Ops', origin: 'https://hooks.slack.com' };
const webhook = (
  changes: Partial<Extract<Destination, { type: 'webhook' }>> = {}
): Destination => ({
  ...{ type: 'webhook', name: 'Hook', origin: 'https://example.com' },
  ...{ method: 'POST', header_names: [] },
  ...changes,
});

const fieldsOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof WatchkeeperError)) throw error;
    return (error.details.problems ?? []).map(({ field }) => field);
  }
};

describe('Slack', () => {
  it('gets the subject above the message', () => {
    const { body, content_type: type } = renderWire(slack, content);
    expect(JSON.parse(body ?? '')).toEqual({ text: 'Five "errors"\n\nline 1\nline "2"' });
    expect(type).toBe('application/json');
  });

  it('gets the message alone where there is no subject', () => {
    const { body } = renderWire(slack, { ...content, subject: ' ' });
    expect(JSON.parse(body ?? '')).toEqual({ text: content.message });
  });

  it('gets no more than it takes, and that is said', () => {
    const { body, notes } = renderWire(slack, { ...content, message: '𝄞'.repeat(30_000) });
    const { text } = JSON.parse(body ?? '');
    expect(text.length).toBeLessThanOrEqual(40_000);
    expect(text).toContain('cut from');
    // Half of a surrogate pair would throw.
    expect(() => encodeURIComponent(text)).not.toThrow();
    expect(notes).toHaveLength(1);
  });
});

describe('a webhook', () => {
  it.each([
    ['an object', ' {"a": [1]} ', 'application/json'],
    ['a list', '[1, 2]', 'application/json'],
    ['plain text', 'hello', 'text/plain; charset=utf-8'],
    ['what only begins like JSON', '{"a": ', 'text/plain; charset=utf-8'],
  ])('gets the message itself where it has no body: %s', (_what, message, type) => {
    const wire = renderWire(webhook(), { ...content, message });
    expect(wire).toMatchObject({ body: message, content_type: type });
  });

  it('gets its body filled in, the values escaped as in a JSON string', () => {
    const body =
      '{"title":"{{subject}}","text":"{{message}}","by":"{{ctx.monitor.name}}","s":{{severity}}}';
    const wire = renderWire(webhook({ body }), content);
    expect(wire.content_type).toBe('application/json');
    expect(JSON.parse(wire.body ?? '')).toEqual({
      title: content.subject,
      text: content.message,
      by: 'Sample monitor',
      s: 1,
    });
  });

  it('gets no body with GET', () => {
    expect(renderWire(webhook({ method: 'GET', body: '{}' }), content).body).toBeUndefined();
  });

  it('keeps a Content-Type of its own', () => {
    const wire = renderWire(webhook({ header_names: ['content-TYPE'] }), content);
    expect(wire.content_type).toBeUndefined();
  });
});

describe('a body template', () => {
  const problems = (body: string, headerNames: string[] = []) =>
    problemsOfDestination(webhook({ body, header_names: headerNames }));

  it('that does not parse is refused at its place', () => {
    expect(problems('{"a":\n "{{subject"}')).toEqual([
      expect.objectContaining({ field: 'body', line: 2 }),
    ]);
  });

  it('that does not come to JSON is refused', () => {
    expect(problems('{"a": {{subject}}}')).toEqual([
      expect.objectContaining({ field: 'body', message: expect.stringContaining('not JSON') }),
    ]);
    expect(problems('{"a":\n}')).toEqual([expect.objectContaining({ line: 2 })]);
  });

  it.each([
    ['values between quotes', '{"a":"{{subject}}"}'],
    ['a number', '{"a":{{severity}}}'],
    ['a document in the message', '{"a":{{{message}}}}'],
    ['a list', '{"a":[{{#alert_ids}}"{{.}}"{{/alert_ids}}]}'],
    ['nothing', '  '],
  ])('is taken with %s', (_what, body) => {
    expect(problems(body)).toEqual([]);
  });

  it('need not be JSON beside a Content-Type of its own', () => {
    expect(problems('text={{subject}}', ['Content-Type'])).toEqual([]);
  });
});

describe('what a form sends', () => {
  const form = (secrets: object, more = {}) => ({
    type: 'webhook',
    name: 'Hook',
    secrets,
    ...more,
  });

  it('becomes what is visible: the origin and the names of headers, nothing secret', () => {
    const parsed = parseInput(saveDestinationSchema, {
      ...form({ url: ' https://Example.com:443/p?token=secret ', headers: { 'X-A': 'secret' } }),
    });
    const destination = describeDestination(parsed, parsed.secrets);
    expect(destination).toEqual(webhook({ header_names: ['X-A'] }));
    expect(parseInput(destinationSchema, destination)).toEqual(destination);
  });

  it.each([
    [{}, 'secrets.url'],
    [{ url: 'example.com' }, 'secrets.url'],
    [{ url: 'https://user@example.com' }, 'secrets.url'],
    [
      { url: 'https://e.com', headers: { 'X-Watchkeeper-Message-Id': '1' } },
      'secrets.headers.X-Watchkeeper-Message-Id',
    ],
    [{ url: 'https://e.com', headers: { 'X A': '1' } }, 'secrets.headers.X A'],
    [{ url: 'https://e.com', headers: { 'X-A': 'ключ' } }, 'secrets.headers.X-A'],
  ])('is refused at its field: %j', (secrets, field) => {
    expect(fieldsOf(() => parseInput(saveDestinationSchema, form(secrets)))).toContain(field);
  });

  it('without secrets changes the visible fields only', () => {
    const update = parseInput(updateDestinationSchema, {
      ...{ type: 'webhook', name: 'New name', version: 'v', method: 'PUT' },
    });
    const stored = webhook({ header_names: ['X-A'], body: '{}' });
    expect(redescribeDestination(update, stored)).toEqual({
      ...webhook({ header_names: ['X-A'], name: 'New name', method: 'PUT' }),
    });
  });
});

describe('secrets after an update', () => {
  const stored = { url: 'https://a.example.com/x', headers: { 'X-A': '1', 'X-B': '2' } };
  const merged = (
    given: NonNullable<Extract<ParsedUpdate, { type: 'webhook' }>['secrets']>,
    old: Partial<typeof stored> | undefined = stored
  ) =>
    secretsAfter(
      { type: 'webhook', name: 'Hook', version: 'v', method: 'POST', secrets: given },
      { origin: 'https://a.example.com', ...(old ? { secrets: old } : {}) }
    );

  it('are the new ones over the stored ones', () => {
    expect(merged({ headers: { 'X-A': null, 'X-C': '3' } })).toEqual({
      url: stored.url,
      headers: { 'X-A': '1', 'X-C': '3' },
    });
    expect(merged({ url: 'https://a.example.com/y' })).toEqual({
      url: 'https://a.example.com/y',
      headers: stored.headers,
    });
  });

  it.each([
    ['host', 'https://b.example.com/x'],
    ['scheme', 'http://a.example.com/x'],
    ['port', 'https://a.example.com:8443/x'],
  ])('do not follow to another %s', (_what, url) => {
    expect(fieldsOf(() => merged({ url, headers: { 'X-A': null, 'X-B': 'new' } }))).toEqual([
      'secrets.headers.X-A',
    ]);
    expect(fieldsOf(() => merged({ url }))).toEqual(['secrets.headers.X-A', 'secrets.headers.X-B']);
    expect(merged({ url, headers: {} })).toEqual({ url, headers: {} });
  });

  it('cannot keep what is not stored', () => {
    expect(fieldsOf(() => merged({ headers: { 'X-Z': null } }))).toEqual(['secrets.headers.X-Z']);
    expect(fieldsOf(() => merged({ headers: {} }, {}))).toEqual(['secrets.url']);
  });

  it('are read back only where they are whole', () => {
    expect(readSecrets('webhook', stored)).toEqual(stored);
    expect(readSecrets('webhook', { headers: {} })).toBeUndefined();
    expect(readSecrets('slack', stored)).toBeUndefined();
  });
});

describe('an answer', () => {
  it.each(['slack', 'webhook'] as const)(
    'of 2xx means that the message has arrived: %s',
    (type) => {
      const statuses = [199, 200, 204, 299, 300, 404];
      expect(statuses.map((status) => judgeAnswer(type, status, '')?.result === 'sent')).toEqual([
        ...[false, true, true, true, false, false],
      ]);
    }
  );
});
