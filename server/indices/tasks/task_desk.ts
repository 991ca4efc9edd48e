import { randomUUID } from 'crypto';
import type { AuditedAct } from '../../../common/audit/entry';
import { WatchkeeperError, invalidInput } from '../../../common/errors';
import {
  canCancel,
  hasStopped,
  isLeftAlone,
  readyToGoOn,
} from '../../../common/indices/tasks/flow';
import {
  checkTask,
  planTask,
  sourcesOf,
  targetOf,
} from '../../../common/indices/tasks/kinds/registry';
import type { TaskSpec } from '../../../common/indices/tasks/kinds/registry';
import { withoutContent } from '../../../common/indices/tasks/steps';
import { namesOfTask, withoutUnseen } from '../../../common/indices/tasks/unseen';
import type { TaskKindName, TaskRecord } from '../../../common/indices/tasks/task_record';
import type {
  TaskCheck,
  TaskView,
  TasksPage,
  TasksQuery,
} from '../../../common/indices/tasks/tasks_api';
import type { Audit } from '../../audit/types';
import type { Cluster } from '../../cluster/types';
import type { By } from '../types';
import { readFacts } from './read_facts';
import { seenNames } from './seen_names';
import { StepHands } from './step_hands';
import { lookOnce, ride } from './task_driver';
import type { DriverDeps } from './task_driver';
import { newTaskId } from './task_store';
import type { HeldTask } from './task_store';

/** Milliseconds until somebody may take it over who finds it without a sign of life. */
const FIRST_LEASE = 45_000;
/** Looking at one takes a few requests. */
const MOST_LOOKED_AT = 10;
const MOST_TRIES = 5;

const BEGUN: Readonly<Record<TaskKindName, AuditedAct>> = {
  force_merge: 'index.force_merge_begun',
  reindex: 'index.reindex_begun',
  rollover: 'index.rollover_begun',
  clone: 'index.clone_begun',
  shrink: 'index.shrink_begun',
  split: 'index.split_begun',
};

export interface DeskDeps extends DriverDeps {
  audit: Pick<Audit, 'record'>;
}

/** Begins long work, tells how it stands, cancels it and takes it further: each as the caller. */
export class TaskDesk {
  constructor(private readonly deps: DeskDeps) {}

  /** What would happen. Changes nothing. */
  async check(asCaller: Cluster, spec: TaskSpec): Promise<TaskCheck> {
    const facts = await readFacts(asCaller, spec);
    const findings = checkTask(spec, facts);
    const isRefused = findings.some(({ severity }) => severity === 'error');
    const { old_index, new_index } = facts.rollover ?? {};
    return {
      findings,
      steps: isRefused ? [] : planTask(spec, facts).steps.map(withoutContent),
      sources: facts.sources.map(({ name, primaries, replicas, docs, primary_bytes: bytes }) => ({
        ...{ name, primaries, replicas },
        ...(docs === undefined ? {} : { docs }),
        ...(bytes === undefined ? {} : { primary_bytes: bytes }),
      })),
      ...(old_index !== undefined && !isRefused ? { rollover: { old_index, new_index } } : {}),
    };
  }

