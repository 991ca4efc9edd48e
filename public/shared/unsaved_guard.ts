import { useEffect } from 'react';
import { i18n } from '@osd/i18n';
import type { OverlayStart } from 'opensearch-dashboards/public';
import { useServices } from './services';

const title = (): string =>
  i18n.translate('watchkeeper.unsaved.title', { defaultMessage: 'Leave without saving?' });

const text = (): string =>
  i18n.translate('watchkeeper.unsaved.text', {
    defaultMessage: 'What you changed here is not saved, and will be lost.',
  });

/** Asks in a dialog of the host. */
export const askToLeave = (overlays: OverlayStart): Promise<boolean> =>
  overlays.openConfirm(text(), {
    title: title(),
    confirmButtonText: i18n.translate('watchkeeper.unsaved.leaveButtonLabel', {
      defaultMessage: 'Leave',
    }),
    cancelButtonText: i18n.translate('watchkeeper.unsaved.stayButtonLabel', {
      defaultMessage: 'Stay',
    }),
    buttonColor: 'danger',
    'data-test-subj': 'unsavedChangesDialog',
  });

/** While `dirty`, leaving the page asks first: within the app, to another app, and out of Dashboards. */
export const useUnsavedGuard = (dirty: boolean): void => {
  const { history, params } = useServices();
  useEffect(() => {
    if (!dirty) return undefined;
    history.arm();
    params.onAppLeave((actions) => actions.confirm(text(), title()));
    return () => {
      history.disarm();
      params.onAppLeave((actions) => actions.default());
    };
  }, [dirty, history, params]);
};
