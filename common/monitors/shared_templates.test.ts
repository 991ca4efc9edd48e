import { sharedNamesOf, withSharedTemplates } from './shared_templates';
import { Story, action, judged, messagesOf, queryMonitor } from './testing/story';

const TEMPLATES = new Map([['sig', { subject: 'S', message: '{{ctx.monitor.name}}, yours' }]]);

const monitor = (source: string, more = {}) =>
  queryMonitor([{ actions: [action({ message_template: { source } })] }], more);

describe('a monitor whose messages name shared templates', () => {
  it('sends them as if they were written there, and says which one is missing', () => {
    const told = (source: string) =>
      new Story(monitor(source), { templates: TEMPLATES }).run(judged(true));
    expect(messagesOf(told('Bad.\n{{> sig}}'))).toEqual(['Bad.\nErrors, yours']);
    const { delta, triggers } = told('{{> gone}}');
    expect(delta?.messages).toEqual([]);
    expect(triggers[0].actions).toMatchObject([
      { outcome: 'error', reason: expect.stringContaining('no shared template called gone') },
    ]);
  });

  it('is worked out once, and stays itself where it names none', () => {
    const plain = monitor('plain');
    expect(withSharedTemplates(plain, TEMPLATES)).toBe(plain);
    const names = monitor('{{> sig}}');
    expect(withSharedTemplates(names, TEMPLATES)).toBe(withSharedTemplates(names, TEMPLATES));
    expect(withSharedTemplates(names, undefined)).toBe(names);
  });

  it('is known by the names in all of its texts', () => {
    const fields = { labels: { team: '{{> a}}' }, annotations: { note: '{{> b}}' } };
    expect([...sharedNamesOf(monitor('{{> c}}', fields))].sort()).toEqual(['a', 'b', 'c']);
  });
});
