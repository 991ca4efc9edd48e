import type { Judgement } from './kind';

/** What a person can do about it. Codes: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const SENTENCES: Readonly<Record<string, string>> = {
  channel_not_found:
    'Slack knows no such channel, or the bot cannot see it. Give the id of the channel, and invite the bot to it.',
  not_in_channel:
    'The bot is not in the channel. Invite it, or give it the scope chat:write.public.',
  is_archived: 'The channel is archived.',
  invalid_auth: 'Slack does not accept the token. Give the bot’s token again.',
  not_authed: 'Slack does not accept the token. Give the bot’s token again.',
  account_inactive: 'The token belongs to a bot or a workspace that was deleted.',
  token_revoked: 'The token was revoked. Install the app again and give its new token.',
  token_expired: 'The token has expired. Give one that does not rotate.',
  missing_scope: 'The token lacks the scope chat:write.',
  not_allowed_token_type: 'This is not the token of a bot (xoxb-…).',
  restricted_action: 'The settings of the workspace or channel keep the bot from posting there.',
  restricted_action_read_only_channel: 'The channel is read-only for the bot.',
  msg_too_long: 'The message is too long for Slack.',
};

const PASSING: ReadonlySet<string> = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'accesslimited',
]);

/** The message that was to be changed is gone, or may not be changed any more. */
const GONE: ReadonlySet<string> = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'thread_not_found',
  'cannot_reply_to_message',
]);

/** An answer repeats the whole message after these, and may be cut, so it is not parsed as a whole. */
const text = (answer: string, name: string): string | undefined =>
  new RegExp(`"${name}"\\s*:\\s*"([^"]*)"`).exec(answer)?.[1];

const isOk = (answer: string): boolean => /^\s*\{\s*"ok"\s*:\s*true\b/.test(answer);

export const slackError = (answer: string): string | undefined =>
  isOk(answer) ? undefined : text(answer, 'error');

export const isMessageGone = (answer: string): boolean => GONE.has(slackError(answer) ?? '');

/** Where the message is: channel and time stamp name it. */
export const slackPlace = (answer: string): { channel: string; ts: string } | undefined => {
  const [channel, ts] = [text(answer, 'channel'), text(answer, 'ts')];
  return isOk(answer) && channel !== undefined && ts !== undefined ? { channel, ts } : undefined;
};

/** Slack refuses with status 200, too. */
export const judgeSlack = (status: number, answer: string): Judgement | undefined => {
  if (status !== 200) return undefined;
  if (isOk(answer)) return { result: 'sent' };
  const error = slackError(answer);
  if (error === undefined) {
    return { result: 'parked', reason: 'This is no answer of Slack. Is the address right?' };
  }
  if (PASSING.has(error)) return { result: 'retry', reason: `Slack: ${error}` };
  const reason = SENTENCES[error] ?? 'Slack refused it.';
  return { result: 'parked', reason: `${reason} (${error})` };
};
