/** Which partitions are ours, and for how long that is certain. */
export interface Ownership {
  /** This process's id: new at every start. */
  readonly instance: string;
  /** Partitions whose lease this instance holds now. */
  owned(): number[];
  /** Milliseconds for which the partition is certainly still ours, by the monotonic clock; 0 when it is not. */
  remaining(partition: number): number;
}
