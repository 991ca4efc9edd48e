/** Runs tasks, so many at once, in order. Tasks catch their own errors. */
export class Pool {
  private readonly waiting: Array<() => Promise<void>> = [];
  private running = 0;
  private idle: Array<() => void> = [];

  constructor(private readonly width: number) {}

  get size(): number {
    return this.waiting.length + this.running;
  }

  add(task: () => Promise<void>): void {
    this.waiting.push(task);
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
      void task().finally(() => {
        this.running--;
        this.pump();
        if (this.running === 0) for (const resolve of this.idle.splice(0)) resolve();
      });
    }
  }
}
