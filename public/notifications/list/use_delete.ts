import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';
import { toApiError } from '../../shared/api_client';
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

/** The monitors that the server named as it refused, when they are why it refused. */
const usersOf = ({ code, details }: ApiError): DestinationRecord['used_by'] =>
  code === 'conflict' && Array.isArray(details.used_by) ? details.used_by : [];

/** Asks, naming the monitors that lose their destination, and deletes. */
export const useDelete = (): ((record: DestinationRecord) => Promise<void>) => {
  const confirm = useConfirm();
  const toasts = useToasts();
  const { mutateAsync } = useDeleteDestination();

  const remove = async (record: DestinationRecord): Promise<void> => {
    if (!(await confirm(questionOf(record)))) return;
    const { id, used_by: users } = record;
    const values = { name: record.destination.name };
    try {
      await mutateAsync({ id, force: users.length > 0 });
      toasts.success(
        i18n.translate('watchkeeper.destinations.delete.doneTitle', {
          defaultMessage: '“{name}” is deleted',
          values,
        })
      );
    } catch (thrown) {
      const error = toApiError(thrown);
      const found = usersOf(error);
      // Somebody began to use it after the list was read: ask again, with what is true now.
      if (users.length === 0 && found.length > 0) return remove({ ...record, used_by: found });
      toasts.failure(
        i18n.translate('watchkeeper.destinations.delete.failedTitle', {
          defaultMessage: '“{name}” was not deleted',
          values,
        }),
        error
      );
    }
  };
  return remove;
};
