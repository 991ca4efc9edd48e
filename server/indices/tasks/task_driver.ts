import { WatchkeeperError, messageOf } from '../../../common/errors';
import { ended, isLeftAlone, passOver, stepsToBegin } from '../../../common/indices/tasks/flow';
import { isRepeatable } from '../../../common/indices/tasks/steps';
import type { TaskRecord, TaskStep } from '../../../common/indices/tasks/task_record';
import type { Clock } from '../../clock';
import type { Cluster } from '../../cluster/types';
import { StepHands } from './step_hands';
import type { StepChange } from './step_hands';
import type { HeldTask, TaskStore } from './task_store';

/** Milliseconds for which nobody else takes a task over. */
const LEASE = 45_000;
const RENEW_BEFORE = 30_000;
/** While something is sent, whose answer may take two minutes. */
const SENDING_LEASE = 180_000;
const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 3000;
const MOST_TRIES = 10;

export interface DriverDeps {
  store: TaskStore;
  clock: Pick<Clock, 'now'>;
  /** Waits so many milliseconds. */
  pause(ms: number): Promise<void>;
  warn(message: string): void;
}

/** Somebody else takes it further now. */
class TakenOver extends Error {}

const codeOf = (error: unknown): string | undefined =>
  error instanceof WatchkeeperError ? error.code : undefined;

/** What a person has to do something about; the rest passes. */
const STOPS = ['unauthenticated', 'forbidden'];

const withChanges = (
  task: TaskRecord,
  changes: ReadonlyMap<number, StepChange>,
  now: number
): TaskRecord => ({
  ...task,
  steps: task.steps.map((step, place) => {
    const change = changes.get(place);
    if (!change) return step;
    const hasEnded = change.state !== undefined && !['running', 'waiting'].includes(change.state);
    return { ...step, ...change, ...(hasEnded ? { ended_at: now } : {}) };
  }),
});

/** Takes one task to its end, or as far as the caller's credentials reach. */
class Ride {
  private readonly hands: StepHands;
  private tries = 0;

  constructor(
    private readonly deps: DriverDeps,
    private held: HeldTask,
    asCaller: Cluster
  ) {
    this.hands = new StepHands(asCaller);
  }

  async toTheEnd(): Promise<void> {
    let pause = SHORTEST_PAUSE;
    while (this.held.task.state === 'running') {
      const moved = await this.turn();
      if (isLeftAlone(this.held.task, this.deps.clock.now())) return;
      pause = moved && this.tries === 0 ? SHORTEST_PAUSE : Math.min(pause * 1.5, LONGEST_PAUSE);
      if (this.held.task.state === 'running') await this.deps.pause(pause);
    }
  }

  /** True where something has begun or ended. */
  private async turn(): Promise<boolean> {
    await this.catchUp();
    const { task } = this.held;
    const looked = await this.look(task);
    const now = this.deps.clock.now();
    const current = ended(passOver(looked), now);
    const places = current.state === 'running' ? stepsToBegin(current) : [];
    const begun = places.map((place): [number, StepChange] => [place, { state: 'running' }]);
    const claimed = withChanges(current, new Map(begun), now);
    for (const place of places) claimed.steps[place].started_at ??= now;
    const isDue = task.driver.until - now < RENEW_BEFORE;
    if (looked === task && places.length === 0 && current.state === task.state && !isDue) {
      return false;
    }
    await this.save(claimed, places.length > 0 ? SENDING_LEASE : LEASE);
    if (places.length === 0) return current.state !== 'running';
    await this.send(places, task.steps);
    return true;
  }

  private async look(task: TaskRecord): Promise<TaskRecord> {
    const changes = new Map<number, StepChange>();
    for (const [place, step] of task.steps.entries()) {
      if (step.state !== 'running') continue;
      const change = await this.lookAt(step);
      const isNews = Object.entries(change).some(
        ([key, value]) => JSON.stringify(step[key as keyof StepChange]) !== JSON.stringify(value)
      );
      if (isNews) changes.set(place, change);
    }
    return changes.size === 0 ? task : withChanges(task, changes, this.deps.clock.now());
  }

  private async lookAt(step: TaskStep): Promise<StepChange> {
    try {
      return await this.hands.look(step);
    } catch (error) {
      if (STOPS.includes(codeOf(error) ?? '')) await this.stop(messageOf(error));
      return {};
    }
  }

