/** Open alerts of one monitor. */
export interface AlertCounts {
  pending: number;
  active: number;
  no_data: number;
  acknowledged: number;
  error: number;
}

/** What other rooms may ask of this one. */
export interface Alerts {
  /** By monitor id; monitors without open alerts are left out. */
  counts(monitorIds: string[]): Promise<Map<string, AlertCounts>>;
}
