import type { Commit } from '../../common/alerts/draft';
import type { IncidentOptions } from '../../common/alerts/incidents';
import type { MonitorState } from '../../common/monitors/state';

/** What other rooms may ask of this one. */
export interface Monitors {
  /** Monitors whose actions send to a destination. */
  usedBy(destinationId: string): Promise<Array<{ id: string; name: string }>>;
  /**
   * Commits a person's decision on the state of a monitor, and projects it so that searches see it. `incidents`
   * says which destinations keep one.
   */
  changeState<R extends Commit>(
    monitorId: string,
    decide: (state: MonitorState, incidents: IncidentOptions) => R
  ): Promise<R>;
}
