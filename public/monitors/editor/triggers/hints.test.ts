import { newMonitorOf } from '../new_monitor';
import { bucketHints } from './bucket_hints';
import {
  completeExpression,
  expressionProblems,
  inNames,
  termChoices,
  withPart,
  withTerm,
} from './expression_terms';

describe('what a query offers to a trigger over its buckets', () => {
  const QUERY = `{"aggs": {
    "hosts": {
      "composite": {"sources": [{"host": {"terms": {"field": "h"}}}, {"day": {}}]},
      "aggs": {
        "slow": {"percentiles": {"field": "ms"}},
        "failed": {"filter": {}, "aggs": {"most": {"max": {"field": "ms"}}}}
      }
    },
    "only_bad": {"filter": {}, "aggs": {"users": {"terms": {"field": "u"}}}},
    "mean": {"avg": {"field": "ms"}}
  }}`;

  it('is its aggregations with buckets, their values and their keys', () => {
    expect(bucketHints(QUERY, 'hosts')).toEqual({
      parents: ['hosts', 'only_bad>users'],
      paths: ['_count', 'slow', 'failed>_count', 'failed>most'],
      sources: ['host', 'day'],
    });
  });

  it('is one key where the aggregation is no composite one', () => {
    expect(bucketHints(QUERY, 'only_bad>users').sources).toBeUndefined();
  });

  it('is next to nothing while the query cannot be read', () => {
    expect(bucketHints('{', 'hosts')).toEqual({
      parents: [],
      paths: ['_count'],
      sources: undefined,
    });
  });
});

describe('an expression that is put together', () => {
  const draft = newMonitorOf('doc_level_monitor');
  const choices = termChoices(draft, () => undefined);

  it('offers queries and tags, with a name that ends a term in quotes', () => {
    expect(choices).toEqual([{ text: 'query[name=errors]', label: 'errors' }]);
    if (draft.monitor_type !== 'doc_level_monitor') throw new Error('It is one.');
    const [{ doc_level_input: input }] = draft.inputs;
    const queries = [{ ...input.queries[0], name: 'a]b', tags: ['t'] }];
    const other = {
      ...draft,
      inputs: [{ doc_level_input: { ...input, queries } }] as typeof draft.inputs,
    };
    const texts = termChoices(other, () => undefined).map(({ text }) => text);
    expect(texts).toEqual(['query[name="a]b"]', 'query[tag=t]']);
    for (const text of texts) expect(expressionProblems(text)).toEqual([]);
  });

  it('joins terms by and, unless an operator stands there', () => {
    const one = withTerm('', 'a');
    expect(withTerm(one, 'b')).toBe('a && b');
    expect(withTerm(withPart(one, '||'), 'b')).toBe('a || b');
    expect(withTerm(withPart(withPart('', '!'), '('), 'b')).toBe('!(b');
  });

  it('is read in names', () => {
    const named = [{ text: 'monitor[id=x1]', label: 'Shop' }];
    expect(inNames('!monitor[id=x1]', named)).toBe('!“Shop”');
    expect(inNames('monitor[id=', named)).toBe('');
    expect(expressionProblems('monitor[id=x1] &&')).toMatchObject([{ line: 1 }]);
  });

  it('is completed by names, and by what a term begins with', () => {
    const named = [
      { text: 'monitor[id=x1]', label: 'Shop is slow' },
      { text: 'monitor[id=y2]', label: 'Disk' },
    ];
    const taken = (marked: string, label: string): string => {
      const source = marked.replace('|', '');
      const found = completeExpression(source, marked.indexOf('|'), false, named);
      const item = found?.items.find((each) => each.label === label);
      if (!found || !item) throw new Error(`There is no ${label}.`);
      return `${source.slice(0, found.from)}${item.apply}${source.slice(found.to)}`;
    };
    expect(taken('Sh|', 'Shop is slow')).toBe('monitor[id=x1]');
    expect(taken('monitor[id=x1] && !(D| )', 'Disk')).toBe('monitor[id=x1] && !(monitor[id=y2] )');
    expect(taken('monitor[id=x1] && monitor[id=|]', 'monitor[id=y2]')).toBe(
      'monitor[id=x1] && monitor[id=y2]'
    );
    expect(completeExpression('', 0, false, named)).toBeNull();
    expect(completeExpression('', 0, true, named)?.items).toHaveLength(2);
  });
});
