import { parseLossless } from '../../../common/json/lossless';
import { doneRunSample } from '../testing/samples';
import { documentsOf } from './documents';
import { withPeriodStart } from './coverage_notice';
import { indented } from './json_layout';
import { queryTextProblems } from './json_lint';

describe('the documents of an answer', () => {
  it('are flattened, their numbers as the cluster wrote them', () => {
    const [first, second] = documentsOf(doneRunSample().response);
    expect(first.time).toBe('2026-01-02T03:04:05.000Z');
    expect(first.fields).toContainEqual({ name: 'kubernetes.container_name', text: 'cart' });
    expect(first.fields).toContainEqual({ name: 'latency', text: '5.0' });
    expect(second.fields).toContainEqual({ name: 'offset', text: '9007199254740993' });
  });

  it('show what else there is of a hit without a source', () => {
    const [hit] = documentsOf(parseLossless('{"hits":{"hits":[{"_id":"a","_index":"i"}]}}'));
    expect(hit.fields).toContainEqual({ name: '_index', text: 'i' });
  });

  it('are none where there are none', () => {
    expect(documentsOf(parseLossless('{"aggregations":{}}'))).toEqual([]);
    expect(documentsOf(null)).toEqual([]);
  });
});

describe('the text of a query', () => {
  it('is checked with its place, as JSON and as an object', () => {
    expect(queryTextProblems('{\n  "size": oops\n}')).toMatchObject([{ line: 2 }]);
    expect(queryTextProblems('[]')).toMatchObject([{ line: 1, column: 1 }]);
    expect(queryTextProblems('{"a":"{{period_end}}||-15s"}')).toEqual([]);
  });

  it('is laid out without a change to its numbers', () => {
    expect(indented('{"a":5.0,"b":9007199254740993}')).toBe(
      '{\n  "a": 5.0,\n  "b": 9007199254740993\n}'
    );
    expect(indented('no JSON')).toBe('no JSON');
  });

  it('covers the whole period once its own look-back is replaced', () => {
    expect(withPeriodStart('"from": "{{period_end}}||-15s", "to": "{{period_end}}"')).toBe(
      '"from": "{{period_start}}", "to": "{{period_end}}"'
    );
  });
});
