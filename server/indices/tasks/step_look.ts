import {
  documentProgress,
  endOfTask,
  mergeProgress,
  recoveryProgress,
} from '../../../common/indices/tasks/progress';
import type { TaskAnswer } from '../../../common/indices/tasks/progress';
import { watchOf } from '../../../common/indices/tasks/steps';
import type { StepWhat } from '../../../common/indices/tasks/steps';
import type { TaskProgress, TaskStep } from '../../../common/indices/tasks/task_record';
import type { Cluster } from '../../cluster/types';
import type { StepChange } from './step_hands';
import { whyUnassigned } from './why_unassigned';

const segment = encodeURIComponent;
const JSON_ROWS = { format: 'json', bytes: 'b' };

type Rows<T extends string> = Array<Record<T, string>>;

interface ParentAnswer {
  nodes?: Record<string, { tasks: Record<string, { status?: TaskAnswer['task']['status'] }> }>;
}

/** A sliced one tells of itself only what its finished slices did. */
const slicesOf = async (asCaller: Cluster, taskId: string) => {
  const { body } = await asCaller.request<ParentAnswer>({
    ...{ method: 'GET', path: '/_tasks' },
    query: { parent_task_id: taskId, detailed: true, actions: '*reindex' },
  });
  const tasks = Object.values(body.nodes ?? {}).flatMap((node) => Object.values(node.tasks));
  return tasks.flatMap(({ status }) => status ?? []);
};

const mergedShards = async (
  asCaller: Cluster,
  { index, max_num_segments: most }: StepWhat & { do: 'force_merge' }
): Promise<TaskProgress | undefined> => {
  if (most === undefined) return undefined;
  const { status, body } = await asCaller.request<Rows<'shard' | 'prirep' | 'id'>>(
    {
      ...{ method: 'GET', path: `/_cat/segments/${segment(index)}` },
      query: { ...JSON_ROWS, h: 'shard,prirep,id' },
    },
    { ignore: [404] }
  );
  return status === 200 ? mergeProgress(body, most, 0) : undefined;
};

const progressOf = async (
  asCaller: Cluster,
  { what, task_id: taskId }: TaskStep,
  answer?: TaskAnswer
): Promise<TaskProgress | undefined> => {
  if (what.do === 'force_merge') return mergedShards(asCaller, what);
  if (what.do !== 'reindex' || taskId === undefined) return undefined;
  const running = what.sliced ? await slicesOf(asCaller, taskId) : [];
  return documentProgress(answer?.task.status, running);
};

const LOST =
  'The cluster does not know its task any more: the node was restarted or has left. What was done stays; begin it again to finish it.';

const lookAtTask = async (asCaller: Cluster, step: TaskStep): Promise<StepChange> => {
  if (step.task_id === undefined) {
    const progress = await progressOf(asCaller, step);
    return progress ? { progress } : {};
  }
  const { status, body } = await asCaller.request<TaskAnswer>(
    { method: 'GET', path: `/_tasks/${step.task_id}` },
    { ignore: [404] }
  );
  if (status === 404) return { state: 'lost', reason: LOST };
  const end = endOfTask(body);
  if (end) return end;
  const progress = await progressOf(asCaller, step, body);
  return progress ? { progress } : {};
};

const lookAtRecovery = async (asCaller: Cluster, index: string): Promise<StepChange> => {
  const [health, recovery] = await Promise.all([
    asCaller.request<{ status: string; active_primary_shards: number }>(
      { method: 'GET', path: `/_cluster/health/${segment(index)}` },
      { ignore: [408] }
    ),
    asCaller.request<Rows<'stage' | 'bytes_recovered' | 'bytes_total'>>(
      {
        ...{ method: 'GET', path: `/_cat/recovery/${segment(index)}` },
        query: { ...JSON_ROWS, h: 'stage,bytes_recovered,bytes_total' },
      },
      { ignore: [404] }
    ),
  ]);
  const progress = recovery.status === 200 ? recoveryProgress(recovery.body) : undefined;
  const isDone = health.body.status !== 'red';
  return {
    ...(isDone ? { state: 'done' as const } : {}),
    ...(progress ? { progress } : {}),
    // What kept a shard away is told as long as it does.
    reason: isDone ? undefined : await whyUnassigned(asCaller, index),
  };
};

/** All shards have a started copy on the node. */
const lookAtGathering = async (
  asCaller: Cluster,
  { index, node }: StepWhat & { do: 'gather' }
): Promise<StepChange> => {
  const { body } = await asCaller.request<Rows<'shard' | 'state' | 'node'>>({
    ...{ method: 'GET', path: `/_cat/shards/${segment(index)}` },
    query: { ...JSON_ROWS, h: 'shard,state,node' },
  });
  const total = new Set(body.map(({ shard }) => shard)).size;
  const there = body.filter((row) => row.state === 'STARTED' && row.node === node);
  const done = new Set(there.map(({ shard }) => shard)).size;
  return {
    progress: { done, total, unit: 'shards' },
    ...(total > 0 && done === total ? { state: 'done' as const } : {}),
  };
};

/**
 * How a step that runs stands now.
 *
 * @throws WatchkeeperError where the cluster does not answer, or the caller may not look
 */
export const lookAt = async (asCaller: Cluster, step: TaskStep): Promise<StepChange> => {
  const { what } = step;
  if (what.do === 'gather') return lookAtGathering(asCaller, what);
  if (what.do === 'recover') return lookAtRecovery(asCaller, what.index);
  return watchOf(what) === 'task' ? lookAtTask(asCaller, step) : {};
};
