/** Runs tasks, so many at once, in order. */
export class Pool {
  private readonly waiting: Array<() => Promise<void>> = [];
  private running = 0;
  private idle: Array<() => void> = [];
  private width: number;

  /** @param onError A task is to catch its own errors; one that does not must not end the host. */
  constructor(
    private readonly most: number,
    private readonly onError: (error: unknown) => void
  ) {
    this.width = most;
  }

  get size(): number {
    return this.waiting.length + this.running;
  }

  get underWay(): number {
    return this.running;
  }

  add(task: () => Promise<void>): void {
    this.waiting.push(task);
    this.pump();
  }

  /** The cluster is too busy: half as many at once. */
  slowDown(): void {
    this.width = Math.max(1, Math.floor(this.width / 2));
  }

  /** It takes what it is given: one more at once, up to the limit. */
  speedUp(): void {
    if (this.width >= this.most) return;
    this.width++;
    this.pump();
  }

  /** Drops what waits and resolves when what runs has ended. */
  drain(): Promise<void> {
    this.waiting.length = 0;
    if (this.running === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  private pump(): void {
    while (this.running < this.width) {
      const task = this.waiting.shift();
      if (!task) return;
      this.running++;
      void this.run(task);
    }
  }

  private async run(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.onError(error);
    }
    this.running--;
    this.pump();
    if (this.running === 0) for (const resolve of this.idle.splice(0)) resolve();
  }
}
