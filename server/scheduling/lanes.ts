/** A search that took longer than this goes alone from then on, so that it holds up no batch. Milliseconds. */
const SLOW = 1000;
/** One that was slow and is faster than this joins the batches again. */
const FAST_AGAIN = 200;
export const BATCH = 100;

/** Which monitors share a batch: the slowest item holds up the whole answer, and a refused one refuses the whole. */
export class Lanes {
  private readonly alone = new Set<string>();

  /**
   * @param took milliseconds of search and conditions; undefined when it is not known
   * @param refused the cluster refuses any batch with this search in it, or never ended it
   */
  learn(id: string, took: number | undefined, refused: boolean): void {
    if (refused || (took ?? 0) > SLOW) this.alone.add(id);
    else if (took !== undefined && took < FAST_AGAIN) this.alone.delete(id);
  }

  /** Its batch never came back: whose fault it was shows when each goes alone. */
  suspect(id: string): void {
    this.alone.add(id);
  }

  forget(id: string): void {
    this.alone.delete(id);
  }

  /** Cuts jobs into batches: those that go alone, and the rest by hundreds. */
  cut<J>(jobs: J[], idOf: (job: J) => string): { shared: J[][]; alone: J[][] } {
    const together = jobs.filter((job) => !this.alone.has(idOf(job)));
    const shared: J[][] = [];
    for (let i = 0; i < together.length; i += BATCH) shared.push(together.slice(i, i + BATCH));
    const alone = jobs.filter((job) => this.alone.has(idOf(job))).map((job) => [job]);
    return { shared, alone };
  }
}
