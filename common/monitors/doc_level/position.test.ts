import fc from 'fast-check';
import { BEGINNING, advance, hasMore, presentOf } from './position';
import type { Position, Sample } from './position';
import { rangesHold } from './ranges';

const MINUTE = 60_000;

/** A shard: writes take a number at once, are carried out later in any order, and are found after a refresh. */
class Shard {
  private given = -1;
  private readonly carriedOut = new Set<number>();
  private view = new Set<number>();

  write(): void {
    this.given++;
  }

  carryOut(number: number): void {
    if (number <= this.given) this.carriedOut.add(number);
  }

  /** One of those that are under way. */
  carryOutOne(which: number): void {
    const waiting = this.numbers.filter((number) => !this.carriedOut.has(number));
    if (waiting.length > 0) this.carriedOut.add(waiting[which % waiting.length]);
  }

  refresh(): void {
    this.view = new Set(this.carriedOut);
  }

  sample(at: number): Sample {
    let checkpoint = -1;
    while (this.carriedOut.has(checkpoint + 1)) checkpoint++;
    return { checkpoint, max: this.given, at };
  }

  /** Those that can be found above a position, and the highest of them all. */
  search({ done, seen = [] }: Position, to: number): { found: number[]; top: number } {
    const above = [...this.view].filter((number) => number > done).sort((a, b) => a - b);
    const found = above.filter((number) => number <= to && !rangesHold(seen, number));
    return { found, top: above.at(-1) ?? -1 };
  }

  get numbers(): number[] {
    return Array.from({ length: this.given + 1 }, (_, i) => i);
  }

  settle(): void {
    for (const number of this.numbers) this.carriedOut.add(number);
    this.refresh();
  }
}

/** Reads a shard as a monitor does; what it has found, in order. */
class Reader {
  position: Position = BEGINNING;
  readonly found: number[] = [];
  private now = 0;

  constructor(private readonly shard: Shard) {}

  run(limit = Infinity, later = MINUTE): void {
    this.now += later;
    const sample = this.shard.sample(this.now);
    if (!hasMore(this.position, sample)) return;
    const { found: all, top } = this.shard.search(this.position, sample.checkpoint);
    const found = all.slice(0, limit);
    this.found.push(...found);
    const readTo = found.length < all.length ? found[found.length - 1] : sample.checkpoint;
    this.position = advance(this.position, { sample, top, readTo, found }, true);
  }
}

const action = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'write' as const }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('carry' as const), which: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'refresh' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('run' as const),
      limit: fc.integer({ min: 1, max: 3 }),
    }),
  }
);

describe('the position in a shard', () => {
  it('finds every write exactly once, whatever the order in which they can be found', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 20, maxLength: 60 }), (actions) => {
        const shard = new Shard();
        const reader = new Reader(shard);
        for (const each of actions) {
          if (each.kind === 'write') shard.write();
          else if (each.kind === 'carry') shard.carryOutOne(each.which);
          else if (each.kind === 'refresh') shard.refresh();
          else reader.run(each.limit, 1);
        }
        shard.settle();
        for (let i = 0; i < 40; i++) reader.run(5, 1);
        expect([...reader.found].sort((a, b) => a - b)).toEqual(shard.numbers);
      }),
      { numRuns: 3000 }
    );
  });

  it('comes forward while the shard is written to, so that little is remembered', () => {
    const shard = new Shard();
    const reader = new Reader(shard);
    for (let i = 0; i < 500; i++) {
      shard.write();
      shard.carryOut(i);
      if (i % 2 === 0) shard.refresh();
      reader.run();
    }
    expect(reader.position.done).toBeGreaterThan(490);
    expect(reader.position.seen?.length ?? 0).toBeLessThan(3);
  });

  it('does not pass a write that was given its number before, and is carried out after', () => {
    const shard = new Shard();
    const reader = new Reader(shard);
    for (let i = 0; i < 3; i++) shard.write();
    shard.carryOut(0);
    shard.carryOut(2);
    shard.refresh();
    reader.run();
    expect(reader.position.done).toBeLessThan(1);
    shard.carryOut(1);
    shard.refresh();
    reader.run();
    expect(reader.found).toEqual([0, 1, 2]);
  });

  it('does not pass a write that is carried out and cannot be found yet', () => {
    const shard = new Shard();
    const reader = new Reader(shard);
    for (let i = 0; i < 2; i++) shard.write();
    shard.carryOut(1);
    shard.refresh();
    shard.carryOut(0);
    reader.run();
    expect(reader.found).toEqual([1]);
    shard.refresh();
    reader.run();
    expect(reader.found).toEqual([1, 0]);
  });

  it('is done with a shard that nobody writes to any more', () => {
    const shard = new Shard();
    const reader = new Reader(shard);
    for (let i = 0; i < 5; i++) shard.write();
    shard.settle();
    reader.run();
    expect(hasMore(reader.position, shard.sample(0))).toBe(true);
    reader.run(Infinity, 11 * MINUTE);
    expect(reader.position).toEqual({ done: 4 });
    expect(hasMore(reader.position, shard.sample(0))).toBe(false);
  });

  it('never settles a shard that is not refreshed by itself', () => {
    const sample = { checkpoint: 4, max: 4, at: 0 };
    const before: Position = { done: -1, sample };
    const reading = { sample: { ...sample, at: 60 * MINUTE }, top: 2, readTo: 4, found: [] };
    expect(advance(before, reading, false).done).toBe(-1);
    expect(advance(before, reading, true).done).toBe(4);
  });

  it('begins at the present without looking back', () => {
    const sample = { checkpoint: 7, max: 9, at: 0 };
    expect(hasMore(presentOf(sample), sample)).toBe(false);
  });
});
