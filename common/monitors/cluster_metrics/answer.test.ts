import shards from '../../../test/fixtures/alerting/cluster_metrics/050-execute-cluster-metrics-inline.json';
import { clusterResult } from './answer';
import { APIS } from './apis';

const recorded = shards.response.body.input_results.results[0];

describe('what conditions see of an answer', () => {
  it('has the table of shards under the name that the alerting plugin gives it', () => {
    expect(clusterResult('CAT_SHARDS', recorded.shards).result).toEqual(recorded);
  });

  it('has every column of shards that the alerting plugin has', () => {
    const { h: columns } = APIS.CAT_SHARDS.ask('').query ?? {};
    expect(String(columns).split(',').sort()).toEqual(Object.keys(recorded.shards[0]).sort());
  });

  it.each([
    ['CAT_INDICES' as const, [], { indices: [] }, true],
    ['CAT_INDICES' as const, [{ index: 'a' }], { indices: [{ index: 'a' }] }, false],
    ['CAT_SNAPSHOTS' as const, { snapshots: [] }, { snapshots: [] }, true],
    ['CAT_TASKS' as const, { tasks: [{}] }, { tasks: [{}] }, false],
    ['CAT_RECOVERY' as const, {}, {}, true],
    [
      'CLUSTER_SETTINGS' as const,
      { persistent: {}, transient: {} },
      { persistent: {}, transient: {} },
      false,
    ],
  ])('of %s over %j, and whether there is anything to judge', (type, body, result, noData) => {
    expect(clusterResult(type, body)).toEqual({ result, noData });
  });
});
