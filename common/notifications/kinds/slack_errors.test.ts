// Answers as https://docs.slack.dev/reference/methods/chat.postMessage and chat.update document them.
import { isMessageGone, judgeSlack, slackPlace } from './slack_errors';

const refused = (error: string) => JSON.stringify({ ok: false, error });

describe('what Slack answers', () => {
  it('is success only where it says so', () => {
    expect(judgeSlack(200, '{"ok":true,"channel":"C1","ts":"1.2"}')).toEqual({ result: 'sent' });
    expect(judgeSlack(200, '<html>')).toMatchObject({ result: 'parked' });
    expect(
      judgeSlack(200, '{"ok":false,"error":"x","message":{"text":"\\"ok\\":true"}}')
    ).toMatchObject({
      result: 'parked',
    });
    expect(judgeSlack(429, refused('ratelimited'))).toBeUndefined();
  });

  it.each(['ratelimited', 'internal_error', 'service_unavailable', 'fatal_error'])(
    '%s: tried again',
    (error) => {
      expect(judgeSlack(200, refused(error))).toMatchObject({ result: 'retry' });
    }
  );

  it.each([
    ['channel_not_found', 'invite the bot'],
    ['not_in_channel', 'Invite it'],
    ['invalid_auth', 'token again'],
    ['missing_scope', 'chat:write'],
    ['something_new', 'Slack refused it. (something_new)'],
  ])('%s: given up, with what to do', (error, sentence) => {
    const judged = judgeSlack(200, refused(error));
    expect(judged).toMatchObject({ result: 'parked' });
    expect(judged?.result === 'parked' && judged.reason).toContain(sentence);
  });

  it('says where the message is, also when the answer is cut', () => {
    const cut = '{"ok":true,"channel":"C123","ts":"1503435956.000247","message":{"text":"ab';
    expect(slackPlace(cut)).toEqual({ channel: 'C123', ts: '1503435956.000247' });
    expect(slackPlace(refused('x'))).toBeUndefined();
  });

  it('says that the message to change is gone', () => {
    expect(isMessageGone(refused('message_not_found'))).toBe(true);
    expect(isMessageGone(refused('channel_not_found'))).toBe(false);
    expect(isMessageGone('{"ok":true}')).toBe(false);
  });
});
