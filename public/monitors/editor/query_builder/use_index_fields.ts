import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { valuesFieldOf } from '../../../../common/indices/fields';
import type { IndexField, ValuesAnswer } from '../../../../common/indices/fields';
import { useDebounced } from '../../../shared/debounced';
import { monitorKeys, useMonitorsApi } from '../../monitors_api';
import { useEditor } from '../editor_model';
import { searchOf } from '../question';

const FIELDS_STAY_MS = 60_000;
const VALUES_STAY_MS = 30_000;
const PAUSE_MS = 250;

export interface IndexFields {
  indices: readonly string[];
  fields: readonly IndexField[];
  isLoading: boolean;
  /** Why there are none. */
  error: unknown;
  named: (name: string) => IndexField | undefined;
}

const NONE: readonly IndexField[] = [];

/** The fields of the indices that the draft looks at; none while it names no index. */
export const useIndexFields = (): IndexFields => {
  const api = useMonitorsApi();
  const { draft } = useEditor();
  const { indices } = searchOf(draft);
  const { data, error, isFetching } = useQuery({
    queryKey: monitorKeys.fields(indices),
    queryFn: ({ signal }) => api.fields(indices, signal),
    enabled: indices.length > 0,
    staleTime: FIELDS_STAY_MS,
    refetchOnWindowFocus: false,
    retry: false,
  });
  return useMemo(() => {
    const fields = data?.fields ?? NONE;
    const byName = new Map(fields.map((field) => [field.name, field]));
    const named = (name: string) => byName.get(name);
    return { indices, fields, isLoading: isFetching, error, named };
  }, [indices, data, isFetching, error]);
};

/** Values of a field that begin so, from the data; nothing for a field that keeps none. */
export const useFieldValues = (
  { indices, fields }: IndexFields,
  name: string,
  typed: string,
  isWanted: boolean
): { values: ValuesAnswer['values']; isLoading: boolean } => {
  const api = useMonitorsApi();
  const begin = useDebounced(typed, PAUSE_MS);
  const field = useMemo(() => valuesFieldOf(name, fields)?.name ?? '', [name, fields]);
  const { data, isFetching } = useQuery({
    queryKey: monitorKeys.values(indices, field, begin),
    queryFn: ({ signal }) => api.values(indices, field, begin, signal),
    enabled: isWanted && field !== '' && indices.length > 0,
    keepPreviousData: true,
    staleTime: VALUES_STAY_MS,
    refetchOnWindowFocus: false,
    retry: false,
  });
  return { values: field === '' ? [] : (data?.values ?? []), isLoading: isFetching };
};
