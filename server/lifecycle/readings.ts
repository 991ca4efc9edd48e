import { WatchkeeperError } from '../../common/errors';
import type { PolicyRecord } from '../../common/lifecycle/api';
import type { ForecastFacts } from '../../common/lifecycle/forecast/forecast_api';
import type { Clock } from '../clock';
import type { Cluster } from '../cluster/types';
import type { Caller } from '../http/types';
import { demandDialect, dialectOf } from './native/dialect';
import type { Dialect } from './native/dialect';
import { listManaged } from './native/list_managed';
import type { ManagedFound } from './native/list_managed';
import { listPolicies } from './native/list_policies';
import type { FoundPolicies } from './native/list_policies';
import { SharedReads } from './shared_reads';

/** For so long a listing is shared, milliseconds: pages that are open together ask the cluster once. */
const SHARED_FOR = 5_000;

/** For so long it is believed that a cluster has no engine where nobody waits for one, milliseconds. */
const NONE_FOR = 60_000;

export interface By {
  cluster: Cluster;
  caller: Caller;
}

/** Listings of the engine, each asked for once however many look at it. */
export class Readings {
  private readonly managed: SharedReads<ManagedFound>;
  private readonly policies: SharedReads<FoundPolicies>;
  private readonly forecasts: SharedReads<ForecastFacts>;
  private dialect: Dialect | undefined;

  /** Monotonic: when the cluster said last that it has no engine. */
  private none_at = -Infinity;

  constructor(private readonly clock: Clock) {
    this.managed = new SharedReads(clock, SHARED_FOR);
    this.policies = new SharedReads(clock, SHARED_FOR);
    this.forecasts = new SharedReads(clock, SHARED_FOR);
  }

  /** What a cluster speaks it goes on speaking; that it has nothing is asked again. */
  async dialectOf(cluster: Cluster): Promise<Dialect | undefined> {
    this.dialect ??= await dialectOf(cluster);
    return this.dialect;
  }

  /** @throws WatchkeeperError `not_found` where the cluster has no Index State Management */
  async demandDialect(cluster: Cluster): Promise<Dialect> {
    this.dialect ??= await demandDialect(cluster);
    return this.dialect;
  }

  listManaged({ cluster, caller }: By): Promise<ManagedFound> {
    return this.managed.get(caller, async () =>
      listManaged(cluster, await this.demandDialect(cluster))
    );
  }

  /** For pages that are of something else: a cluster without an engine is not asked for it with each reading. */
  async managedIfAny(by: By): Promise<ManagedFound | undefined> {
    if (!this.dialect && this.clock.monotonic() - this.none_at < NONE_FOR) return undefined;
    if (await this.dialectOf(by.cluster)) return this.listManaged(by);
    this.none_at = this.clock.monotonic();
    return undefined;
  }

  async listPolicies(by: By): Promise<PolicyRecord[]> {
    return (await this.findPolicies(by)).policies;
  }

  /** With a word on those that the server cannot read. */
  findPolicies({ cluster, caller }: By): Promise<FoundPolicies> {
    return this.policies.get(caller, async () =>
      listPolicies(cluster, await this.demandDialect(cluster))
    );
  }

  /** What a forecast rests on: by far the largest of the readings. */
  forecastFacts({ caller }: By, read: () => Promise<ForecastFacts>): Promise<ForecastFacts> {
    return this.forecasts.get(caller, read);
  }

  /** After a change: everybody asks anew. */
  changed(): void {
    this.managed.clear();
    this.policies.clear();
    this.forecasts.clear();
  }
}

/** Collects what could not be read, each as a sentence: the rest is shown all the same. */
export class Gaps {
  readonly sentences: string[] = [];

  /** @param what Begins the sentence, for example `The aliases`. */
  async around<T>(what: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      // A defect of ours is not a refusal of the cluster.
      if (!(error instanceof WatchkeeperError) || error.code === 'internal') throw error;
      this.sentences.push(`${what} could not be read: ${error.message}`);
      return undefined;
    }
  }
}
