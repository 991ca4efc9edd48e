import { createPrometheus } from '../../server/health/prometheus';
import { codeIn, read, tableRows } from './files';

const READINGS = {
  ...{ lag: 0, partitions: 0, monitors: 0, queue: 0, inFlight: 0, late: 0, unwritten: 0 },
  ...{ problems: 0, clusterUp: true, outboxWaiting: 0 },
};

describe('docs/standalone.md', () => {
  it('has every metric with its kind and its labels, and no other', async () => {
    const prometheus = createPrometheus();
    prometheus.ran({ outcome: 'error', lag: 0, took: 0, code: 'x' });
    prometheus.postponed('busy');
    prometheus.delivered({ kind: 'slack', result: 'sent', took: 0 });
    const lines = (await prometheus.render(READINGS)).split('\n');
    prometheus.close();
    const kinds = lines.flatMap((line) => {
      const [, name, kind] = /^# TYPE (watchkeeper_\w+) (\w+)/.exec(line) ?? [];
      return name === undefined ? [] : [[name, kind]];
    });
    const labelsOf = (name: string): string[] => {
      const series = lines.find((line) => line.startsWith(name) && line.includes('{')) ?? '';
      return [...series.matchAll(/(\w+)="/g)].map(([, label]) => label).filter((l) => l !== 'le');
    };
    const wanted = kinds.map(([name, kind]) => [name, kind, ...labelsOf(name)]).sort();
    const documented = tableRows(read('docs/standalone.md'))
      .filter(([name]) => name.startsWith('`watchkeeper_'))
      .map(([name, kind, labels]) => [...codeIn(name), kind, ...codeIn(labels)])
      .sort();
    expect(wanted.length).toBeGreaterThan(10);
    expect(documented).toEqual(wanted);
  });
});