  private async send(places: readonly number[], before: readonly TaskStep[]): Promise<void> {
    const changes = new Map<number, StepChange>();
    const send = async (place: number): Promise<void> => {
      const { what, started_at: startedAt } = before[place];
      changes.set(place, await this.sendOne(what, startedAt !== undefined));
    };
    await Promise.all(places.map(send));
    const now = this.deps.clock.now();
    await this.save(ended(passOver(withChanges(this.held.task, changes, now)), now), LEASE);
  }

  private async sendOne(what: TaskStep['what'], again: boolean): Promise<StepChange> {
    try {
      return await this.hands.send(what, again);
    } catch (error) {
      const reason = messageOf(error);
      if (codeOf(error) === 'unauthenticated') {
        await this.stop(reason);
        return { state: 'waiting' };
      }
      this.tries += 1;
      if (!isRepeatable(what))
        return { state: 'lost', reason: `${reason} Whether it was done is not known.` };
      return this.tries < MOST_TRIES ? { state: 'waiting' } : { state: 'failed', reason };
    }
  }

  private async stop(reason: string): Promise<void> {
    const driver = { ...this.held.task.driver, until: 0 };
    await this.write({ ...this.held.task, driver, stopped_because: reason });
  }

  private save(task: TaskRecord, lease: number): Promise<void> {
    const { driver } = this.held.task;
    const until = driver.until === 0 ? 0 : this.deps.clock.now() + lease;
    return this.write({ ...task, driver: { ...driver, until } });
  }

  /** What is known of the cluster must not be lost: it is written until it is. */
  private async write(task: TaskRecord): Promise<void> {
    for (;;) {
      try {
        const { cancel_asked: isCancelled, stopped_because: because } = this.held.task;
        const swapped = await this.deps.store.swap(this.held, {
          ...task,
          ...(isCancelled ? { cancel_asked: true } : {}),
          ...(because === undefined ? {} : { stopped_because: because }),
        });
        if (swapped) {
          this.held = swapped;
          return;
        }
        await this.catchUp();
      } catch (error) {
        if (!['cluster_unreachable', 'too_busy'].includes(codeOf(error) ?? '')) throw error;
        await this.deps.pause(LONGEST_PAUSE);
      }
    }
  }

  /** Somebody may have cancelled it, or taken it over. */
  private async catchUp(): Promise<void> {
    try {
      const { task, version } = await this.deps.store.read(this.held.task.id);
      if (task.driver.id !== this.held.task.driver.id) throw new TakenOver();
      const { cancel_asked: isCancelled } = task;
      // The steps stay the same objects: answers that are waited for hang on them.
      const own = { ...this.held.task, ...(isCancelled ? { cancel_asked: isCancelled } : {}) };
      this.held = { task: own, version };
    } catch (error) {
      if (!['cluster_unreachable', 'too_busy'].includes(codeOf(error) ?? '')) throw error;
    }
  }
}

/** Takes a task further in the background, as the one who asked for it. Never throws. */
export const ride = async (deps: DriverDeps, held: HeldTask, asCaller: Cluster): Promise<void> => {
  try {
    await new Ride(deps, held, asCaller).toTheEnd();
  } catch (error) {
    if (error instanceof TakenOver) return;
    deps.warn(`The task ${held.task.id} is not taken further: ${messageOf(error)}`);
  }
};

/** How a task stands that nobody takes further: read by whoever looks, who changes nothing by it. */
export const lookOnce = async (
  { store, clock }: Pick<DriverDeps, 'store' | 'clock'>,
  held: HeldTask,
  asViewer: Cluster
): Promise<HeldTask> => {
  const hands = new StepHands(asViewer);
  const changes = new Map<number, StepChange>();
  for (const [place, step] of held.task.steps.entries()) {
    if (step.state !== 'running') continue;
    // A viewer who may not look sees what is known.
    const change = await hands.look(step).catch((): StepChange => ({}));
    if (Object.keys(change).length > 0) changes.set(place, change);
  }
  if (changes.size === 0) return held;
  const now = clock.now();
  const task = ended(passOver(withChanges(held.task, changes, now)), now);
  // Where it cannot be written down, the list is shown all the same.
  return (await store.swap(held, task).catch(() => undefined)) ?? held;
};
