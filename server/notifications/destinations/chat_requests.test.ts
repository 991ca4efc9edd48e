/**
 * Requests as ElastAlert 2 and Alertmanager made them (test/fixtures/chat). Where there is no recording, the vendor's
 * documented form: Chime https://docs.aws.amazon.com/chime/latest/dg/webhooks.html, Webex
 * https://developer.webex.com/docs/api/v1/messages/create-a-message, cards of Feishu
 * https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot.
 */
import { createHmac } from 'node:crypto';
import { parseInput } from '../../../common/parse';
import { sampleMessage } from '../../../common/notifications/compose/samples';
import type { MessageContent } from '../../../common/notifications/kinds/message_content';
import { describeDestination } from '../../../common/notifications/kinds/destination_secrets';
import {
  judgeAnswer,
  problemsOfDestination,
  renderWire,
  requestOf,
  saveDestinationSchema,
} from '../../../common/notifications/kinds/registry';
import type {
  DestinationType,
  SaveDestination,
} from '../../../common/notifications/kinds/registry';
import {
  CHAT_RECORDINGS,
  lacks,
} from '../../../common/notifications/kinds/testing/chat_recordings';

const hmacSha256 = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64');

const sent = (form: SaveDestination, content: MessageContent, now = 1_795_243_991_931) => {
  const { secrets, ...rest } = parseInput(saveDestinationSchema, form);
  const destination = describeDestination({ ...rest, secrets } as never, secrets);
  const wire = renderWire(destination, content);
  const request = requestOf(destination, secrets, content, { now, hmacSha256 });
  const { url = '', method = 'POST', headers = {}, body = wire.body } = request ?? {};
  return { url, method, headers, body: JSON.parse(body ?? ''), type: wire.content_type };
};

describe.each(CHAT_RECORDINGS)('$name', ({ form, recorded, without, ownText }) => {
  const content = sampleMessage('firing', ownText ? { ownText: 'Look' } : {});
  const request = sent(form, content);

  it('is sent as it was recorded: method, address, and whatever is in the body', () => {
    expect(request.method).toBe(recorded.method);
    expect(request.type).toMatch(/^application\/json/);
    expect(lacks(recorded.body, request.body)).toEqual([...without]);
    if (recorded.url.startsWith('http') && !recorded.url.includes('timestamp')) {
      expect(request.url).toBe(recorded.url);
    }
    expect(request.url).toContain(recorded.url.replace(/&timestamp.*/, ''));
  });

  it('says the title and the text, and looks different once it is over', () => {
    expect(JSON.stringify(request.body)).toContain('Errors are high');
    const over = sent(form, sampleMessage('resolved', ownText ? { ownText: 'Look' } : {}));
    expect(JSON.stringify(over.body)).toContain('Recovered');
    expect(over.body).not.toEqual(request.body);
  });
});

describe('DingTalk', () => {
  const form: SaveDestination = {
    ...{ type: 'dingtalk', name: 'Group' },
    secrets: { access_token: 'TOKEN', sign: 'SECxxx' },
  };

  it('is signed to the letter as the recording is', () => {
    expect(sent(form, sampleMessage('firing')).url).toBe(
      CHAT_RECORDINGS.find(({ name }) => name === 'DingTalk, Markdown')?.recorded.url
    );
  });

  it('takes the whole URL for a token, and calls by number', () => {
    const url = 'https://oapi.dingtalk.com/robot/send?access_token=abc123';
    const request = sent(
      { ...form, at_mobiles: ['13800000000'], at_all: true, secrets: { access_token: url } },
      sampleMessage('firing')
    );
    expect(request.url).toBe(url);
    expect(request.body.at).toEqual({ atMobiles: ['13800000000'], isAtAll: true });
    expect(request.body.markdown.text).toContain('@13800000000');
  });

  it('is Markdown where a card would have no button', () => {
    const { facts, ...content } = sampleMessage('firing');
    const bare = { ...content, facts: { ...facts, url: undefined, runbook_url: undefined } };
    expect(sent({ ...form, message_type: 'card' }, bare).body.msgtype).toBe('markdown');
  });
});

describe('WeCom', () => {
  it('calls members in the text of Markdown, and by lists in messages that are text', () => {
    const form = { type: 'wecom', name: 'Group', mentioned_list: ['jane'], secrets: { key: 'K' } };
    const markdown = sent(form as SaveDestination, sampleMessage('firing'));
    expect(markdown.body.markdown.content).toMatch(/<@jane>$/);
    const text = sent(
      { ...form, message_type: 'text', mentioned_mobile_list: ['138'] } as SaveDestination,
      sampleMessage('firing')
    );
    expect(text.body.text).toMatchObject({
      ...{ mentioned_list: ['jane'], mentioned_mobile_list: ['138'] },
    });
  });
});

describe('Feishu', () => {
  const form: SaveDestination = {
    ...{ type: 'feishu', name: 'Group', platform: 'lark' },
    secrets: { token: 'https://open.larksuite.com/open-apis/bot/v2/hook/abc', sign: 'key' },
  };

  it('is a card whose header has the colour, signed in its body', () => {
    const { url, body } = sent(form, sampleMessage('firing'), 1_599_360_473_000);
    expect(url).toBe('https://open.larksuite.com/open-apis/bot/v2/hook/abc');
    expect(body).toMatchObject({
      ...{ timestamp: '1599360473', sign: hmacSha256('1599360473\nkey', '') },
      msg_type: 'interactive',
      card: { header: { template: 'red', title: { tag: 'plain_text' } } },
    });
    expect(sent(form, sampleMessage('resolved')).body.card.header.template).toBe('green');
  });
});