  /** @throws WatchkeeperError `invalid_input` where something speaks against it, at its fields */
  async begin(asCaller: Cluster, spec: TaskSpec, who: string | undefined): Promise<TaskView> {
    const facts = await readFacts(asCaller, spec);
    const errors = checkTask(spec, facts).filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      throw invalidInput(errors.map(({ field = '', message }) => ({ field, message })));
    }
    const now = this.deps.clock.now();
    const { steps, ...order } = planTask(spec, facts);
    const [first] = steps;
    const target =
      spec.kind === 'rollover' && first.do === 'rollover' ? first.new_name : targetOf(spec);
    const sources = spec.kind === 'rollover' ? [spec.target] : sourcesOf(spec);
    const held = await this.deps.store.create({
      ...{ id: newTaskId(now), kind: spec.kind, sources, created_at: now, state: 'running' },
      ...(target === undefined ? {} : { target }),
      ...(who === undefined ? {} : { who }),
      ...order,
      steps: steps.map((what) => ({ what, state: 'waiting' })),
      driver: { id: randomUUID(), until: now + FIRST_LEASE },
    });
    await this.note(held.task, BEGUN[spec.kind], who);
    void ride(this.deps, held, asCaller);
    return this.viewOf(held.task);
  }

  /** Those that nobody follows are looked at, as the viewer. Nobody learns of indices that they may not see. */
  async list(by: By, query: TasksQuery): Promise<TasksPage> {
    const { total, items } = await this.deps.store.list(query, await this.onlyOf(by, query));
    const now = this.deps.clock.now();
    const alone = items.filter(({ task }) => isLeftAlone(task, now)).slice(0, MOST_LOOKED_AT);
    const looked = new Map<string, HeldTask>();
    for (const held of alone) {
      looked.set(held.task.id, await lookOnce(this.deps, held, by.cluster));
    }
    const tasks = items.map((held) => (looked.get(held.task.id) ?? held).task);
    return { total, items: await this.viewsFor(by, tasks) };
  }

  /** Whoever asks for the tasks of an index that they may not see is told of their own. */
  private async onlyOf(
    { cluster, caller }: By,
    { index }: TasksQuery
  ): Promise<string | undefined> {
    if (!caller.secured || index === undefined) return undefined;
    const seen = await seenNames(cluster, [index]);
    return seen.has(index) ? undefined : (caller.name ?? '');
  }

  private async viewsFor(
    { cluster, caller }: By,
    tasks: readonly TaskRecord[]
  ): Promise<TaskView[]> {
    const views = tasks.map((task) => this.viewOf(task));
    if (!caller.secured) return views;
    const isOwn = ({ who }: TaskView): boolean => who !== undefined && who === caller.name;
    const names = views.filter((view) => !isOwn(view)).flatMap(namesOfTask);
    const seen = await seenNames(cluster, names);
    return views.map((view) => (isOwn(view) ? view : withoutUnseen(view, seen)));
  }

  private async viewFor(by: By, task: TaskRecord): Promise<TaskView> {
    const [view] = await this.viewsFor(by, [task]);
    return view;
  }

  /** @throws WatchkeeperError `conflict` where there is nothing to cancel */
  async cancel(by: By, id: string): Promise<TaskView> {
    const { cluster: asCaller, caller } = by;
    const held = await this.change(id, (task) => {
      if (!canCancel(task)) {
        throw new WatchkeeperError('conflict', 'There is nothing to cancel any more.');
      }
      return { ...task, cancel_asked: true };
    });
    // From here on nothing more is begun, even where the cluster refuses to cancel what runs.
    await this.note(held.task, 'index.task_cancelled', caller.name);
    const hands = new StepHands(asCaller);
    for (const { what, state, task_id: taskId } of held.task.steps) {
      const isRunning = what.do === 'reindex' && state === 'running';
      if (isRunning && taskId !== undefined) await hands.cancel(taskId);
    }
    const isAlone = isLeftAlone(held.task, this.deps.clock.now());
    return this.viewFor(by, isAlone ? await this.takeOver(asCaller, id) : held.task);
  }

  /**
   * Of whoever began it: the steps were written with their permissions in mind, and would be sent with those of another.
   * Everybody else may cancel it, which puts back what it has set.
   *
   * @throws WatchkeeperError `conflict` where it goes on by itself, or has ended; `forbidden` where another began it
   */
  async goOn(by: By, id: string): Promise<TaskView> {
    const { cluster: asCaller, caller } = by;
    const { task } = await this.deps.store.read(id);
    if (!hasStopped(task, this.deps.clock.now())) {
      throw new WatchkeeperError('conflict', 'It goes on by itself, or has ended.');
    }
    if (task.who !== undefined && task.who !== caller.name) {
      const message = `Only ${task.who}, who began it, can go on with it: its steps would be sent with your permissions. You can cancel it.`;
      throw new WatchkeeperError('forbidden', message);
    }
    const taken = await this.takeOver(asCaller, id);
    await this.note(task, 'index.task_gone_on', caller.name);
    return this.viewFor(by, taken);
  }

  private async takeOver(asCaller: Cluster, id: string): Promise<TaskRecord> {
    const now = this.deps.clock.now();
    const held = await this.change(id, (task) =>
      readyToGoOn(task, { id: randomUUID(), until: now + FIRST_LEASE })
    );
    void ride(this.deps, held, asCaller);
    return held.task;
  }

  private async change(id: string, to: (task: TaskRecord) => TaskRecord): Promise<HeldTask> {
    for (let i = 0; i < MOST_TRIES; i++) {
      const held = await this.deps.store.read(id);
      const swapped = await this.deps.store.swap(held, to(held.task));
      if (swapped) return swapped;
    }
    throw new WatchkeeperError('conflict', 'The task changes just now. Try again.');
  }

  private viewOf(task: TaskRecord): TaskView {
    return {
      ...task,
      steps: task.steps.map((step) => ({ ...step, what: withoutContent(step.what) })),
      stopped: hasStopped(task, this.deps.clock.now()),
    };
  }

  private note(task: TaskRecord, what: AuditedAct, who: string | undefined): Promise<void> {
    const details = {
      task_id: task.id,
      ...(task.target === undefined ? {} : { target: task.target }),
    };
    return this.deps.audit.record(
      task.sources.map((name) => ({
        ...{ what, object_id: name, name, details },
        ...(who === undefined ? {} : { who }),
      }))
    );
  }
}
