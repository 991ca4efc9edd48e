import fc from 'fast-check';
import type { IndexField } from '../../../../common/indices/fields';
import { randomQuery } from '../../../../common/monitors/query_builder/testing/random_queries';
import type { Filter } from '../../../../common/monitors/query_builder/visual_query';
import { addRow, changeRow, modelOf, queryOf, removeRow } from './builder_model';
import { asChoice, choicesFor, valueOfText, withField } from './filter_choices';

const field = (name: string, type: string): IndexField => ({
  ...{ name, type, searchable: true, aggregatable: true },
});

const is = (value: string): Filter => ({ field: 'level', test: { kind: 'is', value } });

describe('the rows of the builder', () => {
  it('are the query that was read, whatever it holds', () => {
    fc.assert(fc.property(randomQuery, (query) => expect(queryOf(modelOf(query))).toEqual(query)));
  });

  it('are part of the query once they are filled in', () => {
    const model = modelOf({
      ...{ timeField: 't', lookBack: { kind: 'since_last_run' }, metrics: [], groupBy: [] },
      ...{ documents: 0, filters: [is('')] },
    });
    const filters = addRow(model.filters, is(''));
    const kept = (rows: typeof filters) => queryOf({ ...model, filters: rows }).filters;
    expect(kept(filters)).toEqual([is('')]);
    expect(kept(changeRow(filters, 1, is('ERROR')))).toEqual([is(''), is('ERROR')]);
    expect(kept(changeRow(filters, 0, is('')))).toEqual([]);
    expect(kept(removeRow(filters, 0))).toEqual([]);
    expect(addRow(removeRow(filters, 0), is('')).map(({ id }) => id)).toEqual([1, 2]);
  });
});

describe('what a field can be held against', () => {
  it('follows from its type, and keeps what stands there', () => {
    const kinds = (type: string) => choicesFor(field('f', type), 'exists').map(({ kind }) => kind);
    expect(kinds('text')).toEqual(['phrase', 'phrase', 'exists', 'exists']);
    expect(kinds('long')).not.toContain('contains');
    expect(kinds('keyword')).toContain('contains');
    expect(choicesFor(field('f', 'boolean'), 'range').map(({ kind }) => kind)).toContain('range');
  });

  it('takes along what was written', () => {
    expect(asChoice(is('ERROR'), { kind: 'one_of', not: true })).toEqual({
      ...{ field: 'level', not: true, test: { kind: 'one_of', values: ['ERROR'] } },
    });
    expect(asChoice(is('5'), { kind: 'range', not: false }).test).toEqual({
      kind: 'range',
      gte: '5',
    });
    expect(asChoice(is(''), { kind: 'range', not: false }).test).toEqual({ kind: 'range' });
    expect(withField(is('ERROR'), 'message', field('message', 'text'))).toEqual({
      field: 'message',
      test: { kind: 'phrase', value: '' },
    });
  });

  it('is a number or a truth value where the field has such', () => {
    expect(valueOfText('5', field('n', 'long'))).toBe(5);
    expect(valueOfText('5.50', field('n', 'double'))).toBe('5.50');
    expect(valueOfText('9007199254740993', field('n', 'long'))).toBe('9007199254740993');
    expect(valueOfText('5', field('n', 'keyword'))).toBe('5');
    expect(valueOfText('true', field('b', 'boolean'))).toBe(true);
    expect(valueOfText('5', undefined)).toBe('5');
  });
});
