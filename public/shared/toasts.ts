import { useMemo } from 'react';
import { toApiError } from './api_client';
import { useServices } from './services';

export interface Toasts {
  success: (title: string, text?: string) => void;
  warning: (title: string, text?: string) => void;
  /** `title` says what was tried; the error's own message follows. */
  failure: (title: string, error: unknown) => void;
}

/** Short news in the corner, for what the page itself does not show. */
export const useToasts = (): Toasts => {
  const { core } = useServices();
  return useMemo(() => {
    const { toasts } = core.notifications;
    return {
      success: (title, text) => void toasts.addSuccess({ title, text }),
      warning: (title, text) => void toasts.addWarning({ title, text }),
      failure: (title, error) => void toasts.addDanger({ title, text: toApiError(error).message }),
    };
  }, [core]);
};
