import { monitorSample } from '../../testing/samples';
import { newMonitorOf } from '../new_monitor';
import { definitionText, readDefinition } from './definition_text';
import { placeOf } from './place_of';

const QUERY = `{ "query": { "term": { "offset": 9007199254740993 } },
  "size":   5.0 }`;

const withQuery = () => monitorSample({ inputs: [{ search: { indices: ['a'], query: QUERY } }] });

describe('a monitor as text', () => {
  it('is the same when it is read again, the layout of its query included', () => {
    const monitor = withQuery();
    const text = definitionText(monitor);
    expect(text).toContain('"offset": 9007199254740993');
    expect(text).toContain('"size": 5.0');
    expect(readDefinition(text, monitor, undefined)).toEqual({ monitor, problems: [] });
  });

  it('keeps every digit of a query that is changed', () => {
    const monitor = withQuery();
    const text = definitionText(monitor).replace('"size": 5.0', '"size": 7.0');
    const { inputs } = readDefinition(text, monitor, undefined).monitor ?? monitor;
    expect(inputs[0]).toMatchObject({
      search: { query: expect.stringContaining('9007199254740993') },
    });
    expect(inputs[0]).toMatchObject({ search: { query: expect.stringContaining('7.0') } });
  });

  it('shows a query as text where a placeholder keeps it from being JSON', () => {
    const query = '{"size":{{period_end}}}';
    const monitor = monitorSample({ inputs: [{ search: { indices: ['a'], query } }] });
    const text = definitionText(monitor);
    expect(readDefinition(text, monitor, undefined).monitor).toEqual(monitor);
  });

  it('keeps what the form has no field for', () => {
    const monitor = monitorSample({ ui_metadata: { search: { own: [1, 2] } } });
    expect(readDefinition(definitionText(monitor), monitor, undefined).monitor).toEqual(monitor);
  });

  it('says where it is no JSON', () => {
    const { monitor, problems } = readDefinition('{\n "name": }', monitorSample(), undefined);
    expect(monitor).toBeUndefined();
    expect(problems).toMatchObject([{ field: '', line: 2 }]);
  });

  it('goes to the form with a value that is not right, which the form can mend', () => {
    const text = definitionText(newMonitorOf('doc_level_monitor'));
    const { monitor, problems } = readDefinition(text, monitorSample(), undefined);
    expect(monitor?.monitor_type).toBe('doc_level_monitor');
    expect(problems.map(({ field }) => field)).toEqual([
      'name',
      'inputs.0.doc_level_input.indices',
    ]);
  });

  it.each([
    ['an unknown field', '"enabled": true', '"enabled": true, "surprise": 1', 'surprise'],
    ['an unknown type', 'query_level_monitor', 'other_monitor', 'monitor_type'],
    ['a schedule that is none', '"period"', '"perio"', 'schedule'],
    ['a trigger of another type', 'query_level_trigger', 'bucket_level_trigger', 'triggers.0'],
  ])('does not go to the form with %s', (_what, from, to, at) => {
    const text = definitionText(monitorSample()).replace(from, to);
    const { monitor, problems } = readDefinition(text, monitorSample(), undefined);
    expect(monitor).toBeUndefined();
    expect(problems.map(({ field, message }) => `${field} ${message}`).join('\n')).toContain(at);
    expect(problems.every(({ line }) => line !== undefined)).toBe(true);
  });

  it('refuses another type for a saved monitor', () => {
    const text = definitionText(newMonitorOf('cluster_metrics_monitor')).replace(
      '"name": ""',
      '"name": "x"'
    );
    const read = (savedType?: 'query_level_monitor') =>
      readDefinition(text, monitorSample(), savedType);
    expect(read('query_level_monitor').problems).toMatchObject([{ field: 'monitor_type' }]);
    expect(read('query_level_monitor').monitor).toBeUndefined();
    expect(read().problems).toEqual([]);
  });
});

describe('the place of a field in a text', () => {
  const text = '{\n  "a": [1, {"b.c": 2}],\n  "d": {"e": 3}\n}';

  it.each([
    ['a', 2, 8],
    ['a.1', 2, 12],
    ['a.1.b.c', 2, 20],
    ['d.e', 3, 14],
    ['d.missing.more', 3, 8],
    ['', 1, 1],
  ])('%s is at line %i, column %i', (field, line, column) => {
    expect(placeOf(text, field)).toEqual({ line, column });
  });

  it('is the start of a text in which there is nothing', () => {
    expect(placeOf('', 'a')).toEqual({ line: 1, column: 1 });
  });
});
