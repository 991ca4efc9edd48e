import { WAITS_TOO_LONG } from '../../common/overview/overview';
import type { Cluster, ClusterRequest } from '../cluster/types';
import type { AuthorisationRecord } from '../storage/authorisations';
import { proofHash } from '../storage/authorisations';
import { storedMonitor } from '../monitors/testing/monitors';
import { wholeOverview } from './overview';
import type { WholeOverviewDeps } from './overview';

const NOW = 1_700_000_000_000;

const none = { hits: { hits: [] } };
const terms = (counts: Record<string, object>) => ({
  buckets: Object.entries(counts).map(([key, more]) => ({ key, ...more })),
});

const ALERTS = {
  ...none,
  aggregations: {
    states: terms({
      active: { doc_count: 3, severities: terms({ 1: { doc_count: 2 }, 4: { doc_count: 1 } }) },
      error: { doc_count: 7, severities: terms({}) },
    }),
    failing: { count: { value: 0 }, monitors: { buckets: [] } },
  },
};

const OUTBOX = {
  hits: {
    hits: [
      { _source: { destination_id: 'gone', reason: 'newest' } },
      { _source: { destination_id: 'gone', reason: 'older' } },
    ],
  },
  aggregations: {
    dead: { doc_count: 2, destinations: terms({ gone: { doc_count: 2 } }) },
    waiting: {
      destinations: terms({
        slow: { doc_count: 5, oldest: { value: NOW - WAITS_TOO_LONG - 1 } },
        busy: { doc_count: 9, oldest: { value: NOW - 1000 } },
      }),
    },
  },
};

const MEMBERS = {
  hits: {
    hits: [
      { _source: { name: 'one', report: { lag: 4000, late_count: 2 } } },
      { _source: { name: 'dead', report: { lag: 99_000, late_count: 9 } } },
    ],
  },
};

const setUp = (proven: string[], ids = ['a', 'b'], paused = false) => {
  const requests: ClusterRequest[] = [];
  const monitors = ids.map((id) => storedMonitor(id));
  const cluster = {
    request: async (request: ClusterRequest) => {
      requests.push(request);
      return { status: 200, body: { responses: [ALERTS, none, OUTBOX, MEMBERS] } };
    },
  } as unknown as Cluster;
  const deps: WholeOverviewDeps = {
    cluster,
    reader: { all: () => monitors.values(), size: ids.length, unreadable: () => new Map() },
    authorisations: {
      read: async () =>
        new Map(
          proven.map((id): [string, AuthorisationRecord] => {
            const { monitor } = monitors[ids.indexOf(id)];
            return [id, { monitor_id: id, proofs: [{ hash: proofHash(monitor), at: 1 }] }];
          })
        ),
    },
    members: { isLive: (name) => name === 'one' },
    scheduler: { lag: 0 },
    problems: [],
    isPaused: async () => paused,
    destinationNames: async () => new Map([['slow', 'Slow receiver']]),
    now: NOW,
  };
  return { deps, requests };
};

describe('the overview', () => {
  it('is one request to the cluster of its own, beside proofs and names', async () => {
    const { deps, requests } = setUp(['a', 'b']);
    await wholeOverview(deps);
    expect(requests.map(({ path }) => path)).toEqual(['/_msearch']);
  });

  it('counts what is active by severity, and errors apart', async () => {
    const { firing, broken } = await wholeOverview(setUp([]).deps);
    expect(firing).toMatchObject({ total: 3, by_severity: { 1: 2, 4: 1 } });
    expect(broken.error_alerts).toBe(7);
  });

  it('names the monitors that nobody has proven', async () => {
    const { broken } = await wholeOverview(setUp(['a']).deps);
    expect(broken.adoption_count).toBe(1);
    expect(broken.needs_adoption.map(({ id }) => id)).toEqual(['b']);
  });

  it('calls a destination failing when it gave up messages, or lets them wait for too long', async () => {
    const { broken } = await wholeOverview(setUp([]).deps);
    expect(broken.destinations).toEqual([
      { id: 'gone', dead: 2, waiting: 0, reason: 'newest' },
      { id: 'slow', name: 'Slow receiver', dead: 0, waiting: 5 },
    ]);
  });

  it('blames no destination for what waits while everything is paused', async () => {
    const { broken } = await wholeOverview(setUp([], undefined, true).deps);
    expect(broken.destinations.map(({ id }) => id)).toEqual(['gone']);
  });

  it('takes the lag of live instances only', async () => {
    const { running } = await wholeOverview(setUp([]).deps);
    expect(running).toEqual({ instances: 1, lag: 4000, late: 2 });
  });

  it('is refused as a whole where a part of it cannot be read', async () => {
    const { deps } = setUp([]);
    deps.cluster.request = async <T>() => ({
      status: 200,
      body: { responses: [{ error: { reason: 'no such index' } }] } as T,
    });
    await expect(wholeOverview(deps)).rejects.toThrow('no such index');
  });
});
