import { i18n } from '@osd/i18n';
import type { TemplateRecord } from '../../../common/notifications/shared_templates_api';
import { toApiError } from '../../shared/api_client';
import { useConfirm } from '../../shared/confirm';
import { useToasts } from '../../shared/toasts';
import { useDeleteTemplate } from './template_queries';

/** Asks, and deletes. What is named somewhere stays: the server says where. */
export const useRemoveTemplate = (): ((record: TemplateRecord) => Promise<void>) => {
  const confirm = useConfirm();
  const toasts = useToasts();
  const { mutateAsync } = useDeleteTemplate();
  return async ({ id, template: { name } }) => {
    const agreed = await confirm({
      title: i18n.translate('watchkeeper.templates.delete.title', {
        defaultMessage: 'Delete “{name}”?',
        values: { name },
      }),
      text: i18n.translate('watchkeeper.templates.delete.text', {
        defaultMessage: 'Nothing names it.',
      }),
      confirmLabel: i18n.translate('watchkeeper.templates.delete.confirmButtonLabel', {
        defaultMessage: 'Delete',
      }),
      danger: true,
    });
    if (!agreed) return;
    try {
      await mutateAsync(id);
      toasts.success(
        i18n.translate('watchkeeper.templates.delete.doneTitle', {
          defaultMessage: '“{name}” is deleted',
          values: { name },
        })
      );
    } catch (thrown) {
      toasts.failure(
        i18n.translate('watchkeeper.templates.delete.failedTitle', {
          defaultMessage: '“{name}” was not deleted',
          values: { name },
        }),
        toApiError(thrown)
      );
    }
  };
};
