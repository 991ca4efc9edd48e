export interface DueEntry {
  id: string;
  /** Since when it is due, epoch milliseconds: a run that was put off is late all the same. */
  dueAt: number;
}

interface Place {
  bucket: number;
  dueAt: number;
}

/**
 * When each monitor is due. A monitor stands in at most one place; taking it removes it, so that a run never overlaps
 * itself: whoever took it puts it back.
 */
export class DueQueue {
  private readonly buckets = new Map<number, Set<string>>();
  private readonly places = new Map<string, Place>();

  constructor(private readonly bucketMs: number) {}

  get size(): number {
    return this.places.size;
  }

  /**
   * @param at when it may be taken, epoch milliseconds
   * @param dueAt when it is due, where that is earlier
   */
  put(id: string, at: number, dueAt = at): void {
    this.remove(id);
    // Rounded up: never before its time.
    const bucket = Math.ceil(at / this.bucketMs);
    this.places.set(id, { bucket, dueAt });
    const ids = this.buckets.get(bucket);
    if (ids) ids.add(id);
    else this.buckets.set(bucket, new Set([id]));
  }

  remove(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.places.delete(id);
    const ids = this.buckets.get(place.bucket);
    ids?.delete(id);
    if (ids?.size === 0) this.buckets.delete(place.bucket);
  }

  /** Takes what may be taken, the longest waiting first. */
  take(now: number): DueEntry[] {
    const last = Math.floor(now / this.bucketMs);
    const due = [...this.buckets.keys()].filter((bucket) => bucket <= last).sort((a, b) => a - b);
    const taken: DueEntry[] = [];
    for (const bucket of due) {
      for (const id of this.buckets.get(bucket) ?? []) {
        taken.push({ id, dueAt: this.places.get(id)?.dueAt ?? now });
        this.places.delete(id);
      }
      this.buckets.delete(bucket);
    }
    return taken;
  }

  /** Whether one may be taken. */
  isDue(id: string, now: number): boolean {
    const place = this.places.get(id);
    return place !== undefined && place.bucket <= Math.floor(now / this.bucketMs);
  }

  /** What is due and has not been taken, in no order. */
  due(now: number): DueEntry[] {
    const due: DueEntry[] = [];
    for (const [id, { dueAt }] of this.places) if (dueAt <= now) due.push({ id, dueAt });
    return due;
  }
}
