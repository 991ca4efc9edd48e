import { templateRow } from '../index_templates/read_template';
import { streamNameFault, templateForStream } from './stream_name';

const stream = (name: string, pattern: string, priority: number) =>
  templateRow(name, 'composable', { index_patterns: [pattern], priority, data_stream: {} });
const plain = (name: string, pattern: string, priority: number) =>
  templateRow(name, 'composable', { index_patterns: [pattern], priority });

describe('the template of a data stream', () => {
  it('is the one that wins, where it makes data streams', () => {
    const rows = [stream('logs', 'logs-*', 2), plain('all', '*', 1)];
    expect(templateForStream(rows, 'logs-web')).toMatchObject({
      ...{ kind: 'found', template: { name: 'logs' } },
    });
  });

  it('is missing where another one of a higher priority makes plain indices', () => {
    const rows = [stream('logs', 'logs-*', 2), plain('app', 'logs-app*', 3)];
    expect(templateForStream(rows, 'logs-app')).toMatchObject({
      ...{ kind: 'plain', template: { name: 'app' }, others: [{ name: 'logs' }] },
    });
  });

  it('is missing where none matches, also where a legacy one does', () => {
    const legacy = templateRow('old', 'legacy', { index_patterns: ['x*'], data_stream: {} });
    const rows = [stream('logs', 'logs-*', 2), legacy];
    expect(templateForStream(rows, 'x')).toMatchObject({
      ...{ kind: 'none', others: [{ name: 'logs' }] },
    });
  });
});

it.each(['', 'Logs', '-logs', '_logs', '+logs', 'lo gs', 'lo*', 'a,b', '.ds-x', 'a:b', '..'])(
  'a data stream cannot be called “%s”',
  (name) => {
    expect(streamNameFault(name)).toBeDefined();
  }
);

it.each(['logs-web', 'logs.nginx-default', '.hidden', 'café'])(
  'a data stream can be called “%s”',
  (name) => {
    expect(streamNameFault(name)).toBeUndefined();
  }
);
