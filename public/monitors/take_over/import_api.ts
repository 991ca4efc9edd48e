import { useMemo } from 'react';
import { IMPORT_PATH, TAKE_OVER_PATH } from '../../../common/import/api';
import type {
  ExistingPolicy,
  ImportCheck,
  ImportResults,
  TakeOverList,
} from '../../../common/import/api';
import type { ApiClient } from '../../shared/api_client';
import { useServices } from '../../shared/services';

export interface PasteOptions {
  existing: ExistingPolicy;
  enable: boolean;
}

export interface TakeOverOptions {
  existing: ExistingPolicy;
  disable_originals: boolean;
}

/** The routes that bring monitors and destinations of other systems here. */
export const createImportApi = (api: ApiClient) => ({
  check: (documents: string) => api.post<ImportCheck>(`${IMPORT_PATH}/_check`, { documents }),
  paste: (documents: string, chosen: number[], options: PasteOptions) =>
    api.post<ImportResults>(IMPORT_PATH, { documents, chosen, ...options }),
  list: (signal?: AbortSignal) => api.get<TakeOverList>(TAKE_OVER_PATH, { signal }),
  takeOver: (ids: string[], options: TakeOverOptions) =>
    api.post<ImportResults>(TAKE_OVER_PATH, { ids, ...options }),
});

export type ImportApi = ReturnType<typeof createImportApi>;

export const useImportApi = (): ImportApi => {
  const { api } = useServices();
  return useMemo(() => createImportApi(api), [api]);
};
