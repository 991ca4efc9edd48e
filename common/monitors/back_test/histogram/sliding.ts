/**
 * Puts together what lies in a window that only moves forward, with a constant number of merges for each item however
 * long the window is: two stacks, of which one holds what its items come to from each on to the end.
 */
export class Sliding<T> {
  private readonly back: Array<{ at: number; value: T }> = [];
  private front: Array<{ at: number; total: T }> = [];
  private backTotal: T | undefined;

  constructor(private readonly merge: (a: T, b: T) => T) {}

  /** @param at not before that of the item before */
  push(at: number, value: T): void {
    this.back.push({ at, value });
    this.backTotal = this.backTotal === undefined ? value : this.merge(this.backTotal, value);
  }

  /** Lets go of what lies before an instant. */
  dropBefore(at: number): void {
    while (this.front.length > 0 && this.front[this.front.length - 1].at < at) this.front.pop();
    if (this.front.length > 0 || this.back.length === 0) return;
    this.turnOver();
    while (this.front.length > 0 && this.front[this.front.length - 1].at < at) this.front.pop();
  }

  /** What is left comes to; undefined: there is nothing. */
  total(): T | undefined {
    const first = this.front[this.front.length - 1]?.total;
    if (first === undefined) return this.backTotal;
    return this.backTotal === undefined ? first : this.merge(first, this.backTotal);
  }

  private turnOver(): void {
    let total: T | undefined;
    for (let item = this.back.pop(); item; item = this.back.pop()) {
      total = total === undefined ? item.value : this.merge(item.value, total);
      this.front.push({ at: item.at, total });
    }
    this.backTotal = undefined;
  }
}
