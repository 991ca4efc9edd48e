import fc from 'fast-check';
import { parseInline, parseMrkdwn } from './slack_mrkdwn';
import type { Inline } from './slack_mrkdwn';

/** In short: `b(…)`, `i(…)`, `s(…)`, `c(…)`, `[text](url)`, `@(…)`. */
const short = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'code':
          return `c(${inline.text})`;
        case 'link':
          return `[${inline.text}](${inline.url})`;
        case 'mention':
          return `@(${inline.text})`;
        default:
          return `${inline.kind[0]}(${short(inline.content)})`;
      }
    })
    .join('');

const plainOf = (inlines: readonly Inline[]): string =>
  inlines.map((one) => ('content' in one ? plainOf(one.content) : one.text)).join('');

describe('a message in the mark-up of Slack', () => {
  it.each([
    ['*bold* and _slanted_, ~gone~', 'b(bold) and i(slanted), s(gone)'],
    ['*a _b_ c*', 'b(a i(b) c)'],
    ['`a *b* <c>`', 'c(a *b* <c>)'],
    ['2 * 3 * 4, snake_case_name, a*b*c', '2 * 3 * 4, snake_case_name, a*b*c'],
    ['** * ** `` _', '** * ** `` _'],
    ['<https://x.test/a?b=1&amp;c=2|see *this*> now', '[see *this*](https://x.test/a?b=1&c=2) now'],
    ['<https://x.test>', '[https://x.test](https://x.test)'],
    ['at https://x.test/a_b_c.', 'at [https://x.test/a_b_c](https://x.test/a_b_c).'],
    ['<mailto:a@x.test|write>', '[write](mailto:a@x.test)'],
    ['<javascript:alert(1)|click>', '<javascript:alert(1)|click>'],
    ['<b>html</b> &lt;i&gt; &amp;amp;', '<b>html</b> <i> &amp;'],
    ['<!here> <@U123|jane> <#C1|ops> <!subteam^S1|team>', '@(@here) @(@jane) @(#ops) @(@team)'],
    [':warning: :nothing_like_it:', '⚠️ :nothing_like_it:'],
  ])('%s is read as %s', (written, expected) => {
    expect(short(parseInline(written))).toBe(expected);
  });

  it('has quotes, items, and blocks of code that keep what is in them', () => {
    const text = '> Find *Pods*\n> more\n\n- one\n2. two\n```\na *b*\n  &lt;c&gt;\n```\nend';
    expect(parseMrkdwn(text)).toMatchObject([
      { kind: 'quote', lines: [[{ text: 'Find ' }, { kind: 'bold' }], [{ text: 'more' }]] },
      { kind: 'line', content: [] },
      { kind: 'item', mark: '-', content: [{ text: 'one' }] },
      { kind: 'item', mark: '2.', content: [{ text: 'two' }] },
      { kind: 'code', text: 'a *b*\n  <c>' },
      { kind: 'line', content: [{ text: 'end' }] },
    ]);
  });

  it('loses no word of any text, and links nothing but the web and mail', () => {
    const piece = fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '<',
      '>',
      '&',
      'https://x',
      'javascript:',
      'a',
      ' ',
      '\n'
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('').replace(/\n/g, ' ');
        const inlines = parseInline(text);
        expect(plainOf(inlines).split('a').length).toBe(text.split('a').length);
        for (const one of inlines)
          if (one.kind === 'link') expect(one.url).toMatch(/^https?:|^mailto:/);
        parseMrkdwn(pieces.join(''));
      })
    );
  });
});
