import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';
import { keepsOrder } from '../../../common/notifications/kinds/registry';
import { toApiError } from '../../shared/api_client';
import type { ApiError } from '../../shared/api_client';
import { useConfirm } from '../../shared/confirm';
import type { Question } from '../../shared/confirm';
import { useToasts } from '../../shared/toasts';
import { useCountIncidents, useDeleteDestination } from '../destination_queries';

const incidentsText = (open: number | undefined): string | undefined => {
  if (open === 0) return undefined;
  return open === undefined
    ? i18n.translate('watchkeeper.destinations.delete.incidentsUnknownText', {
        defaultMessage:
          'Whether incidents are open there could not be read. Those that are will not be closed by Watchkeeper.',
      })
    : i18n.translate('watchkeeper.destinations.delete.incidentsText', {
        defaultMessage:
          '{count, plural, one {# incident is open there; it} other {# incidents are open there; they}} will not be closed by Watchkeeper.',
        values: { count: open },
      });
};

/** @param open incidents that stand open there; undefined where that is not known */
export const questionOf = (
  { destination, used_by: monitors }: DestinationRecord,
  open: number | undefined
): Question => ({
  title: i18n.translate('watchkeeper.destinations.delete.title', {
    defaultMessage: 'Delete “{name}”?',
    values: { name: destination.name },
  }),
  text: [
    monitors.length === 0
      ? i18n.translate('watchkeeper.destinations.delete.unusedText', {
          defaultMessage: 'No monitor sends to it. Its secrets are deleted too.',
        })
      : i18n.translate('watchkeeper.destinations.delete.usedText', {
          defaultMessage:
            '{count, plural, one {This monitor sends} other {These # monitors send}} to it. Their actions will fail until they are given another destination. Its secrets are deleted too.',
          values: { count: monitors.length },
        }),
    incidentsText(open),
  ]
    .filter((text) => text !== undefined)
    .join(' '),
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
  const countIncidents = useCountIncidents();

  const remove = async (record: DestinationRecord): Promise<void> => {
    const { id, used_by: users, destination } = record;
    const open = keepsOrder(destination.type) ? await countIncidents(id) : 0;
    if (!(await confirm(questionOf(record, open)))) return;
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
