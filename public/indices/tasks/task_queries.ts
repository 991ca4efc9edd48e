import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TaskSpec } from '../../../common/indices/tasks/kinds/registry';
import { TASKS_PATH, TASK_CHECK_PATH, taskPath } from '../../../common/indices/tasks/tasks_api';
import type { TaskCheck, TaskView, TasksPage } from '../../../common/indices/tasks/tasks_api';
import { useServices } from '../../shared/services';

const TASKS = 'index_tasks';
/** Milliseconds between readings: while something runs, and while nothing does. */
const BUSY = 2000;
const QUIET = 10_000;

export type TaskFilters = Record<string, string | number | undefined>;

export const useTasks = (query: TaskFilters) => {
  const { api } = useServices();
  return useQuery({
    queryKey: [TASKS, query],
    queryFn: ({ signal }) => api.get<TasksPage>(TASKS_PATH, { query, signal }),
    keepPreviousData: true,
    refetchInterval: (data?: TasksPage) =>
      data?.items.some(({ state }) => state === 'running') ? BUSY : QUIET,
  });
};

/** What speaks against it, as the cluster is now. Nothing is asked while it is not whole. */
export const useTaskCheck = (spec: TaskSpec | undefined) => {
  const { api } = useServices();
  return useQuery({
    queryKey: ['index_task_check', spec],
    queryFn: ({ signal }) => api.post<TaskCheck>(TASK_CHECK_PATH, spec, { signal }),
    enabled: spec !== undefined,
    keepPreviousData: true,
    // What stood against it a minute ago may stand no more.
    cacheTime: 0,
  });
};

export const useBeginTask = (): ((spec: TaskSpec) => Promise<TaskView>) => {
  const { api } = useServices();
  return useCallback((spec) => api.post<TaskView>(TASKS_PATH, spec), [api]);
};

/** Cancels a task or takes it further, and reads the list anew. */
export const useTaskVerb = (): ((id: string, verb: 'cancel' | 'go_on') => Promise<void>) => {
  const { api } = useServices();
  const client = useQueryClient();
  return useCallback(
    async (id, verb) => {
      try {
        await api.post(taskPath(id, verb));
      } finally {
        await client.invalidateQueries([TASKS]);
      }
    },
    [api, client]
  );
};
