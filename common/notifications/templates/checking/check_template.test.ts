import fc from 'fast-check';
import { parseLossless } from '../../../json/lossless';
import { checkTemplate } from './check_template';
import { NOTHING, listShape, mapShape, shapeOf } from './shape';

const VIEW = shapeOf(
  parseLossless(`{ "ctx": {
    "monitor": { "name": "Errors", "enabled": true },
    "periodEnd": "2026-01-02T03:04:05Z",
    "results": [{
      "hits": { "total": { "value": 2 }, "hits": [
        { "_source": { "message": "boom", "kubernetes.container_name": "cart" } },
        { "_source": { "message": "bang", "tags": ["a"] } }
      ] },
      "aggregations": { "avg": { "value": 1.5 } }
    }],
    "none": { "hits": [] },
    "alert": { "value": "true", "date": null }
  } }`)
);

const said = (source: string) =>
  checkTemplate(source, VIEW).map(
    ({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`
  );

describe('a checked template', () => {
  it.each([
    ['plain text', 'plain'],
    [
      'names, indices, sizes',
      '{{ctx.monitor.name}} {{ctx.results.0.hits.hits.size}} {{ctx.results.0.hits.total.value}}',
    ],
    [
      'loops over documents, also such as lack a field, and flat keys',
      '{{#ctx.results.0.hits.hits}}{{_source.kubernetes.container_name}} {{_source.tags.0}} {{ctx.monitor.name}}{{/ctx.results.0.hits.hits}}',
    ],
    ['an item behind the last of the sample', '{{ctx.results.0.hits.hits.7._source.message}}'],
    [
      'functions',
      '{{#date}}{{ctx.periodEnd}} | UTC{{/date}} {{#number}}{{ctx.results.0.aggregations.avg.value}} | 0.0{{/number}} {{#json}}ctx.alert{{/json}} {{#url}}{{ctx.monitor.name}}{{/url}}',
    ],
    [
      'a map that is entered, a text as a condition',
      '{{#ctx.alert}}{{value}}{{/ctx.alert}}{{#ctx.monitor.name}}{{.}}{{/ctx.monitor.name}}',
    ],
    ['what is null', '{{ctx.alert.date}}'],
  ])('is right with %s', (_what, source) => {
    expect(said(source)).toEqual([]);
  });

  it.each([
    [
      'a\n {{ctx.monitor.nmae}}',
      'warning 2:2 There is no ctx.monitor.nmae in the sample: nothing would be printed. Did you mean ctx.monitor.name?',
    ],
    [
      '{{ctx.result.0.hits.total.value}}',
      'warning 1:1 There is no ctx.result.0.hits.total.value in the sample: nothing would be printed. Did you mean ctx.results.0.hits.total.value?',
    ],
    [
      '{{monitor.name}}',
      'warning 1:1 There is no monitor.name in the sample: nothing would be printed. Did you mean ctx.monitor.name?',
    ],
    [
      '{{#ctx.results.0.hits.hits}}{{mesage}}{{/ctx.results.0.hits.hits}}',
      'warning 1:29 There is no mesage in the sample: nothing would be printed.',
    ],
    [
      '{{#ctx.results.0.hits.hits}}{{message}}{{/ctx.results.0.hits.hits}}',
      'warning 1:29 There is no message in the sample: nothing would be printed. Did you mean _source.message?',
    ],
    [
      '{{ctx.results.hits.total.value}}',
      'warning 1:1 ctx.results.hits.total.value: ctx.results is a list. Name one of its items, or loop over it. Did you mean ctx.results.0.hits.total.value?',
    ],
    [
      '{{ctx.results.0.hits.total}}',
      'warning 1:1 ctx.results.0.hits.total is a map and prints as {a=1}. Name one of its members, or write it as JSON: {{#json}}ctx.results.0.hits.total{{/json}}.',
    ],
    [
      '{{ctx.results.0.hits.hits}}',
      'warning 1:1 ctx.results.0.hits.hits is a list and prints as {0=a, 1=b}. Loop over it: {{#ctx.results.0.hits.hits}}{{.}}{{/ctx.results.0.hits.hits}}, or {{#join}}ctx.results.0.hits.hits{{/join}}.',
    ],
    [
      '{{#ctx.results.0.hits.total.value}}x{{/ctx.results.0.hits.total.value}}',
      'warning 1:1 ctx.results.0.hits.total.value is a number: a section over it is always shown, for 0 as well.',
    ],
    [
      '{{^ctx.results.0.hits.total.value}}x{{/ctx.results.0.hits.total.value}}',
      'warning 1:1 ctx.results.0.hits.total.value is a number: this is never shown, for 0 neither.',
    ],
    [
      '{{#date}}{{ctx.monitor.name}}{{/date}}',
      'warning 1:10 In the sample this is no date: Errors. It is printed as it is.',
    ],
    [
      '{{#number}}{{ctx.monitor.name}}{{/number}}',
      'warning 1:12 In the sample this is no number: Errors. It is printed as it is.',
    ],
    [
      '{{#join}}ctx.monitor{{/join}}',
      'warning 1:1 join is for lists: of anything else it prints the name.',
    ],
    [
      '{{#toJson}}{{ctx.alert}}{{/toJson}}',
      'warning 1:1 toJson takes a name without braces: {{#toJson}}ctx.alert{{/toJson}}.',
    ],
    [
      '{{#ctx.none.hits}}{{_source.x}}{{/ctx.none.hits}}',
      'info 1:19 _source.x is not known from the sample.',
    ],
    ['a\n{{#ctx.alert}}', 'error 2:1 Unclosed section "ctx.alert".'],
    [
      '{{#ctx.alert}}\n{{/ctx.alret}}',
      'error 2:1 Section "ctx.alert" is still open where "ctx.alret" is closed.',
    ],
    ['{{#date}}{{ctx.periodEnd}} | Mars{{/date}}', 'error 1:1 There is no time zone Mars.'],
  ])('%j: %s', (source, remark) => {
    expect(said(source)).toEqual([remark]);
  });

  it('comes with what mends it, where that is one place', () => {
    const mended = (source: string) =>
      checkTemplate(source, VIEW).map(({ fix }) =>
        fix ? source.slice(0, fix.from) + fix.insert + source.slice(fix.to) : undefined
      );
    expect(mended('a {{ monitor.name }} b')).toEqual(['a {{ ctx.monitor.name }} b']);
    expect(mended('{{#ctx.result}}{{/ctx.result}}')).toEqual([undefined]);
    expect(mended('a\r\n{{#ctx.alert}}\n x {{/ctx.alret}}')).toEqual([
      'a\r\n{{#ctx.alert}}\n x {{/ctx.alert}}',
    ]);
    expect(mended('a\n{{#ctx.alert}} b')).toEqual(['a\n{{#ctx.alert}} b{{/ctx.alert}}']);
  });

  it('takes an open place for what it does not know, and warns of the rest', () => {
    const shape = mapShape({
      ctx: mapShape({ hits: listShape(mapShape({ _source: mapShape({}, true), _id: NOTHING })) }),
    });
    const remarks = (source: string) =>
      checkTemplate(source, shape).map(({ severity }) => severity);
    expect(remarks('{{#ctx.hits}}{{_source.anything.at.all}}{{/ctx.hits}}')).toEqual(['info']);
    expect(remarks('{{#ctx.hits}}{{_sauce}}{{/ctx.hits}}')).toEqual(['warning']);
  });

  it('never throws, whatever is written', () => {
    const pieces = fc.constantFrom(
      ...[
        '{{',
        '}}',
        '{{#',
        '{{/',
        '{{^',
        '{{{',
        '}}}',
        '{{!',
        '{{&',
        '{{=<% %>=}}',
        '|',
        '\n',
        ' ',
      ],
      ...[
        'ctx',
        'ctx.results.0.hits.hits',
        'ctx.monitor.name',
        '.',
        '..',
        '_source.message',
        '0',
        'size',
      ],
      ...[
        'date',
        'number',
        'json',
        'toJson',
        'join',
        'url',
        "join delimiter=', '",
        'constructor',
        '__proto__',
      ]
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (texts) => {
        const source = texts.join('');
        for (const { line, column } of checkTemplate(source, VIEW)) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
        }
      })
    );
  });
});
