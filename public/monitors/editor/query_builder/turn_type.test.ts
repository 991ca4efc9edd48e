import type { Monitor } from '../../../../common/monitors/monitor';
import { printQuery } from '../../../../common/monitors/query_builder/print_query';
import type { VisualQuery } from '../../../../common/monitors/query_builder/visual_query';
import { newMonitor, newTrigger } from '../new_monitor';
import { turned } from './turn_type';

const query = (groupBy: string[]): string => {
  const built: VisualQuery = {
    ...{ timeField: '@timestamp', lookBack: { kind: 'since_last_run' }, filters: [], groupBy },
    ...{ documents: 0, metrics: [{ kind: 'avg', field: 'took' }, P95] },
  };
  return printQuery(built);
};

const P95 = { kind: 'percentile', field: 'took', percent: 95 } as const;

const draftWith = (...sources: string[]): Monitor => ({
  ...newMonitor(),
  inputs: [{ search: { indices: ['logs'], query: query([]) } }],
  triggers: sources.map((source, i) => ({
    query_level_trigger: {
      ...newTrigger([]),
      ...{ name: `T${i}`, severity: '3' as const },
      condition: { script: { source, lang: 'painless' as const } },
    },
  })),
});

const TRANSLATABLE = [
  'ctx.results[0].hits.total.value > 5',
  "ctx.results[0].aggregations.avg_took.value > 1.5 && ctx.results[0].aggregations.p95_took.values['95.0'] >= 100",
];

const conditions = ({ triggers }: Monitor): unknown[] =>
  triggers.map((trigger) => Object.values(trigger)[0].condition);

describe('a monitor that is turned from one answer to groups', () => {
  const { monitor, anew } = turned(
    draftWith(...TRANSLATABLE, 'return ctx.results[0].hits.hits.size() > 1'),
    query(['host'])
  );

  it('judges each group by the same numbers', () => {
    expect(monitor.monitor_type).toBe('bucket_level_monitor');
    expect(conditions(monitor).slice(0, 2)).toMatchObject([
      { buckets_path: { count: '_count' }, script: { source: 'params.count > 5' } },
      {
        buckets_path: { avg_took: 'avg_took', p95_took_95: 'p95_took[95]' },
        script: { source: 'params.avg_took > 1.5 && params.p95_took_95 >= 100' },
      },
    ]);
  });

  it('names the triggers whose conditions cannot come along, and keeps the rest of them', () => {
    expect(anew).toEqual(['T2']);
    expect(monitor.triggers[2]).toMatchObject({
      bucket_level_trigger: {
        name: 'T2',
        severity: '3',
        condition: { parent_bucket_path: 'groups' },
      },
    });
  });

  it('is turned back to the conditions that it had', () => {
    const back = turned(turned(draftWith(...TRANSLATABLE), query(['host'])).monitor, query([]));
    expect(back.anew).toEqual([]);
    expect(conditions(back.monitor)).toMatchObject(
      TRANSLATABLE.map((source) => ({ script: { source } }))
    );
  });
});
