// Its receiver is OpenSearch's own index API: https://docs.opensearch.org/latest/api-reference/document-apis/index-document/
import { sampleMessage } from '../compose/samples';
import { indexDocument, indexFor } from './index_document';
import { indexNameAt } from './index_name';

const AT = Date.UTC(2026, 2, 4, 5, 6, 7);
const saved = (more = {}) =>
  indexDocument.saved.parse({
    ...{ type: 'index', name: 'Record', origin: 'cluster', index: 'alerts-%Y.%m.%d', ...more },
  });
const content = { ...sampleMessage('firing'), created_at: AT };
const documentOf = (body?: string) =>
  JSON.parse(indexDocument.render(saved(body === undefined ? {} : { body }), content).body ?? '');

describe('the name of an index', () => {
  it.each([
    ['alerts', 'alerts'],
    ['alerts-%Y.%m.%d', 'alerts-2026.03.04'],
    ['alerts-%y%j-%H', 'alerts-26063-05'],
    ['<alerts-{now/d}>', 'alerts-2026.03.04'],
    ['<alerts-{now/M{yyyy.MM}}>', 'alerts-2026.03'],
    ['<alerts-{now/d{yyyy.MM.dd}}-a>', 'alerts-2026.03.04-a'],
  ])('%s is %s', (written, name) => {
    expect(indexNameAt(written, AT)).toEqual({ name });
  });

  it.each([
    ['.watchkeeper-alerts', 'begins with a dot'],
    ['<.watchkeeper-{now/d}>', 'begins with a dot'],
    ['.kibana', 'begins with a dot'],
    ['-alerts', 'neither - nor _'],
    ['_all', 'neither - nor _'],
    ['alerts*', 'wildcards'],
    ['alerts,.kibana', 'comma'],
    ['cluster:alerts', '":"'],
    ['alerts/_doc', '"/"'],
    ['Alerts', 'capitals'],
    ['alerts-%Q', '"%Q" is not known'],
    ['<alerts-{now-1d/d}>', '"{now-1d/d}" is not known'],
    ['<alerts-{now/d{EEE}}>', '"EEE" is not known'],
    ['x'.repeat(256), '255 characters'],
  ])('%s is refused: %s', (written, reason) => {
    expect(indexNameAt(written, AT)).toEqual({ problem: expect.stringContaining(reason) });
    expect(indexDocument.problems?.(saved({ index: written }), {})).toMatchObject([
      { field: 'index' },
    ]);
  });

  it('is that of the day of the message, also when it is sent again later', () => {
    expect(indexFor(saved(), content)).toEqual({ name: 'alerts-2026.03.04' });
  });
});

describe('the document of a message', () => {
  it('has everything that is known, labels as pairs', () => {
    expect(documentOf()).toMatchObject({
      ...{ '@timestamp': '2026-03-04T05:06:07.000Z', message_id: content.id, event: 'firing' },
      ...{
        severity: '1',
        title: 'Firing: Errors are high (web-1)',
        dedup_key: 'a-sample-of-an-alert',
      },
      ...{ tags: ['shop', 'checkout'], owner: 'team shop' },
      alerts: [
        {
          start_time: '2026-01-01T08:30:00.000Z',
          value: '93',
          labels: [
            { name: 'host', value: 'web-1' },
            { name: 'team', value: 'shop' },
          ],
        },
      ],
    });
  });

  it('is one’s own where a body is given, with the time that data streams need', () => {
    expect(documentOf('{"text":"{{subject}}"}')).toEqual({
      '@timestamp': '2026-03-04T05:06:07.000Z',
      text: '',
    });
    expect(documentOf('{}')).toEqual({ '@timestamp': '2026-03-04T05:06:07.000Z' });
    expect(documentOf('{"@timestamp":"2026-01-01"}')).toEqual({ '@timestamp': '2026-01-01' });
  });

  it('is refused when its body is no JSON', () => {
    const problems = indexDocument.problems?.(saved({ body: '{"a":{{message}}}' }), {});
    expect(problems).toMatchObject([{ field: 'body' }]);
  });
});
