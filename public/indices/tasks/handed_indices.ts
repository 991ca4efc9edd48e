import { useMemo } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import type { TaskKindName } from '../../../common/indices/tasks/task_record';
import { appPaths } from '../../shared/app_paths';

/** Browsers and proxies take longer addresses than this, but not all of them. */
const LONGEST_NAMES = 1800;

interface Handed {
  indices?: readonly string[];
}

/** Goes to the form of a task with these indices in it. Those that are too many for an address go beside it. */
export const useGoBegin = (): ((kind: TaskKindName, indices: readonly string[]) => void) => {
  const history = useHistory<Handed | undefined>();
  return (kind, indices) => {
    const text = indices.join(',');
    const isLong = encodeURIComponent(text).length > LONGEST_NAMES;
    const { path } = appPaths.beginIndexTask(kind, isLong ? [] : indices);
    const [pathname, search = ''] = path.split('?');
    history.push({
      pathname,
      search: search && `?${search}`,
      state: isLong ? { indices } : undefined,
    });
  };
};

/** The indices with which the form was opened. */
export const useHandedIndices = (): readonly string[] => {
  const { search, state } = useLocation<Handed | undefined>();
  return useMemo(() => {
    const text = new URLSearchParams(search).get('indices') ?? '';
    return state?.indices ?? text.split(',').filter((name) => name !== '');
  }, [search, state]);
};
