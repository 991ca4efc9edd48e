interface Waiting<I, O> {
  item: I;
  resolve(output: O): void;
  reject(error: unknown): void;
}

/**
 * Gathers what is asked at about the same time into one request. While one is under way the next one fills, so that
 * batches grow with the load and nobody waits on an idle cluster.
 */
export class Batcher<I, O> {
  private readonly waiting: Array<Waiting<I, O>> = [];
  private running = false;

  /** @param run One output an input, in order. */
  constructor(
    private readonly run: (items: I[]) => Promise<O[]>,
    private readonly most: number
  ) {}

  add(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.running) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.running = true;
    // What is asked in the same turn of the event loop goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) await this.turn(this.waiting.splice(0, this.most));
    this.running = false;
  }

  private async turn(batch: Array<Waiting<I, O>>): Promise<void> {
    try {
      const outputs = await this.run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, i) => resolve(outputs[i]));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
