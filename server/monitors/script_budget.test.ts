import { SCRIPT_WINDOW_MS, ScriptBudget } from './script_budget';

const budgetAt = (limit: number) => {
  const time = { now: 1_000_000 };
  const clock = { now: () => time.now, monotonic: () => time.now };
  return { time, budget: new ScriptBudget(clock, limit) };
};

describe('the budget of scripts', () => {
  it('counts what is new, and nothing for what the cluster has compiled', () => {
    const { budget } = budgetAt(2);
    expect(['a', 'b', 'a', 'b'].map((source) => budget.take(source))).toEqual(Array(4).fill(true));
    expect(budget.status()).toEqual({ used: 2, limit: 2, waiting: 0 });
  });

  it('lets wait what goes beyond it, until five minutes have passed', () => {
    const { budget, time } = budgetAt(1);
    budget.take('a');
    expect([budget.take('b'), budget.take('b'), budget.take('c')]).toEqual([false, false, false]);
    expect(budget.status()).toEqual({ used: 1, limit: 1, waiting: 2 });
    time.now += SCRIPT_WINDOW_MS - 1;
    expect(budget.take('b')).toBe(false);
    time.now += 1;
    expect(budget.take('b')).toBe(true);
    expect(budget.status()).toEqual({ used: 1, limit: 1, waiting: 0 });
  });

  it('pauses after the cluster has refused one, and asks anew for it', () => {
    const { budget, time } = budgetAt(9);
    budget.take('a');
    budget.refused('a');
    expect(budget.status()).toMatchObject({ used: 1, waiting: 1 });
    expect(budget.take('a')).toBe(false);
    time.now += 10_000;
    expect(budget.take('a')).toBe(true);
    expect(budget.status()).toMatchObject({ used: 2, waiting: 0 });
  });

  it('knows that the cluster keeps only the last hundred', () => {
    const { budget } = budgetAt(1000);
    const sources = Array.from({ length: 101 }, (_none, i) => `s${i}`);
    sources.forEach((source) => budget.take(source));
    budget.take('s100');
    expect(budget.status().used).toBe(101);
    budget.take('s0');
    expect(budget.status().used).toBe(102);
  });
});
