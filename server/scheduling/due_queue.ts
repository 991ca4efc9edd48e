/**
 * When each monitor is due. A monitor stands in at most one place; taking it removes it, so that a run never overlaps
 * itself: whoever took it puts it back.
 */
export class DueQueue {
  private readonly buckets = new Map<number, Set<string>>();
  private readonly places = new Map<string, number>();

  constructor(private readonly bucketMs: number) {}

  get size(): number {
    return this.places.size;
  }

  put(id: string, dueAt: number): void {
    this.remove(id);
    // Rounded up: never before it is due.
    const bucket = Math.ceil(dueAt / this.bucketMs);
    this.places.set(id, bucket);
    const ids = this.buckets.get(bucket);
    if (ids) ids.add(id);
    else this.buckets.set(bucket, new Set([id]));
  }

  remove(id: string): void {
    const bucket = this.places.get(id);
    if (bucket === undefined) return;
    this.places.delete(id);
    const ids = this.buckets.get(bucket);
    ids?.delete(id);
    if (ids?.size === 0) this.buckets.delete(bucket);
  }

  /** Takes what is due, the longest waiting first. */
  take(now: number): string[] {
    const last = Math.floor(now / this.bucketMs);
    const due = [...this.buckets.keys()].filter((bucket) => bucket <= last).sort((a, b) => a - b);
    const taken: string[] = [];
    for (const bucket of due) {
      for (const id of this.buckets.get(bucket) ?? []) {
        taken.push(id);
        this.places.delete(id);
      }
      this.buckets.delete(bucket);
    }
    return taken;
  }

  /** The instant of the first one; undefined when nothing waits. */
  firstDue(): number | undefined {
    let first: number | undefined;
    for (const bucket of this.buckets.keys()) {
      if (first === undefined || bucket < first) first = bucket;
    }
    return first === undefined ? undefined : first * this.bucketMs;
  }
}
