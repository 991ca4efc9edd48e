import amDiscord from '../../../../test/fixtures/chat/alertmanager-discord-001.json';
import amTeams from '../../../../test/fixtures/chat/alertmanager-msteamsv2-001.json';
import amSlack from '../../../../test/fixtures/chat/alertmanager-slack-001.json';
import amTelegram from '../../../../test/fixtures/chat/alertmanager-telegram_bott_sendMessage-001.json';
import actionCard from '../../../../test/fixtures/chat/elastalert-dingtalk-action_card.json';
import dingMarkdown from '../../../../test/fixtures/chat/elastalert-dingtalk-markdown.json';
import singleCard from '../../../../test/fixtures/chat/elastalert-dingtalk-single_action_card.json';
import dingText from '../../../../test/fixtures/chat/elastalert-dingtalk-text.json';
import eaDiscord from '../../../../test/fixtures/chat/elastalert-discord.json';
import googleChat from '../../../../test/fixtures/chat/elastalert-googlechat.json';
import larkText from '../../../../test/fixtures/chat/elastalert-lark.json';
import mattermost from '../../../../test/fixtures/chat/elastalert-mattermost.json';
import powerAutomate from '../../../../test/fixtures/chat/elastalert-ms_power_automate.json';
import rocketChat from '../../../../test/fixtures/chat/elastalert-rocketchat.json';
import eaSlack from '../../../../test/fixtures/chat/elastalert-slack.json';
import eaTelegram from '../../../../test/fixtures/chat/elastalert-telegram.json';
import webexWebhook from '../../../../test/fixtures/chat/elastalert-webex_webhook.json';
import wecomMarkdown from '../../../../test/fixtures/chat/elastalert-workwechat-markdown.json';
import wecomText from '../../../../test/fixtures/chat/elastalert-workwechat-text.json';
import type { SaveDestination } from '../registry';

/** What ElastAlert 2 and Alertmanager sent to a chat, and the destination of ours that has to send such a request. */
export interface ChatRecording {
  name: string;
  form: SaveDestination;
  /** What was recorded; `url` with host where that is the vendor's, else the path. */
  recorded: { method: string; url: string; body: unknown };
  /** Paths of the recorded body that ours lacks, with a reason where they are named. */
  without: readonly string[];
  /** It is the form of the author's own text. */
  ownText?: true;
}

const one = ([first]: ReadonlyArray<{ method: string; url: string; body: unknown }>) => first;
const byPath = ({ method, path, body }: { method: string; path: string; body: unknown }) => ({
  ...{ method, url: path, body },
});

const sender = { username: 'elastalert', icon: ':ghost:', channel: '#ops' };
/** What stands empty there, and mark-up outside of the text. */
const SLACK_EMPTY = ['callback_id', 'footer', 'mrkdwn_in.1', 'mrkdwn_in.2'].map(
  (name) => `attachments.0.${name}`
);
const hook = (url: string) => ({ secrets: { url } });
const dingtalk = { access_token: 'TOKEN', sign: 'SECxxx' };

const ding = (type: string, more: object = {}): SaveDestination =>
  ({
    ...{ type: 'dingtalk', name: 'Group', message_type: type, secrets: dingtalk },
    ...more,
  }) as SaveDestination;

