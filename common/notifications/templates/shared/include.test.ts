import { parseTemplate, renderTemplate } from '../template';
import { includeProblems, namesIncluded, withIncluded } from './include';
import { parseSharedTemplate, problemsOfShared } from './shared_template';

const TEMPLATES = new Map([
  ['greeting', { message: 'Hello {{ctx.who}}' }],
  ['both', { subject: '{{> greeting}}', message: '{{#ctx.list}}<{{> item}}>{{/ctx.list}}' }],
  ['item', { message: '{{.}}' }],
  ['lines', { message: 'one\ntwo\n' }],
  ['self', { message: 'a {{> self}}' }],
  ['ping', { message: '{{> pong}}' }],
  ['pong', { message: '{{> ping}}' }],
  ['doubles', { message: `${'x'.repeat(1000)}{{> lines}}` }],
]);

const render = (source: string, place: 'subject' | 'message' = 'message') =>
  renderTemplate(withIncluded(source, TEMPLATES, place), {
    ctx: { who: 'Ann', list: ['a', 'b'] },
  });

describe('a shared template', () => {
  it.each([
    ['{{> greeting}}!', 'Hello Ann!'],
    ['{{>greeting}} {{>  greeting  }}', 'Hello Ann Hello Ann'],
    ['{{> both}}', '<a><b>'],
    ['{{#ctx.list}}{{> item}}{{/ctx.list}}', 'ab'],
    ['{{#json}}ctx.who{{/json}} {{! {{> gone}}', '"Ann" '],
    ['0\n{{> lines}}\n3', '0\none\ntwo\n3'],
    ['0 {{> lines}} 3', '0 one\ntwo\n 3'],
    ['{{ctx.who}}', 'Ann'],
  ])('stands where %j names it: %j', (source, text) => {
    expect(render(source)).toBe(text);
  });

  it('has a text of its own for subjects where its author gave one', () => {
    expect(render('{{> both}}', 'subject')).toBe('Hello Ann');
    expect(render('{{> greeting}}', 'subject')).toBe('Hello Ann');
  });

  it.each([
    ['x\n {{> gone}}', 'There is no shared template called gone, or it includes itself.'],
    ['{{> self}}', 'There is no shared template called self, or it includes itself.'],
    ['{{> ping}}', 'There is no shared template called ping, or it includes itself.'],
  ])('that is missing or leads back to itself fails the message %j', (source, message) => {
    expect(() => render(source)).toThrow(message);
  });

  it('cannot be made to grow without end', () => {
    const doubling = new Map(
      Array.from({ length: 30 }, (_one, i) => [
        `t${i}`,
        { message: `${'x'.repeat(100)}{{> t${i + 1}}}{{> t${i + 1}}}` },
      ])
    );
    expect(withIncluded('{{> t0}}', doubling, 'message').length).toBeLessThan(500_000);
  });

  it('is named at its place where something is wrong with it', () => {
    expect(includeProblems('a {{> gone}} {{> greeting}}', TEMPLATES)).toEqual([
      { name: 'gone', start: 2, end: 12, message: 'There is no shared template called gone.' },
    ]);
    expect(includeProblems('{{> self}}{{> ping}}', TEMPLATES)).toMatchObject([
      { message: 'The shared template self includes itself.' },
      { message: 'The shared template ping includes itself.' },
    ]);
    const broken = new Map([['outer', { message: '{{> inner}}' }]]);
    expect(includeProblems('{{> outer}}', broken)).toMatchObject([
      { message: 'There is no shared template called inner. outer includes it.' },
    ]);
  });

  it('is looked at once, however many ways lead to it', () => {
    const looked = jest.fn();
    class Watched extends Map<string, { message: string }> {
      override get(name: string) {
        looked(name);
        return super.get(name);
      }
    }
    const ROWS = 9;
    const rows = Array.from({ length: ROWS * 10 }, (_, i): [string, { message: string }] => {
      const below = Array.from(
        { length: 10 },
        (_each, j) => `{{> t${Math.floor(i / 10) + 1}_${j}}}`
      );
      const last = Math.floor(i / 10) === ROWS - 1;
      return [`t${Math.floor(i / 10)}_${i % 10}`, { message: last ? 'x' : below.join('') }];
    });
    expect(includeProblems('{{> t0_0}}', new Watched(rows))).toEqual([]);
    expect(looked.mock.calls.length).toBeLessThan(200);
  });

  it('is found by name, and by nothing that only looks like one', () => {
    expect(namesIncluded('{{> a}} {{#x}}{{>b}}{{/x}} {{> a}} {{c}} {{! {{> d}}')).toEqual([
      'a',
      'b',
    ]);
    expect(namesIncluded('{{> a}} {{#never closed}}')).toEqual([]);
  });

  it('is refused at its field where it is no part of another text', () => {
    const fieldsOf = (fields: { subject?: string; message: string; name?: string }) =>
      problemsOfShared({ name: 'own', ...fields }).map(({ field }) => field);
    expect(fieldsOf({ message: '{{#open}}' })).toEqual(['message']);
    expect(fieldsOf({ subject: '{{', message: 'x' })).toEqual(['subject']);
    expect(fieldsOf({ message: '{{=<% %>=}}' })).toEqual(['message']);
    expect(fieldsOf({ message: '{{> own}}' })).toEqual(['message']);
    expect(fieldsOf({ message: '{{> other}} {{ctx.monitor.name}}' })).toEqual([]);
    expect(() => parseSharedTemplate({ name: 'two words', message: 'x' })).toThrow();
    expect(() => parseSharedTemplate({ name: 'blank', message: ' ' })).toThrow();
  });

  it('is named in a template that parses, whether it is there or not', () => {
    expect(parseTemplate('{{> whatever-1_A}}')).toEqual({ ok: true });
    expect(parseTemplate('{{> a.b}}')).toMatchObject({ ok: false });
  });
});
