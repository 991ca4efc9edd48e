import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';
import type { ApiError } from '../../shared/api_client';
import { useConfirm } from '../../shared/confirm';
import type { Question } from '../../shared/confirm';
import { useToasts } from '../../shared/toasts';
import { useDeleteDestination } from '../destination_queries';

export const questionOf = ({ destination, used_by: monitors }: DestinationRecord): Question => ({
  title: i18n.translate('watchkeeper.destinations.delete.title', {
    defaultMessage: 'Delete “{name}”?',
    values: { name: destination.name },
  }),
  text:
    monitors.length === 0
      ? i18n.translate('watchkeeper.destinations.delete.unusedText', {
          defaultMessage: 'No monitor sends to it. Its secrets are deleted too.',
        })
      : i18n.translate('watchkeeper.destinations.delete.usedText', {
          defaultMessage:
            '{count, plural, one {This monitor sends} other {These # monitors send}} to it. Their actions will fail until they are given another destination. Its secrets are deleted too.',
          values: { count: monitors.length },
        }),
  items: monitors.map(({ name }) => name),
  confirmLabel: i18n.translate('watchkeeper.destinations.delete.confirmButtonLabel', {
    defaultMessage: 'Delete',
  }),
  danger: true,
});

/** Asks, naming the monitors that lose their destination, and deletes. */
export const useDelete = (): ((record: DestinationRecord) => Promise<void>) => {
  const confirm = useConfirm();
  const toasts = useToasts();
  const { mutate } = useDeleteDestination();
  return async (record) => {
    if (!(await confirm(questionOf(record)))) return;
    const { name } = record.destination;
    mutate(record.id, {
      onSuccess: () =>
        toasts.success(
          i18n.translate('watchkeeper.destinations.delete.doneTitle', {
            defaultMessage: '“{name}” is deleted',
            values: { name },
          })
        ),
      onError: (error: ApiError) =>
        toasts.failure(
          i18n.translate('watchkeeper.destinations.delete.failedTitle', {
            defaultMessage: '“{name}” was not deleted',
            values: { name },
          }),
          error
        ),
    });
  };
};
