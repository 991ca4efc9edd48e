import { readDocuments, importDocument } from './documents';

const MONITOR = { type: 'monitor', name: 'm', schedule: {}, triggers: [] };

describe('a text to import', () => {
  it.each([
    ['one document', '{"type":"monitor"}', 1],
    ['a list', '[{"type":"monitor"},{"type":"workflow"}]', 2],
    ['one a line', '{"type":"monitor"}\n\n{"type":"monitor"}\n', 2],
    [
      'the answer to a search',
      '{"hits":{"total":{"value":2},"hits":[{"_id":"a"},{"_id":"b"}]}}',
      2,
    ],
    ['channels', '{"config_list":[{"config_id":"a"},{"config_id":"b"}],"total_hits":2}', 2],
    ['destinations', '{"totalDestinations":1,"destinations":[{"id":"a"}]}', 1],
    ['lists in a list', '[{"hits":{"hits":[{"_id":"a"}]}},{"destinations":[{"id":"b"}]}]', 2],
  ])('can be %s', (_what, text, count) => {
    expect(readDocuments(text)).toHaveLength(count);
  });

  it('that is no JSON says where', () => {
    expect(() => readDocuments('{\n  "name": oops\n}')).toThrow(
      expect.objectContaining({
        details: {
          problems: [expect.objectContaining({ field: 'documents', line: 2, column: 11 })],
        },
      })
    );
  });

  it('with nothing in it is refused', () => {
    expect(() => readDocuments('[]')).toThrow('nothing');
  });
});

describe('a document', () => {
  it.each([
    ['monitor', { monitor: MONITOR }],
    ['monitor', { _id: 'a', _source: MONITOR }],
    ['monitor', { workflow: { type: 'workflow', workflow_type: 'composite' } }],
    ['destination', { config_id: 'a', config: { config_type: 'slack' } }],
    ['destination', { id: 'a', type: 'slack', slack: {} }],
    ['destination', { _source: { destination: { type: 'chime' } } }],
    ['unknown', { type: 'watchkeeper-monitor', attributes: {} }],
    ['unknown', { hello: 1 }],
    ['unknown', 'text'],
  ])('is known by what it has: %s', (kind, document) => {
    expect(importDocument(document, 0).kind).toBe(kind);
  });
});
