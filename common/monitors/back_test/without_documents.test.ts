import { triggersOf } from '../monitor';
import { action, answer, judged, queryMonitor } from '../testing/story';
import { Replay } from './replay';
import { withoutDocuments } from './without_documents';

const LIST = '{{#ctx.results.0.hits.hits}}{{_id}} {{/ctx.results.0.hits.hits}}';

const monitorWith = (source: string) =>
  queryMonitor([{ actions: [action({ message_template: { source } })] }]);

const sent = (monitor: ReturnType<typeof monitorWith>): number => {
  const replay = new Replay(monitor);
  replay.step({ window: { start: 0, end: 1 }, at: 1 }, answer(judged(true)));
  return replay.result().triggers[0].messages.sent;
};

describe('messages about documents that are not at hand', () => {
  it('count where they have nothing else to say', () => {
    expect(sent(monitorWith(LIST))).toBe(0);
    expect(sent(withoutDocuments(monitorWith(LIST)))).toBe(1);
  });

  it('stay empty where that is not for lack of documents', () => {
    expect(sent(withoutDocuments(monitorWith('{{ctx.nothing}}')))).toBe(0);
  });

  it('stay JSON', () => {
    const json = '{"text": "{{ctx.results.0.hits.total.value}}"}';
    const [{ actions }] = triggersOf(withoutDocuments(monitorWith(json)));
    expect(actions[0].message_template?.source).toBe(json);
  });
});
