import fc from 'fast-check';
import { parseLossless } from '../../json/lossless';
import type { JsonValue } from '../../json/lossless';
import { parseTemplate, renderTemplate, TemplateError } from './template';
import type { RenderOptions } from './template';

const VIEW = parseLossless(`{
  "ctx": {
    "results": [{ "hits": { "total": { "value": 2 }, "max_score": 1.0, "hits": [
      { "_source": { "@timestamp": "2026-01-02T03:04:05Z", "message": "a <b>", "kubernetes": { "container_name": "api" } } },
      { "_source": { "@timestamp": "2026-01-02T03:04:06Z", "message": "c", "kubernetes.container_name": "web" } }
    ] } }]
  },
  "i": 5, "zero": 0, "zero_double": 0.0, "d": 1.0, "big": 12345678.0, "long": 9007199254740993,
  "s": "abc", "e": "", "t": true, "f": false, "n": null, "q": "a\\"b\\n<&>",
  "list": [1, 2.0, "x"], "el": [], "map": { "a": 1 }, "em": {}, "two": { "a": 1.0, "b": [1, { "c": null }] },
  "o": [{ "x": 1, "s": "in" }, { "x": 2 }], "a": { "b": "nested", "c": 1 }, "deep": { "a": { "z": 1 } },
  "both": { "x.y": "flat", "x": { "y": "nested" } }, "mixed": { "a.b": { "c.d": "found" }, "a": { "b": { "e": 1 } } }
}`) as Record<string, JsonValue>;

const SEED = `> Find Pods Error Logs

{{#ctx.results.0.hits.hits}}
\`{{_source.kubernetes.container_name}} Error!!  {{_source.@timestamp}} {{_source.message}}\`
{{/ctx.results.0.hits.hits}}
`;

describe('renderTemplate', () => {
  it('renders the loop over documents, flat keys and nested ones alike', () => {
    expect(renderTemplate(SEED, VIEW)).toBe(
      '> Find Pods Error Logs\n\n' +
        '`api Error!!  2026-01-02T03:04:05Z a <b>`\n' +
        '`web Error!!  2026-01-02T03:04:06Z c`\n'
    );
  });

  it.each([
    ['{{i}} {{d}} {{big}} {{long}} {{zero_double}}', '5 1.0 1.2345678E7 9007199254740993 0.0'],
    ['{{ctx.results.0.hits.max_score}}', '1.0'],
    ['{{t}} {{f}} {{n}}|{{nope}}|{{nope.x.y}}', 'true false ||'],
    ['{{#zero}}a{{/zero}}{{#zero_double}}b{{/zero_double}}{{#em}}c{{/em}}{{#t}}d{{/t}}', 'abcd'],
    ['{{#e}}a{{/e}}{{#n}}b{{/n}}{{#f}}c{{/f}}{{#el}}d{{/el}}{{#nope}}e{{/nope}}', ''],
    ['{{^e}}a{{/e}}{{^n}}b{{/n}}{{^f}}c{{/f}}{{^el}}d{{/el}}{{^zero}}e{{/zero}}', 'abcd'],
    ['{{map}} {{em}} {{list}} {{el}}', '{a=1} {} {0=1, 1=2.0, 2=x} {}'],
    ['{{two}}', '{a=1.0, b=[1, {c=null}]}'],
    ['{{list.size}} {{s.length}} {{list.length}}{{map.size}}{{list.9}}', '3 3 '],
    ['{{#list}}<{{.}}>{{/list}}', '<1><2.0><x>'],
    ['{{#t}}{{.}}{{/t}}{{#s}}{{.}}{{/s}}', 'trueabc'],
    ['{{#o}}{{x}}{{s}},{{/o}}', '1in,2abc,'],
    ['{{a.b}} {{#deep}}{{a.z}}{{a.c}}{{/deep}}', 'nested 1'],
    ['{{both.x.y}} {{#both}}{{x.y}}{{/both}}', 'nested flat'],
    ['{{mixed.a.b.c.d}} {{mixed.a.b.e}}{{mixed.a.b.c}}', 'found 1'],
    [
      '{{constructor}}{{constructor.name}}{{__proto__}}{{toString}}{{s.constructor}}{{list.map}}',
      '',
    ],
    ['{{q}} {{{q}}} {{&q}}', 'a"b\n<&> a"b\n<&> a"b\n<&>'],
    [
      '{{#toJson}}two{{/toJson}} {{#toJson}}list{{/toJson}}',
      '{"a":1.0,"b":[1,{"c":null}]} [1,2.0,"x"]',
    ],
    ['{{#toJson}}s{{/toJson}} {{#toJson}}nope{{/toJson}}', 'abc '],
    [
      "{{#join}}list{{/join}} {{#join delimiter=' | '}}list{{/join delimiter=' | '}}",
      '1,2.0,x 1 | 2.0 | x',
    ],
    ['{{#url}}{{s}}=a b/é!{{/url}}', 'abc%3Da+b%2F%C3%A9%21'],
    ['{{! not shown }}{{=<% %>=}}<% i %>{{i}}', '5{{i}}'],
    ['', ''],
  ])('renders %j as %j', (source, expected) => {
    expect(renderTemplate(source, VIEW)).toBe(expected);
  });

  it('escapes what stands inside of a JSON string, where asked to', () => {
    const message = renderTemplate(
      '{"text":"{{q}}","n":{{i}},"raw":{{#toJson}}map{{/toJson}}}',
      VIEW,
      {
        escape: 'json',
      }
    );
    expect(JSON.parse(message)).toEqual({ text: 'a"b\n<&>', n: 5, raw: { a: 1 } });
  });

  it('makes any value a JSON string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(JSON.parse(renderTemplate('"{{value}}"', { value }, { escape: 'json' }))).toBe(
          value
        );
      })
    );
  });

  it.each<[string, RenderOptions['limits'], RegExp]>([
    ['{{#o}}{{#o}}{{#o}}{{s}}{{/o}}{{/o}}{{/o}}', { length: 10, steps: 1000 }, /10 characters/],
    ['{{#o}}{{#o}}{{#o}}{{/o}}{{/o}}{{/o}}', { length: 1000, steps: 10 }, /10 steps/],
    ['{{#toJson}}ctx{{/toJson}}', { length: 10, steps: 1000 }, /10 characters/],
    ['{{#url}}abcdef é é{{/url}}', { length: 10, steps: 1000 }, /10 characters/],
  ])('stops %s at its limits', (source, limits, message) => {
    expect(() => renderTemplate(source, VIEW, { limits })).toThrow(TemplateError);
    expect(() => renderTemplate(source, VIEW, { limits })).toThrow(message);
    expect(() => renderTemplate(source, VIEW)).not.toThrow();
  });

  it('refuses a template that does not parse', () => {
    expect(() => renderTemplate('{{#t}}', VIEW)).toThrow(TemplateError);
  });
});

