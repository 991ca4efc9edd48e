import { silentLogger } from '../cluster/testing/test_clock';
import { startLoop } from './loop';
import { Pool } from './pool';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('startLoop', () => {
  it('goes on after a turn that throws, and tells what it met and when it works again', async () => {
    const heard: string[] = [];
    let turns = 0;
    const loop = startLoop(
      'Test',
      1,
      async () => {
        if (++turns < 3) throw new Error('no luck');
      },
      silentLogger,
      { failed: (message) => heard.push(message), worked: () => heard.push('ok') }
    );
    while (turns < 4) await pause(5);
    await loop.stop();
    expect(heard.slice(0, 3)).toEqual(['no luck', 'no luck', 'ok']);
  });

  it('never takes two turns at once, and waits for the last one when it stops', async () => {
    let running = 0;
    let most = 0;
    const loop = startLoop(
      'Test',
      1,
      async () => {
        most = Math.max(most, ++running);
        await pause(10);
        running--;
      },
      silentLogger
    );
    await pause(50);
    await loop.stop();
    expect(most).toBe(1);
    expect(running).toBe(0);
  });

  it('takes a turn at once when it is woken, also during a turn', async () => {
    let turns = 0;
    const loop = startLoop(
      'Test',
      60_000,
      async () => {
        if (++turns === 2) loop.wake();
      },
      silentLogger
    );
    while (turns < 1) await pause(2);
    loop.wake();
    for (let i = 0; i < 200 && turns < 3; i++) await pause(5);
    await loop.stop();
    expect(turns).toBe(3);
  });

  it('is not stalled by a clock that is set back during a turn', async () => {
    const now = jest.spyOn(Date, 'now');
    let turns = 0;
    const loop = startLoop(
      'Test',
      5,
      async () => {
        turns++;
        now.mockReturnValue(0);
      },
      silentLogger
    );
    for (let i = 0; i < 200 && turns < 3; i++) await pause(5);
    await loop.stop();
    now.mockRestore();
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});

describe('Pool', () => {
  const gate = () => {
    let open = () => {};
    const task = () => new Promise<void>((resolve) => (open = resolve));
    return { task, open: () => open() };
  };

  it('runs so many at once and the next when one ends', async () => {
    const pool = new Pool(2, () => {});
    const gates = [gate(), gate(), gate()];
    gates.forEach(({ task }) => pool.add(task));
    expect([pool.underWay, pool.size]).toEqual([2, 3]);
    gates[0].open();
    await pause(1);
    expect([pool.underWay, pool.size]).toEqual([2, 2]);
  });

  it('outlives a task that throws', async () => {
    const errors: unknown[] = [];
    const pool = new Pool(1, (error) => errors.push(error));
    pool.add(async () => {
      throw new Error('defect');
    });
    await pool.drain();
    expect(errors).toHaveLength(1);
    expect(pool.size).toBe(0);
  });

  it('halves itself when it is to slow down, and comes back one by one', async () => {
    const pool = new Pool(4, () => {});
    pool.slowDown();
    const gates = [gate(), gate(), gate(), gate()];
    gates.forEach(({ task }) => pool.add(task));
    expect(pool.underWay).toBe(2);
    pool.speedUp();
    expect(pool.underWay).toBe(3);
    for (let i = 0; i < 5; i++) pool.slowDown();
    gates.slice(0, 3).forEach(({ open }) => open());
    await pause(1);
    expect(pool.underWay).toBe(1);
  });

  it('drops what waits when it drains, and resolves when nothing runs', async () => {
    const pool = new Pool(1, () => {});
    const first = gate();
    const second = jest.fn(async () => {});
    pool.add(first.task);
    pool.add(second);
    const drained = pool.drain();
    first.open();
    await drained;
    expect(second).not.toHaveBeenCalled();
  });
});
