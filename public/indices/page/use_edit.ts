import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { IndexDetail } from '../../../common/indices/indices_api';
import { editPathOf } from '../../../common/indices/page/edits';
import type { IndexEdit } from '../../../common/indices/page/edits';
import { toApiError } from '../../shared/api_client';
import type { ApiError } from '../../shared/api_client';
import { useServices } from '../../shared/services';
import { useToasts } from '../../shared/toasts';

export interface Editing {
  isBusy: boolean;
  error?: ApiError;
  forget: () => void;
  /** @returns whether it is done */
  send: (edit: IndexEdit, doneText: string) => Promise<boolean>;
}

/** Changes one index; the page shows what it is afterwards. */
export const useEdit = (name: string): Editing => {
  const { api } = useServices();
  const client = useQueryClient();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const send = async (edit: IndexEdit, doneText: string): Promise<boolean> => {
    setBusy(true);
    setError(undefined);
    try {
      client.setQueryData(['index', name], await api.post<IndexDetail>(editPathOf(name), edit));
      toasts.success(doneText);
      return true;
    } catch (thrown) {
      setError(toApiError(thrown));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, send, forget: () => setError(undefined), ...(error ? { error } : {}) };
};