export const CHAT_RECORDINGS: readonly ChatRecording[] = [
  {
    name: 'Slack, by ElastAlert',
    form: { type: 'slack', name: 'Ops', ...sender, ...hook('https://hooks.example/slack') },
    recorded: one(eaSlack),
    without: ['parse', 'attachments.0.mrkdwn_in.1'],
  },
  {
    name: 'Slack, by Alertmanager',
    form: { type: 'slack', name: 'Ops', ...sender, ...hook('https://hooks.example/slack') },
    recorded: byPath(amSlack),
    without: SLACK_EMPTY,
  },
  { name: 'DingTalk, text', form: ding('text'), recorded: one(dingText), without: [] },
  { name: 'DingTalk, Markdown', form: ding('markdown'), recorded: one(dingMarkdown), without: [] },
  {
    name: 'DingTalk, card with one button',
    form: ding('single_card'),
    recorded: one(singleCard),
    without: [],
  },
  {
    name: 'DingTalk, card with buttons',
    form: ding('card', { button_layout: 'beside', buttons: ['a | https://b'] }),
    recorded: one(actionCard),
    without: [],
  },
  {
    name: 'WeCom, text',
    form: { type: 'wecom', name: 'Group', message_type: 'text', secrets: { key: 'KEY' } },
    recorded: one(wecomText),
    without: [],
  },
  {
    name: 'WeCom, Markdown',
    form: { type: 'wecom', name: 'Group', secrets: { key: 'KEY' } },
    recorded: one(wecomMarkdown),
    without: [],
  },
  {
    name: 'Feishu, text',
    form: { type: 'feishu', name: 'Group', message_type: 'text', secrets: { token: 'L' } },
    recorded: one(larkText),
    // A text has no title; the service ignores it.
    without: ['content.title'],
  },
  {
    name: 'Teams, by ElastAlert',
    form: { type: 'teams', name: 'Team', ...hook('https://x.example/pa') },
    recorded: one(powerAutomate),
    // The heading stands in a container of its colour.
    without: ['attachments.0.content.body.0.text', 'attachments.0.content.body.0.weight'].concat(
      ['wrap', 'size'].map((name) => `attachments.0.content.body.0.${name}`),
      'attachments.0.content.body.1.spacing'
    ),
  },
  {
    name: 'Teams, by Alertmanager',
    form: { type: 'teams', name: 'Team', ...hook('https://x.example/msteamsv2') },
    recorded: byPath(amTeams),
    without: ['text', 'weight', 'size', 'wrap', 'color'].map(
      (name) => `attachments.0.content.body.0.${name}`
    ),
  },
  {
    name: 'Discord, by ElastAlert',
    form: { type: 'discord', name: 'Ops', ...hook('https://d.example/') },
    recorded: one(eaDiscord),
    without: [],
  },
  {
    name: 'Discord, by Alertmanager',
    form: { type: 'discord', name: 'Ops', ...hook('https://d.example/discord') },
    recorded: byPath(amDiscord),
    without: [],
  },
  {
    name: 'Telegram, by ElastAlert',
    form: { type: 'telegram', name: 'Chat', chat_id: '1', secrets: { token: 'B' } },
    recorded: one(eaTelegram),
    // Null there: the chat has no topics.
    without: ['message_thread_id'],
  },
  {
    name: 'Telegram, by Alertmanager',
    form: {
      ...{ type: 'telegram', name: 'Chat', chat_id: '1', secrets: { token: 't' } },
      api_url: 'https://tg.example/telegram/',
    },
    recorded: byPath(amTelegram),
    // A text there, where Telegram documents a boolean.
    without: ['disable_web_page_preview'],
  },
  {
    name: 'Mattermost',
    form: { type: 'mattermost', name: 'Ops', ...sender, ...hook('https://m.example/') },
    recorded: one(mattermost),
    // Stands in the card.
    without: ['attachments.0.pretext'],
  },
  {
    name: 'Rocket.Chat',
    form: { type: 'rocketchat', name: 'Ops', ...sender, ...hook('https://r.example/') },
    recorded: one(rocketChat),
    without: [],
  },
  {
    name: 'Google Chat, own text',
    form: { type: 'googlechat', name: 'Space', ...hook('https://g.example/') },
    recorded: one(googleChat),
    without: [],
    ownText: true,
  },
  {
    name: 'Webex, incoming webhook',
    form: { type: 'webex', name: 'Space', via: 'webhook', secrets: { token: 'w' } },
    recorded: one(webexWebhook),
    // Markdown instead.
    without: ['text'],
  },
];

/** The destinations of those that no recording shows; their forms are the vendors'. */
export const CHAT_FORMS: readonly SaveDestination[] = [
  ...CHAT_RECORDINGS.map(({ form }) => form),
  { type: 'feishu', name: 'Group', secrets: { token: 'L', sign: 'key' } },
  { type: 'googlechat', name: 'Space', ...hook('https://g.example/') },
  { type: 'webex', name: 'Space', room_id: 'R', secrets: { token: 'bot-token' } },
  { type: 'chime', name: 'Room', ...hook('https://hooks.chime.aws/incomingwebhooks/x') },
  { type: 'telegram', name: 'Chat', chat_id: '1', own_text: 'html', secrets: { token: 'B' } },
];

const kindOfValue = (value: unknown): string =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;

/** The paths of a recorded body that another one lacks, or has something of another type at. */
export const lacks = (recorded: unknown, ours: unknown, path = ''): string[] => {
  if (kindOfValue(recorded) !== kindOfValue(ours)) return [path];
  if (typeof recorded !== 'object' || recorded === null) return [];
  const own = ours as Readonly<Record<string, unknown>>;
  return Object.entries(recorded).flatMap(([name, value]) =>
    lacks(value, own[name], path === '' ? name : `${path}.${name}`)
  );
};