describe('parseTemplate', () => {
  it.each([[SEED], [''], ['{ {i} } }}'], ['{{#a}}{{^b}}{{/b}}{{/a}}']])('accepts %j', (source) => {
    expect(parseTemplate(source)).toEqual({ ok: true });
  });

  it.each([
    ['a\n{{i', 2, 1, 'Unclosed tag.'],
    ['a\n {{{i}}', 2, 2, 'Unclosed tag.'],
    ['a\n{{#t}}x', 2, 1, 'Unclosed section "t".'],
    ['{{#t}}{{#s}}{{/s}}x\n{{a}}', 1, 1, 'Unclosed section "t".'],
    ['x\n {{/t}}', 2, 2, 'Unopened section "t".'],
    ['{{#t}}\n{{#f}}\n{{/t}}{{/f}}', 3, 1, 'Unclosed section "f".'],
    ['{{i}}\n{{}}', 2, 1, 'A tag without a name.'],
    [
      '{{i}}\n {{>a part}}',
      2,
      2,
      'A shared template is named by letters, digits, _ and -, as in {{> name}}.',
    ],
    ['a\n{{#t} b {{/t}} c', 2, 1, 'Unclosed section "t} b {{/t".'],
  ])('refuses %j at line %i, column %i: %s', (source, line, column, message) => {
    expect(parseTemplate(source)).toEqual({ ok: false, message, line, column });
  });

  it('refuses a template beyond reason, behind its last possible character', () => {
    const length = 100_000;
    expect(parseTemplate('x'.repeat(length))).toEqual({ ok: true });
    expect(parseTemplate('x'.repeat(length + 1))).toMatchObject({ ok: false, column: length + 1 });
  });

  it('refuses sections that are nested beyond reason', () => {
    const source = '{{#t}}'.repeat(8_000) + '{{/t}}'.repeat(8_000);
    expect(parseTemplate(source)).toMatchObject({ ok: false, line: 1, column: 607 });
  });
});
