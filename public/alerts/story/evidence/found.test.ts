import type { DryRun } from '../../../../common/monitors/api';
import { sampleAlert } from '../../sample_alerts';
import { foundBy } from './found';

const WINDOW = { start: 0, end: 60_000 };
const dryRun = (changes: Partial<DryRun>): DryRun => ({
  ...{ window: WINDOW, results: '[{}]', verdicts: [] },
  ...changes,
});

const answer = (count: number): string =>
  JSON.stringify([
    {
      hits: {
        hits: Array.from({ length: count }, (_, i) => ({ _id: `${i}`, _source: { line: i } })),
      },
      aggregations: { a: { value: 1 } },
    },
  ]);

describe('what is behind an alert', () => {
  it('is some of the documents, as they were written', () => {
    const { parts, hits } = foundBy(sampleAlert(), dryRun({ results: answer(8), hits: 8 }));
    expect(parts).toHaveLength(5);
    expect(JSON.parse(parts[0])).toEqual({ line: 0 });
    expect(hits).toBe(8);
  });

  it('is what the aggregations came to where no documents were asked for', () => {
    const { parts } = foundBy(sampleAlert(), dryRun({ results: answer(0), hits: 8 }));
    expect(parts.map((part) => JSON.parse(part))).toEqual([{ a: { value: 1 } }]);
  });

  it('is the bucket of its group, with numbers as the cluster wrote them', () => {
    const alert = sampleAlert({ group_key: 'web-1', group: [{ field: 'host', value: 'web-1' }] });
    const content = '{"kind":"bucket","bucket":{"key":"web-1","avg":{"value":5.0}}}';
    const groups = [
      { key: 'web-2', triggered: true, content: '{}' },
      { key: 'web-1', triggered: true, content },
    ];
    const run = dryRun({
      results: answer(0),
      verdicts: [{ triggerId: 't1', kind: 'judged', groups, counts: { judged: 2, triggered: 2 } }],
    });
    const [part] = foundBy(alert, run).parts;
    expect(part).toContain('"value": 5.0');
    expect(part).not.toContain('web-2');
  });

  it('is nothing where nothing came back', () => {
    expect(foundBy(sampleAlert(), dryRun({ results: '[{"hits":{"hits":[]}}]', hits: 0 }))).toEqual({
      ...{ parts: [], documents: 0, hits: 0 },
    });
  });
});
