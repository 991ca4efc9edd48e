import { WatchkeeperError } from '../../../common/errors';
import type { Cluster, ClusterRequest } from '../../cluster/types';
import { readEngineState } from './read_engine_state';

/** A cluster in this state, with these settings of Index State Management among the persistent ones. */
const clusterOf = (status: string, settings: object): Cluster =>
  ({
    request: async ({ path }: ClusterRequest) => ({
      status: 200,
      body:
        path === '/_cluster/health'
          ? { status }
          : {
              defaults: { plugins: { index_state_management: { enabled: 'true' } } },
              persistent: { plugins: { index_state_management: settings } },
            },
    }),
  }) as unknown as Cluster;

describe('what holds the engine back', () => {
  it('is a red cluster, unless it may run on one', async () => {
    expect(await readEngineState(clusterOf('red', {}))).toEqual({
      ...{ enabled: true, held_by_red: true, every: 5 },
    });
    const runs = { allow_running_on_red_cluster: 'true' };
    expect(await readEngineState(clusterOf('red', runs))).toMatchObject({ held_by_red: false });
    expect(await readEngineState(clusterOf('yellow', {}))).toMatchObject({ held_by_red: false });
  });

  it('is its switch; and its pace is a setting', async () => {
    const settings = { enabled: 'false', job_interval: '10' };
    expect(await readEngineState(clusterOf('green', settings))).toEqual({
      ...{ enabled: false, held_by_red: false, every: 10 },
    });
  });

  it('is not told to whoever may not see it', async () => {
    const cluster = {
      request: async () => {
        throw new WatchkeeperError('forbidden', 'no');
      },
    } as unknown as Cluster;
    expect(await readEngineState(cluster)).toBeUndefined();
  });
});