describe('Webex', () => {
  it('is posted by a bot to its space', () => {
    const form: SaveDestination = {
      type: 'webex',
      name: 'S',
      room_id: 'R',
      secrets: { token: 'b' },
    };
    const request = sent(form, sampleMessage('firing'));
    expect(request.url).toBe('https://webexapis.com/v1/messages');
    expect(request.headers).toEqual({ Authorization: 'Bearer b' });
    expect(request.body).toEqual({ roomId: 'R', markdown: expect.stringContaining('Firing') });
  });

  it('needs the space of a bot', () => {
    const bot = { type: 'webex', name: 'S', via: 'bot', origin: 'https://webexapis.com' } as const;
    expect(problemsOfDestination(bot)).toEqual([expect.objectContaining({ field: 'room_id' })]);
    expect(problemsOfDestination({ ...bot, via: 'webhook' })).toEqual([]);
  });
});

describe('Chime', () => {
  it('takes a content alone, in Markdown', () => {
    const form: SaveDestination = {
      type: 'chime',
      name: 'R',
      secrets: { url: 'https://c.test/x' },
    };
    expect(sent(form, sampleMessage('firing')).body).toEqual({
      Content: expect.stringMatching(/^\/md \*\*🔴 Firing: Errors are high \(web-1\)\*\*\n\n/),
    });
  });
});

describe('Telegram', () => {
  const form = { type: 'telegram', name: 'C', chat_id: '-100', secrets: { token: '1:A' } } as const;

  it('shows own texts as they are, unless they are said to be HTML', () => {
    const content = sampleMessage('firing', { ownText: '<b>a</b> & b' });
    expect(sent(form, content).body.text).toContain('&lt;b&gt;a&lt;/b&gt; &amp; b');
    expect(sent({ ...form, own_text: 'html' }, content).body.text).toContain('<b>a</b> & b');
  });

  it('never sends half of an HTML', () => {
    const content = sampleMessage('firing', { ownText: `<b>${'x'.repeat(5000)}</b>` });
    const { text } = sent({ ...form, own_text: 'html' }, content).body;
    expect(text).toContain('&lt;b&gt;xx');
  });
});

describe('an answer', () => {
  const rows: Array<[string, DestinationType, number, unknown, object | undefined]> = [
    ['DingTalk took it', 'dingtalk', 200, { errcode: 0, errmsg: 'ok' }, { result: 'sent' }],
    [
      'DingTalk: too fast',
      'dingtalk',
      200,
      { errcode: 130101, errmsg: 'send too fast' },
      { result: 'retry', retryAfter: 60_000 },
    ],
    [
      'DingTalk: wrong signature',
      'dingtalk',
      200,
      { errcode: 310000, errmsg: 'sign not match' },
      { result: 'parked', reason: expect.stringContaining('sign not match (310000)') },
    ],
    ['WeCom: too many', 'wecom', 200, { errcode: 45009, errmsg: 'freq' }, { result: 'retry' }],
    [
      'WeCom: wrong key',
      'wecom',
      200,
      { errcode: 93000, errmsg: 'invalid webhook url' },
      { result: 'parked', reason: expect.stringContaining('invalid webhook url') },
    ],
    ['Feishu took it', 'feishu', 200, { code: 0, msg: 'success' }, { result: 'sent' }],
    ['Feishu of old', 'feishu', 200, { StatusCode: 0, StatusMessage: 'ok' }, { result: 'sent' }],
    ['Feishu: too fast', 'feishu', 400, { code: 11232, msg: 'limited' }, { result: 'retry' }],
    ['Feishu: wrong', 'feishu', 200, { code: 19021, msg: 'sign' }, { result: 'parked' }],
    ['Telegram took it', 'telegram', 200, { ok: true, result: {} }, { result: 'sent' }],
    [
      'Telegram: too fast',
      'telegram',
      429,
      { ok: false, description: 'Too Many Requests', parameters: { retry_after: 7 } },
      { result: 'retry', retryAfter: 7000 },
    ],
    [
      'Telegram: the chat moved',
      'telegram',
      400,
      { ok: false, description: 'upgraded', parameters: { migrate_to_chat_id: -1005 } },
      { result: 'parked', reason: expect.stringContaining('-1005') },
    ],
    [
      'Discord: too fast',
      'discord',
      429,
      { message: 'limited', retry_after: 0.35, global: false },
      { result: 'retry', retryAfter: 350 },
    ],
    ['Discord took it', 'discord', 204, '', { result: 'sent' }],
    ['a workflow of Teams took it', 'teams', 202, '', { result: 'sent' }],
    [
      'a connector of Teams passes on a refusal',
      'teams',
      200,
      'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429',
      { result: 'retry' },
    ],
    ['trouble in DingTalk, by its status', 'dingtalk', 502, '<html>', undefined],
    ['a page instead of an answer', 'wecom', 403, '<html>', undefined],
  ];

  it.each(rows)('is read: %s', (_what, type, status, answer, judged) => {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    const judgement = judgeAnswer(type, status, text);
    if (judged === undefined) expect(judgement).toBeUndefined();
    else expect(judgement).toMatchObject(judged);
  });
});
