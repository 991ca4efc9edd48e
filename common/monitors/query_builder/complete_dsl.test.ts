import fc from 'fast-check';
import { formatJson } from '../../json/format_json';
import { completeDsl } from './complete_dsl';

const FIELDS = [
  { name: 'level', type: 'keyword' },
  { name: '@timestamp', type: 'date' },
];

/** Asks at the `|` of a text. */
const at = (marked: string, explicit = true) =>
  completeDsl(marked.replace('|', ''), marked.indexOf('|'), FIELDS, explicit);

const labels = (marked: string): string[] => at(marked)?.items.map(({ label }) => label) ?? [];

/** The text with one of the items written, and a `|` where one goes on. */
const writing = (marked: string, label: string): string => {
  const found = at(marked);
  const item = found?.items.find((one) => one.label === label);
  if (!found || !item) return 'not offered';
  const text = marked.replace('|', '');
  const written = `${item.apply.slice(0, item.cursor)}|${item.apply.slice(item.cursor)}`;
  return `${text.slice(0, found.from)}${written}${text.slice(found.to)}`;
};

describe('what can be written in a search body', () => {
  it.each([
    ['{ | }', 'query'],
    ['{ "qu| }', 'aggregations'],
    ['{ "size": 0, "|" }', 'sort'],
    ['{ "query": { "| } }', 'bool'],
    ['{ "query": { "bool": { "filter": [{ "| }] } } }', 'term'],
    ['{ "query": { "bool": { "filter": [{"a": {}}, { "| }] } } }', 'range'],
    ['{ "query": { "bool": { "| } } }', 'must_not'],
    ['{ "query": { "term": { "| } } }', 'level'],
    ['{ "query": { "range": { "@timestamp": { "| } } } }', 'gte'],
    ['{ "query": { "range": { "@timestamp": { "gte": "| } } } }', '{{period_start}}'],
    ['{ "query": { "exists": { "field": "| } } }', 'level'],
    ['{ "aggs": { "x": { "| } } }', 'percentiles'],
    ['{ "aggs": { "x": { "terms": { "| } } } }', 'size'],
    ['{ "aggs": { "x": { "terms": { "field": "| } } } }', '@timestamp'],
    ['{ "aggs": { "x": { "filter": { "| } } } }', 'term'],
    ['{ "sort": [{ "| }] }', '@timestamp'],
    ['{ "sort": [{ "a": { "order": "| } }] }', 'desc'],
    ['{ "_source": ["| ] }', 'level'],
  ])('%s may go on with %s', (marked, label) => {
    expect(labels(marked)).toContain(label);
  });

  it.each(['|', '{ "aggs": { "| } }', '{ "size": |1 }', '{} |'])(
    '%s: nothing is offered',
    (marked) => {
      expect(at(marked)).toBeNull();
    }
  );

  it('comes unasked only where something is begun', () => {
    expect(at('{ | }', false)).toBeNull();
    expect(at('{ "| }', false)).not.toBeNull();
  });

  it('is written with how its value begins, unless it has one', () => {
    expect(writing('{ "query": { "te| } }', 'term')).toBe('{ "query": { "term": { "|": "" } } }');
    expect(writing('{ "query": { "te|": {} } }', 'term')).toBe('{ "query": { "term"|: {} } }');
    expect(writing('{ "query": { "range": { "@t|" } } }', '@timestamp')).toBe(
      '{ "query": { "range": { "@timestamp": { "gte": | } } } }'
    );
    expect(writing('{ "query": { "exists": { "field": "le|" } } }', 'level')).toBe(
      '{ "query": { "exists": { "field": "level"| } } }'
    );
  });

  it('is JSON once a value is written', () => {
    const text = writing('{ "query": { "bo| } }', 'bool').replace('|', '');
    expect(formatJson(text)).not.toBe(text);
  });

  it('is asked for at any place of any text', () => {
    const parts = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      'query',
      'aggs',
      '\\',
      ' ',
      '\n'
    );
    fc.assert(
      fc.property(fc.array(parts), fc.nat(), (pieces, where) => {
        const text = pieces.join('');
        const offset = where % (text.length + 1);
        const found = completeDsl(text, offset, FIELDS, true);
        if (found) {
          expect(found.from).toBeLessThanOrEqual(offset);
          expect(found.to).toBeGreaterThanOrEqual(offset);
        }
      })
    );
  });
});
