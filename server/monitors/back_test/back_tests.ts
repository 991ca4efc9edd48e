import { randomUUID } from 'crypto';
import { WatchkeeperError, messageOf } from '../../../common/errors';
import type { BackTest, BackTestResult } from '../../../common/monitors/back_test/back_test';
import type { Clock } from '../../clock';
import type { Pace } from './types';

/** Back-tests that may be under way at a time: on this instance, and of one caller whose name is known. */
const MOST_RUNNING = 6;
const MOST_OF_ONE = 4;
/** Results that are kept, and for how long. */
const MOST_KEPT = 40;
const KEPT_MS = 3_600_000;
/** Whoever started it has asked for so long no more: the page is gone. */
const FORGOTTEN_MS = 90_000;
const LONGEST_MS = 15 * 60_000;
/** So long one has its turn before runs that are due, and requests, have theirs. */
const TURN_MS = 12;

/** What is kept in hand while it goes on. */
export interface Running {
  /** @throws WatchkeeperError why it fails */
  run(pace: Pace): Promise<void>;
  /** What is known so far. */
  result(): BackTestResult | undefined;
}

interface Task {
  id: string;
  caller: string | undefined;
  /** Let go of when it has ended: it acts as its caller, and holds every window. */
  run?: Running;
  result?: BackTestResult;
  status: BackTest['status'];
  progress: number;
  startedAt: number;
  seenAt: number;
  endedAt?: number;
  error?: unknown;
  /** Why it ends before its time. */
  over?: string;
  done: Promise<void>;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const notHere = (id: string): WatchkeeperError =>
  new WatchkeeperError(
    'not_found',
    'This back-test is not known here: it has expired, or another instance has it. Run it again.',
    { id }
  );

const tooBusy = (): WatchkeeperError =>
  new WatchkeeperError(
    'too_busy',
    'Too many back-tests are under way. Stop one of them, or wait until one has ended.'
  );

/** The back-tests of this instance: those under way, and the results of those that have ended. In memory only. */
export class BackTests {
  private readonly tasks = new Map<string, Task>();

  constructor(private readonly clock: Clock) {}

  /**
   * Starts one and gives it a moment: a quick one has ended when this returns.
   *
   * @param patienceMs how long a moment is
   * @throws WatchkeeperError `too_busy`; or why it failed, if it did so at once
   */
  async start(run: Running, caller: string | undefined, patienceMs: number): Promise<BackTest> {
    this.sweep();
    this.checkRoom(caller);
    const task = this.taskOf(run, caller);
    this.tasks.set(task.id, task);
    task.done = this.carryOut(task, run);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)));
    await Promise.race([task.done, patience]);
    clearTimeout(timer);
    if (task.status === 'failed') {
      this.tasks.delete(task.id);
      throw task.error;
    }
    return viewOf(task);
  }

  /** @throws WatchkeeperError `not_found` */
  get(id: string, caller: string | undefined): BackTest {
    return viewOf(this.find(id, caller));
  }

  /** @throws WatchkeeperError `not_found` */
  async stop(id: string, caller: string | undefined): Promise<BackTest> {
    const task = this.find(id, caller);
    task.over ??= '';
    // What is asked already is waited for; not for long.
    await Promise.race([task.done, nextTurn()]);
    if (task.status === 'running') task.status = 'stopped';
    return viewOf(task);
  }

  private find(id: string, caller: string | undefined): Task {
    this.sweep();
    const task = this.tasks.get(id);
    if (!task || task.caller !== caller) throw notHere(id);
    task.seenAt = this.clock.monotonic();
    return task;
  }

  private taskOf(run: Running, caller: string | undefined): Task {
    const now = this.clock.monotonic();
    return {
      ...{ id: randomUUID(), caller, run, status: 'running', progress: 0 },
      ...{ startedAt: now, seenAt: now, done: Promise.resolve() },
    };
  }

  private async carryOut(task: Task, run: Running): Promise<void> {
    try {
      await run.run(this.paceOf(task));
      task.status = task.over === undefined ? 'done' : 'stopped';
    } catch (error) {
      task.status = task.over === undefined ? 'failed' : 'stopped';
      task.error = error;
    }
    task.result = run.result();
    task.run = undefined;
    task.endedAt = this.clock.monotonic();
  }

  private paceOf(task: Task): Pace {
    const { clock } = this;
    let turn = clock.monotonic();
    return {
      progress: (share) => {
        task.progress = share;
      },
      isOver: () => {
        const now = clock.monotonic();
        if (now - task.startedAt > LONGEST_MS) {
          task.over ??= `It was stopped after ${LONGEST_MS / 60_000} minutes.`;
        }
        if (now - task.seenAt > FORGOTTEN_MS) task.over ??= 'Nobody was waiting for it any more.';
        return task.over !== undefined;
      },
      breathe: async () => {
        if (clock.monotonic() - turn < TURN_MS) return;
        await nextTurn();
        turn = clock.monotonic();
      },
    };
  }

  private checkRoom(caller: string | undefined): void {
    const running = [...this.tasks.values()].filter(({ endedAt }) => endedAt === undefined);
    const own = running.filter((task) => caller !== undefined && task.caller === caller);
    if (running.length >= MOST_RUNNING || own.length >= MOST_OF_ONE) throw tooBusy();
  }

  private sweep(): void {
    const now = this.clock.monotonic();
    const ended = [...this.tasks.values()].filter(({ endedAt }) => endedAt !== undefined);
    const spare = ended.length - MOST_KEPT;
    ended.forEach(({ id, endedAt = now }, i) => {
      if (i < spare || now - endedAt > KEPT_MS) this.tasks.delete(id);
    });
  }
}

/** What is wrong, without the names of fields: it is read apart from the form. */
const textOf = (error: unknown): string => {
  const problems = error instanceof WatchkeeperError ? (error.details.problems ?? []) : [];
  return problems.length > 0 ? problems.map(({ message }) => message).join(' ') : messageOf(error);
};

const viewOf = ({ id, status, progress, run, error, over, ...task }: Task): BackTest => {
  const result = status === 'running' ? undefined : (task.result ?? run?.result());
  const notes = result && over ? [over, ...result.notes] : result?.notes;
  return {
    ...{ id, status },
    progress: status === 'done' ? 1 : progress,
    ...(result && notes ? { result: { ...result, notes } } : {}),
    ...(status === 'failed' ? { error: textOf(error) } : {}),
  };
};
