import { randomUUID } from 'crypto';
import type { Page } from '../../../common/page';
import { parseInput } from '../../../common/parse';
import { taskRecordSchema } from '../../../common/indices/tasks/task_record';
import type { TaskRecord } from '../../../common/indices/tasks/task_record';
import type { TasksQuery } from '../../../common/indices/tasks/tasks_api';
import { notFound } from '../../../common/errors';
import { bulk, demandWritten } from '../../cluster/bulk';
import { aliasOf, indexFor } from '../../cluster/own_indices';
import type { Cluster, DocVersion } from '../../cluster/types';

/** A record and where it stands, so that two who change it notice each other. */
export interface HeldTask {
  task: TaskRecord;
  version: DocVersion;
}

export interface TaskStore {
  create(task: TaskRecord): Promise<HeldTask>;
  /** As it is now. @throws WatchkeeperError `not_found` */
  read(id: string): Promise<HeldTask>;
  /** Undefined where somebody else has changed it meanwhile. */
  swap(held: HeldTask, task: TaskRecord): Promise<HeldTask | undefined>;
  /** Newest first. @param who only what was begun by them */
  list(query: TasksQuery, who?: string): Promise<Page<HeldTask>>;
}

/** The instant is in the id, and with it the index that the record is in. */
export const newTaskId = (now: number): string => `${now.toString(36)}-${randomUUID()}`;
const indexOfId = (id: string): string => indexFor('tasks', parseInt(id.split('-')[0], 36));

interface Hit {
  _source: unknown;
  _seq_no: number;
  _primary_term: number;
}

const heldOf = ({ _source, _seq_no, _primary_term }: Hit): HeldTask => ({
  task: parseInput(taskRecordSchema, _source),
  version: { seq_no: _seq_no, primary_term: _primary_term },
});

/** What was written past the product, or by a newer version, is left out instead of hiding the rest. */
const heldIn = (hits: readonly Hit[]): HeldTask[] =>
  hits.flatMap((hit) => (taskRecordSchema.safeParse(hit._source).success ? [heldOf(hit)] : []));

const filterOf = ({ kind, state, index }: TasksQuery, who: string | undefined): object[] => [
  ...(who === undefined ? [] : [{ term: { who } }]),
  ...(kind ? [{ term: { kind } }] : []),
  ...(state ? [{ term: { state } }] : []),
  ...(index
    ? [
        {
          bool: {
            should: [{ term: { sources: index } }, { term: { target: index } }],
            minimum_should_match: 1,
          },
        },
      ]
    : []),
];

/** Long work on indices, written by the service account: whoever may not write there may still begin it. */
export const createTaskStore = (cluster: Cluster): TaskStore => ({
  async create(task) {
    const target = { index: indexOfId(task.id), id: task.id, source: task };
    const results = await bulk(cluster, [{ kind: 'create', ...target }]);
    demandWritten(results);
    const [result] = results;
    if (result.kind !== 'ok') throw notFound('task', task.id);
    return { task, version: result.version };
  },

  async read(id) {
    const { status, body } = await cluster.request<Hit>(
      { method: 'GET', path: `/${indexOfId(id)}/_doc/${encodeURIComponent(id)}` },
      { ignore: [404] }
    );
    if (status === 404) throw notFound('task', id);
    return heldOf(body);
  },

  async swap({ version: expected }, task) {
    const target = { index: indexOfId(task.id), id: task.id, source: task };
    const results = await bulk(cluster, [{ kind: 'swap', ...target, expected }]);
    demandWritten(results);
    const [result] = results;
    return result.kind === 'ok' ? { task, version: result.version } : undefined;
  },

  async list(query, who) {
    // Whoever has just begun one looks for it, and searches see writes late.
    await cluster.request({ method: 'POST', path: `/${aliasOf('tasks')}/_refresh` });
    const { body } = await cluster.request<{ hits: { total: { value: number }; hits: Hit[] } }>({
      method: 'POST',
      path: `/${aliasOf('tasks')}/_search`,
      body: {
        from: (query.page - 1) * query.per_page,
        size: query.per_page,
        track_total_hits: true,
        seq_no_primary_term: true,
        query: { bool: { filter: filterOf(query, who) } },
        sort: [{ created_at: 'desc' }],
      },
    });
    return { total: body.hits.total.value, items: heldIn(body.hits.hits) };
  },
});
