import type { ServiceStatus, ServiceStatusLevel } from 'opensearch-dashboards/server';
import type { Observable } from 'rxjs';
import { BehaviorSubject, combineLatest } from 'rxjs';
import { map } from 'rxjs/operators';

type LevelName = 'available' | 'degraded' | 'unavailable' | 'critical';

const level = (name: LevelName, value: number): ServiceStatusLevel & { toJSON(): string } =>
  Object.freeze({ toString: () => name, valueOf: () => value, toJSON: () => name });

/** Compared by identity, as in Dashboards. */
export const SERVICE_STATUS_LEVELS = Object.freeze({
  available: level('available', 0),
  degraded: level('degraded', 1),
  unavailable: level('unavailable', 2),
  critical: level('critical', 3),
});

const WAITING: ServiceStatus = {
  level: SERVICE_STATUS_LEVELS.unavailable,
  summary: 'Waiting for the cluster',
};

/** The status of the host's services and of the plugin. */
export class StatusService {
  readonly opensearch$: BehaviorSubject<ServiceStatus>;
  readonly savedObjects$: BehaviorSubject<ServiceStatus>;
  readonly plugin$: BehaviorSubject<ServiceStatus>;

  constructor() {
    this.opensearch$ = new BehaviorSubject(WAITING);
    this.savedObjects$ = new BehaviorSubject(WAITING);
    this.plugin$ = new BehaviorSubject<ServiceStatus>({
      level: SERVICE_STATUS_LEVELS.available,
      summary: 'All dependencies are available',
    });
  }

  get clusterAvailable$(): Observable<boolean> {
    return this.opensearch$.pipe(map(({ level }) => level === SERVICE_STATUS_LEVELS.available));
  }

  isClusterAvailable(): boolean {
    return this.opensearch$.value.level === SERVICE_STATUS_LEVELS.available;
  }

  savedObjectsAvailable(): void {
    this.savedObjects$.next({
      level: SERVICE_STATUS_LEVELS.available,
      summary: 'Saved objects are available',
    });
  }

  /** Saved objects cannot be had until the cluster is back. */
  waitForCluster(): void {
    this.savedObjects$.next(WAITING);
  }

  get core$(): Observable<{ opensearch: ServiceStatus; savedObjects: ServiceStatus }> {
    return combineLatest([this.opensearch$, this.savedObjects$]).pipe(
      map(([opensearch, savedObjects]) => ({ opensearch, savedObjects }))
    );
  }

  /** The worst of all. */
  get overall$(): Observable<ServiceStatus> {
    return combineLatest([this.opensearch$, this.savedObjects$, this.plugin$]).pipe(
      map((all) => all.reduce((a, b) => (b.level.valueOf() > a.level.valueOf() ? b : a)))
    );
  }
}
