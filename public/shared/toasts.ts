import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton } from '@elastic/eui';
import { toApiError } from './api_client';
import { toMountPoint } from './mount_react';
import { useServices } from './services';

export interface Toasts {
  success: (title: string, text?: string) => void;
  /** Says what was done, with a button that takes it back. */
  undoable: (title: string, onUndo: () => void) => void;
  warning: (title: string, text?: string) => void;
  /** `title` says what was tried; the error's own message follows. */
  failure: (title: string, error: unknown) => void;
}

/** Milliseconds; longer than other news, since it is to be acted on. */
const UNDO_MS = 15_000;

const undoButton = (onUndo: () => void) =>
  React.createElement(
    EuiSmallButton,
    { onClick: onUndo, 'data-test-subj': 'undoButton' },
    i18n.translate('watchkeeper.undoButtonLabel', { defaultMessage: 'Undo' })
  );

/** Short news in the corner, for what the page itself does not show. */
export const useToasts = (): Toasts => {
  const { core } = useServices();
  return useMemo(() => {
    const { toasts } = core.notifications;
    const undoable = (title: string, onUndo: () => void): void => {
      const undo = (): void => {
        toasts.remove(toast);
        onUndo();
      };
      const toast = toasts.addSuccess({
        title,
        text: toMountPoint(undoButton(undo)),
        toastLifeTimeMs: UNDO_MS,
      });
    };
    return {
      undoable,
      success: (title, text) => void toasts.addSuccess({ title, text }),
      warning: (title, text) => void toasts.addWarning({ title, text }),
      failure: (title, error) => void toasts.addDanger({ title, text: toApiError(error).message }),
    };
  }, [core]);
};
