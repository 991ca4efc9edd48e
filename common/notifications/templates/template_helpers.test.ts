import { JavaInstant } from '../../json/java_instant';
import { parseLossless } from '../../json/lossless';
import { parseTemplate, renderTemplate } from './template';

const VIEW = {
  ...(parseLossless(
    `{ "iso": "2026-07-01T23:30:05.123Z", "ms": 1767323045000, "double": 1.767323045E12, "n": 1234567.891,
       "long": 9007199254740993, "share": 0.0525, "text": "a \\"b\\"", "none": null, "map": { "a": 1.0, "b": [null] },
       "shadow": { "date": { "x": "data" } } }`
  ) as Record<string, unknown>),
  end: new JavaInstant(Date.UTC(2026, 2, 29, 1, 0, 0)),
};

describe('our own functions of templates', () => {
  it.each([
    ['{{#date}}{{iso}}{{/date}}', '2026-07-01 23:30:05'],
    ['{{#date}}{{iso}} | Asia/Seoul{{/date}}', '2026-07-02 08:30:05'],
    ['{{#date}}{{iso}} | Asia/Seoul | yyyy-MM-dd HH:mm{{/date}}', '2026-07-02 08:30'],
    [
      '{{#date}}{{iso}} | America/New_York | EEE d MMM yyyy h:mm a XXX{{/date}}',
      'Wed 1 Jul 2026 7:30 PM -04:00',
    ],
    [
      "{{#date}}{{iso}} | UTC | EEEE, MMMM dd ''yy 'at' HH:mm:ss.SSSXXX{{/date}}",
      "Wednesday, July 01 '26 at 23:30:05.123Z",
    ],
    ['{{#date}}{{ms}} | Asia/Kolkata | HH:mm XXX{{/date}}', '08:34 +05:30'],
    ['{{#date}}{{double}} | UTC | yyyy{{/date}}', '2026'],
    // The hour that summer time skips.
    ['{{#date}}{{end}} | Europe/Berlin | HH:mm XXX{{/date}}', '03:00 +02:00'],
    ['{{#date}}{{none}}{{/date}}|{{#date}}{{text}}{{/date}}', '|a "b"'],
    ['{{#date}}{{ms}} | {{text}}{{/date}}', '1767323045000'],
    ['{{#number}}{{n}}{{/number}}', '1,234,567.891'],
    ['{{#number}}{{n}} | 1{{/number}}', '1234567.9'],
    ['{{#number}}{{n}} | #,##0.00{{/number}}', '1,234,567.89'],
    ['{{#number}}{{n}} | #,##0.00 | de{{/number}}', '1.234.567,89'],
    ['{{#number}}{{n}} | 0{{/number}}', '1234568'],
    ['{{#number}}{{share}} | 0.0%{{/number}}', '5.3%'],
    ['{{#number}}{{share}} | 0.0##{{/number}}', '0.053'],
    ['{{#number}}{{long}} | #,##0{{/number}}', '9,007,199,254,740,993'],
    ['{{#number}}{{text}}{{/number}}|{{#number}}{{none}}{{/number}}', 'a "b"|'],
    [
      '{{#json}}text{{/json}} {{#json}}map{{/json}} {{#json}}none{{/json}}',
      '"a \\"b\\"" {"a":1.0,"b":[null]} null',
    ],
    [
      '{{#json}}nope{{/json}} {{#json}}long{{/json}} {{#json}}end{{/json}}',
      'null 9007199254740993 "2026-03-29T01:00:00Z"',
    ],
    ['{{end}} {{#end}}{{.}}{{/end}}', '2026-03-29T01:00:00Z 2026-03-29T01:00:00Z'],
    ['{{#shadow}}{{#date}}{{x}}{{/date}}{{/shadow}}', 'data'],
    [
      '{{^date}}a section that is turned around is about data{{/date}}',
      'a section that is turned around is about data',
    ],
  ])('render %j as %j', (source, expected) => {
    expect(renderTemplate(source, VIEW)).toBe(expected);
  });

  it('fit into JSON', () => {
    const source =
      '{"when": "{{#date}}{{iso}}{{/date}}", "n": "{{#number}}{{n}}{{/number}}", "all": {{#json}}text{{/json}}}';
    expect(JSON.parse(renderTemplate(source, VIEW, { escape: 'json' }))).toEqual({
      when: '2026-07-01 23:30:05',
      n: '1,234,567.891',
      all: 'a "b"',
    });
  });

  it.each([
    ['x\n {{#date}}{{iso}} | Asia/Nowhere{{/date}}', 'There is no time zone Asia/Nowhere.'],
    ['x\n {{#date}}{{iso}} | UTC | YYYY-MM{{/date}}', 'A date has no format YYYY.'],
    ['x\n {{#number}}{{n}} | 0,0{{/number}}', 'A number has no format 0,0.'],
    ['x\n {{#number}}{{n}} | 0.0 | nolanguage{{/number}}', 'There is no language nolanguage.'],
  ])('refuse %j at its place: %s', (source, message) => {
    expect(parseTemplate(source)).toEqual({ ok: false, message, line: 2, column: 2 });
  });

  it('take parameters that show only later', () => {
    expect(parseTemplate('{{#date}}{{iso}} | {{zone}} | {{format}}{{/date}}')).toEqual({
      ok: true,
    });
  });
});
