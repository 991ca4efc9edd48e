import fc from 'fast-check';
import { formatJson } from './format_json';
import { jsonTokens } from './json_tokens';
import { jsonTree, repeatedMember } from './json_tree';

const tokensOf = (text: string): string[] => jsonTokens(text).map((token) => token.text);

const repeated = (text: string): string | undefined => {
  const tree = jsonTree(jsonTokens(text));
  if (!tree) throw new Error('The text is not well-formed.');
  return repeatedMember(tree);
};

describe('formatJson', () => {
  it('puts on one line what fits, and breaks the rest', () => {
    expect(formatJson('{"size":0,"query":{"term":{"level":"ERROR"}},"e":{},"l":[]}')).toBe(
      `{
  "size": 0,
  "query": { "term": { "level": "ERROR" } },
  "e": {},
  "l": []
}`
    );
    const long = 'x'.repeat(70);
    expect(formatJson(`{"a":{"b":"${long}","c":[1,2]}}`)).toBe(
      `{
  "a": {
    "b": "${long}",
    "c": [1, 2]
  }
}`
    );
  });

  it('keeps placeholders without quotes, and the spelling of numbers', () => {
    const text = '{"gte":{{period_end}}||-1h,"lt": {{ period_end }},"a":1.50,"b":9007199254740993}';
    expect(tokensOf(formatJson(text))).toEqual(tokensOf(text));
    expect(formatJson(text)).toContain('"gte": {{period_end}}||-1h,\n');
    expect(formatJson(text)).toContain('"a": 1.50,\n');
  });

  it('leaves a text alone that is not well-formed', () => {
    for (const text of ['{"a":}', '{"a":1,}', '{"a" 1}', '[1 2]', '{"a":"x', '', '{', '{}}']) {
      expect(formatJson(text)).toBe(text);
    }
    const deep = '['.repeat(50_000);
    expect(formatJson(deep)).toBe(deep);
  });

  it('changes nothing but white space, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string(), fc.string({ unit: fc.constantFrom(...'{}[],:"\\ a1') })),
        (text) => {
          const formatted = formatJson(text);
          expect(tokensOf(formatted)).toEqual(tokensOf(text));
          expect(formatJson(formatted)).toBe(formatted);
        }
      )
    );
  });

  it('means the same document', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(formatJson(text))).toEqual(JSON.parse(text));
      })
    );
  });
});

describe('repeatedMember', () => {
  it('finds the member that stands twice, however it is spelled', () => {
    expect(repeated('{"a":{"b":1,"c":[{"d":1,"\\u0064":2}]}}')).toBe('a.c[0].d');
    expect(repeated('{"a":1,"b":{"a":1}}')).toBeUndefined();
    expect(repeated('[[1,1],[1]]')).toBeUndefined();
  });
});
