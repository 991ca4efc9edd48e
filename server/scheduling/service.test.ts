import { FakeCluster } from '../cluster/testing/fake_cluster';
import { silentLogger } from '../cluster/testing/test_clock';
import type { ClusterRequest } from '../cluster/types';
import { systemClock } from '../clock';
import { configSchema } from '../config';
import { Problems } from './problems';
import { SchedulingService } from './service';
import type { SchedulingDeps } from './service';

/** A cluster whose own indices have a format that can be set. */
class FormattedCluster extends FakeCluster {
  format = 1;

  override async request<T>(request: ClusterRequest, options = {}) {
    const answer = await super.request<T>(request, options);
    if (!request.path.endsWith('/_mapping')) return answer;
    const mappings = { _meta: { watchkeeper_format: this.format } };
    return { ...answer, body: { '.watchkeeper-states-v9': { mappings } } as T };
  }
}

/** An instance that serves pages only: what it reads is enough to notice that the cluster was gone. */
const room = () => {
  const cluster = new FormattedCluster();
  const read = { looks: 0, gone: false };
  const service = new SchedulingService({
    ...{ cluster, clock: systemClock, logger: silentLogger, version: '1' },
    config: configSchema.parse({ scheduler: { enabled: false } }),
    problems: new Problems(systemClock),
    reader: {
      onChange: () => undefined,
      look: async () => {
        read.looks++;
        if (read.gone) throw new Error('The cluster does not answer.');
      },
    },
    lookAtKey: async () => undefined,
    ping: async () => undefined,
  } as unknown as SchedulingDeps);
  const mappingsRead = () =>
    cluster.requests.filter(({ method, path }) => method === 'GET' && path.endsWith('_mapping'))
      .length;
  return { cluster, read, service, mappingsRead };
};

describe('SchedulingService', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['performance', 'hrtime'] }));
  afterEach(() => void jest.useRealTimers());

  it('asks for the format again when the cluster was gone, and else not', async () => {
    const { read, service, mappingsRead } = room();
    service.start();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(mappingsRead()).toBe(1);
    read.gone = true;
    await jest.advanceTimersByTimeAsync(2500);
    read.gone = false;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(mappingsRead()).toBeLessThanOrEqual(4);
    expect(mappingsRead()).toBeGreaterThan(1);
    expect(service.status().problem).toBeUndefined();
    await service.stop(1000);
  });

  it('lets go of a cluster that a newer version has taken over while it was gone', async () => {
    const { cluster, read, service } = room();
    service.start();
    await jest.advanceTimersByTimeAsync(4000);
    expect(service.ready).toBe(true);
    read.gone = true;
    cluster.format = 7;
    await jest.advanceTimersByTimeAsync(4500);
    read.gone = false;
    expect(service.ready).toBe(false);
    expect(service.status().problem).toContain('written by a newer Watchkeeper (format 7');
    const { looks } = read;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(read.looks).toBe(looks);
    cluster.format = 1;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(service.ready).toBe(true);
    expect(read.looks).toBeGreaterThan(looks);
    await service.stop(1000);
  });
});
