import { parseLossless } from '../../common/json/lossless';
import type { JsonValue } from '../../common/json/lossless';
import { parseTemplate, renderTemplate } from '../../common/notifications/templates/template';
import { testCluster } from '../support/cluster';
import type { TestCluster } from '../support/cluster';

/** Maps that are printed as JSON have one member: there ours keep the order of the document, and Java's do not. */
const PARAMS_JSON = `{
  "ctx": {
    "monitor": { "name": "Pods" },
    "trigger": { "name": "ERROR \\"now\\"", "severity": "1" },
    "results": [{ "hits": { "total": { "value": 2 }, "max_score": 1.0, "hits": [
      { "_source": { "@timestamp": "2026-01-02T03:04:05Z", "message": "a <b> & 'c'\\n\\"d\\"", "kubernetes": { "container_name": "api" } } },
      { "_source": { "@timestamp": "2026-01-02T03:04:06Z", "message": "tab\\tend", "kubernetes": { "container_name": "web" } } }
    ] } }],
    "error": null
  },
  "i": 5, "zero": 0, "zero_double": 0.0, "d": 1.0, "h": 2.5, "big": 12345678.0, "tiny": 1.0E-5,
  "long": 9007199254740993, "s": "abc", "e": "", "t": true, "f": false, "n": null, "q": "a\\"b\\nc/<&>\\\\",
  "list": [1, 2.0, "x"], "quoted": ["a\\"b", "c"], "el": [], "map": { "a": [1, { "c": null }] }, "em": {},
  "o": [{ "x": 1, "s": "in" }, { "x": 2 }], "ll": [[1, 2], [3]], "bl": [true, false],
  "a": { "b": "nested", "c": 1 }, "deep": { "a": { "z": 1 } }, "k.v": "flat", "src": { "k.v": "inner" },
  "both": { "x": "nested" }, "both.x": "flat",
  "many": { "error": 4, "warn": 11, "info": 9.0, "debug": null, "a": [], "AaAa": "x", "BBBB": { "k": 1 }, "trace": false },
  "maps": [{ "b": 1, "a": 2 }, { "zz": "<", "y": "\\"" }], "one": [0], "uni": "한 é \\u2028 \\u0001", "deepest": { "l": [{ "m": [{ "v": 1.5 }] }] }
}`;
const PARAMS = parseLossless(PARAMS_JSON) as Record<string, JsonValue>;

