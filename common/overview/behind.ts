/** Runs that are later than this are not in time, milliseconds. */
export const IN_TIME = 60_000;

export interface Backlog {
  /** Milliseconds that the longest waiting run of any instance is late. */
  lag: number;
  /** Partitions that no living instance holds. */
  unheld: number;
}

/** Why not every monitor runs in time; undefined where they do. */
export const whyBehind = ({ lag, unheld }: Backlog): string | undefined => {
  if (unheld > 0) return `No instance runs the monitors of ${unheld} of the partitions.`;
  return lag > IN_TIME ? `Runs are ${Math.round(lag / 1000)} s late.` : undefined;
};
