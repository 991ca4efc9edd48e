import fc from 'fast-check';
import { translateDql } from './translate';

const query = (text: string): unknown => {
  const translated = translateDql(text);
  return translated.kind === 'query' ? translated.query : translated;
};

describe('a line in DQL', () => {
  it.each([
    ['level: ERROR', { match: { level: 'ERROR' } }],
    ['level:ERROR', { match: { level: 'ERROR' } }],
    ['message: out of memory', { match: { message: 'out of memory' } }],
    ['message: "out of \\"memory\\""', { match_phrase: { message: 'out of "memory"' } }],
    ['pod: api-*', { query_string: { fields: ['pod'], query: 'api\\-*' } }],
    ['pod: a\\*b', { match: { pod: 'a*b' } }],
    ['pod: *', { exists: { field: 'pod' } }],
    ['*: *', { match_all: {} }],
    ['*', { match_all: {} }],
    ['took >= 5', { range: { took: { gte: '5' } } }],
    ['@timestamp < "now-1h"', { range: { '@timestamp': { lt: 'now-1h' } } }],
    ['timeout', { multi_match: { type: 'best_fields', query: 'timeout', lenient: true } }],
    ['"a b"', { multi_match: { type: 'phrase', query: 'a b', lenient: true } }],
    ['err*', { query_string: { query: 'err*' } }],
    [
      'host.*: a',
      { multi_match: { type: 'best_fields', query: 'a', fields: ['host.*'], lenient: true } },
    ],
    ['not a: b', { bool: { must_not: [{ match: { a: 'b' } }] } }],
    ['a: (b or "c")', either({ match: { a: 'b' } }, { match_phrase: { a: 'c' } })],
    ['a: (not b)', { bool: { must_not: [{ match: { a: 'b' } }] } }],
    [
      'a: b OR c: d and e: f',
      either({ match: { a: 'b' } }, both({ match: { c: 'd' } }, { match: { e: 'f' } })),
    ],
    [
      '(a: b or c: d) and e: f',
      both(either({ match: { a: 'b' } }, { match: { c: 'd' } }), { match: { e: 'f' } }),
    ],
  ])('%s', (text, expected) => {
    expect(query(text)).toEqual(expected);
  });

  it.each([
    ['level:', 'Expected a field or a value.', 7],
    ['', 'Expected a field or a value.', 1],
    ['a: "b', 'The closing quote is missing.', 4],
    ['(a: b', 'A closing parenthesis is missing.', 6],
    ['a: b c: d', 'Expected and, or, or the end of the line.', 7],
    ['a: b)', 'Expected and, or, or the end of the line.', 5],
    ['a: { b: c }', 'Nested documents ({ … }) cannot be asked for here.', 4],
    ['took* > 5', 'A range needs the name of one field.', 7],
    ['a and', 'Expected a field or a value.', 6],
  ])('%s says what is wrong, and where', (text, message, column) => {
    expect(translateDql(text)).toEqual({ kind: 'error', message, column });
  });

  it('of any form is a clause or a mistake with its place, however deep', () => {
    const line = fc.array(
      fc.constantFrom(
        '(',
        ')',
        ':',
        ' ',
        '*',
        '"',
        '\\',
        '<',
        '>=',
        ' and ',
        ' or ',
        'not ',
        'a',
        '{',
        'é'
      )
    );
    fc.assert(
      fc.property(
        fc.oneof(
          line.map((parts) => parts.join('')),
          fc.string()
        ),
        (text) => {
          const translated = translateDql(text);
          if (translated.kind === 'query') return;
          expect(translated.column).toBeGreaterThan(0);
          expect(translated.column).toBeLessThanOrEqual(text.length + 1);
        }
      ),
      { numRuns: 1000 }
    );
    expect(translateDql('('.repeat(100_000))).toMatchObject({ kind: 'error' });
    expect(translateDql('not '.repeat(100_000))).toMatchObject({ kind: 'error' });
  });
});

function either(...should: object[]): object {
  return { bool: { should, minimum_should_match: 1 } };
}

function both(...filter: object[]): object {
  return { bool: { filter } };
}