const AGREED = [
  '> Find Pods Error Logs\n\n{{#ctx.results.0.hits.hits}}\n`{{_source.kubernetes.container_name}} Error!!  {{_source.@timestamp}} {{_source.message}}`\n{{/ctx.results.0.hits.hits}}\n',
  'Monitor {{ctx.monitor.name}}: {{ctx.results.0.hits.total.value}} of {{ctx.results.0.hits.max_score}}; {{ctx.error}}',
  '{{i}} {{zero}} {{zero_double}} {{d}} {{h}} {{big}} {{tiny}} {{long}} {{s}} {{t}} {{f}} {{n}}|{{nope}}|',
  '{{#zero}}Z{{/zero}}{{#zero_double}}D{{/zero_double}}{{#e}}E{{/e}}{{#n}}n{{/n}}{{#f}}f{{/f}}{{#t}}T{{/t}}{{#em}}EM{{/em}}{{#el}}EL{{/el}}{{#nope}}x{{/nope}}',
  '{{^zero}}Z{{/zero}}{{^zero_double}}D{{/zero_double}}{{^e}}E{{/e}}{{^n}}n{{/n}}{{^f}}f{{/f}}{{^t}}T{{/t}}{{^em}}EM{{/em}}{{^el}}EL{{/el}}{{^nope}}x{{/nope}}',
  '{{map}} {{list}} {{em}} {{el}} {{ll}}',
  '{{list.size}} {{el.size}} {{map.a.size}} {{s.length}} {{s.size}} {{#list.size}}has{{/list.size}}{{#el.size}}has{{/el.size}}',
  '{{#list}}<{{.}}>{{/list}} {{#o}}[{{x}}{{s}}]{{/o}}',
  '{{#t}}{{.}}{{/t}} {{#i}}{{.}}{{/i}} {{#s}}{{.}}{{/s}} {{#zero}}{{.}}{{/zero}} {{#map}}{{.}}{{/map}}',
  '{{#bl}}<{{.}}>{{/bl}} {{#ll}}({{0}}{{#.}}{{.}},{{/.}}){{/ll}} {{ll.0.1}} {{o.0.x}}{{o.1.s}}',
  '{{q}} {{{q}}} {{&q}}',
  '{{many}} {{maps}} {{ctx.results.0.hits.total}} {{deepest}}',
  '{{#many}}{{error}}{{info}}{{debug}}{{#trace}}no{{/trace}}{{^trace}}yes{{/trace}}{{BBBB.k}}{{/many}}',
  '{{#maps}}{{.}};{{/maps}} {{#one}}zero{{/one}} {{#deepest.l}}{{#m}}{{v}}{{/m}}{{/deepest.l}} {{deepest.l.0.m.0.v}}',
  '{{#i}}five{{/i}}{{#zero}}null is shown{{/zero}}{{^zero}}not{{/zero}}{{#ctx.results.0.hits.max_score}}{{.}}{{/ctx.results.0.hits.max_score}}',
  '{{uni}} {{#toJson}}uni{{/toJson}} {{#toJson}}one{{/toJson}} {{#toJson}}deepest{{/toJson}}',
  '{{many.size}}|{{maps.size}} {{maps.1.y}} {{#maps.size}}{{.}}{{/maps.size}}',
  "{{#join}}one{{/join}} {{#join}}bl{{/join}} {{#join delimiter=' '}}ll{{/join delimiter=' '}} {{#join}}maps{{/join}} {{#join}}many{{/join}}",
  '{{#url}}{{uni}}/?#[]@:$,+=%20{{/url}} {{#url}}{{many.error}}&{{d}}{{/url}}',
  '{{#f}}{{#toJson}}list{{/toJson}}{{/f}}{{#t}}{{#join}}list{{/join}}{{/t}}',
  '{{ctx.nothing.at.all}}{{ctx.error.at.all}}{{#ctx.error}}no{{/ctx.error}}{{^ctx.error}}fine{{/ctx.error}}',
  '{{a.b}} {{k.v}} {{both.x}} {{#src}}{{k.v}}{{/src}} {{#deep}}{{a.b}} {{a.z}} {{a.c}}{{/deep}}',
  '{{constructor}}{{constructor.name}}{{__proto__}}{{toString}}{{valueOf}}{{map.constructor}}{{hasOwnProperty}}',
  '{{#toJson}}map{{/toJson}} {{#toJson}}list{{/toJson}} {{#toJson}}s{{/toJson}} {{#toJson}}i{{/toJson}} {{#toJson}}d{{/toJson}} {{#toJson}}nope{{/toJson}} {{#toJson}}n{{/toJson}} {{#toJson}}q{{/toJson}} {{#toJson}}quoted{{/toJson}}',
  '{{#o}}{{#toJson}}x{{/toJson}} {{/o}}{{#toJson}}ll{{/toJson}} {{#toJson}}em{{/toJson}}{{#toJson}}el{{/toJson}} {{#toJson}}long{{/toJson}}',
  '{{#join}}list{{/join}} {{#join delimiter="; "}}list{{/join delimiter="; "}} {{#join delimiter=\'||\'}}list{{/join delimiter=\'||\'}}',
  '{{#join}}s{{/join}} {{#join}}nope{{/join}} {{#join}}map.a{{/join}} {{#join}}quoted{{/join}} {{#join}}ll{{/join}} {{#join}}el{{/join}}',
  "{{#url}}a b&c={{s}}/~é!'()*-_.한 {{h}}{{/url}}",
  '{{#url}}{{q}}{{/url}}',
  'A\n{{#o}}\n- {{x}}\n{{/o}}\nB',
  'A\n  {{#o}}\n  - {{x}}\n  {{/o}}\nB',
  'A\r\n{{#o}}\r\n- {{x}}\r\n{{/o}}\r\nB',
  '{{#o}} {{x}} {{/o}}\nB',
  '{{#t}}\n\nx\n\n{{/t}}\n',
  ' {{#t}} y {{/t}} \nz',
  '{{#t}}\n  {{#t}}\n   x\n  {{/t}}\n{{/t}}\nend',
  '{{#f}}\nno\n{{/f}}\n{{^f}}\nyes\n{{/f}}\n',
  'A {{! a comment }} B',
  '{{=<% %>=}}<% i %> {{i}} <%#o%><%x%><%/o%>',
  '{{ i }} {{# t }}x{{/ t }} {{&  s }} {{{ s }}}',
  '{{#o}}{{#s}}{{s}}{{/s}}{{^s}}none{{/s}},{{i}}{{/o}}',
  '{{i.foo}}{{i.foo.bar}}{{n.foo}}{{s.foo}}{{a.b.c}}{{a..b}}{{.a}}',
  '{{#o.0}}{{x}}{{/o.0}}{{#map.a}}{{.}};{{/map.a}}',
  '{ {i} } }} {{i}}{{{s}}}}{{d}} {{i} b {{s}}',
  '',
];

/** What has no rendering there has none here either. */
const REFUSED = ['{{#t}}x', 'x{{/t}}', '{{#t}}{{#f}}{{/t}}{{/f}}', '{{i', '{{i}', '{{{i}}', '{{}}'];

describe('templates beside the Mustache of a real cluster', () => {
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await testCluster();
  });

  /** The cluster puts the output into its answer as it is, so that the answer need not be JSON. */
  const onCluster = async (source: string): Promise<string | undefined> => {
    const { body } = await cluster.request<unknown>(
      'POST',
      '/_render/template',
      `{"source":${JSON.stringify(source)},"params":${PARAMS_JSON}}`
    );
    const text = typeof body === 'string' ? body : undefined;
    const output = /^\{"template_output":(.*)\}$/s.exec(text ?? '')?.[1];
    if (output !== undefined) return output;
    const parsed = body as { template_output?: unknown };
    return parsed.template_output === undefined
      ? undefined
      : JSON.stringify(parsed.template_output);
  };

  it.each(AGREED)('render the same: %j', async (source) => {
    // A first line that is no JSON keeps the answer from being parsed.
    const marked = `?\n${source}`;
    expect(renderTemplate(marked, PARAMS, { escape: 'json' })).toBe(await onCluster(marked));
  });

  it.each(REFUSED)('are refused the same: %j', async (source) => {
    expect(await onCluster(source)).toBeUndefined();
    expect(parseTemplate(source).ok).toBe(false);
  });
});
