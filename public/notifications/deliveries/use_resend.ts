import { i18n } from '@osd/i18n';
import type {
  DeliveryFilters,
  DeliveryRow,
  Resend,
} from '../../../common/notifications/deliveries_api';
import { useConfirm } from '../../shared/confirm';
import type { Question } from '../../shared/confirm';
import { formatCount } from '../../shared/numbers';
import { useToasts } from '../../shared/toasts';
import { useFindDead, useResendMutation } from './delivery_queries';

type Row = Pick<DeliveryRow, 'id' | 'destination_id' | 'destination_name'>;

const countText = (count: number): string =>
  i18n.translate('watchkeeper.deliveries.countText', {
    defaultMessage: '{count, plural, one {# message} other {# messages}}',
    values: { count },
  });

/** Which destinations get how many, those with most first. */
const byDestination = (rows: readonly Row[]): string[] => {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { destination_id: id, destination_name: name = id } of rows) {
    counts.set(id, { name, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => `${name}: ${countText(count)}`);
};

/** @param count may be more than the rows, when there are more than one request tells */
export const resendQuestion = (count: number, rows: readonly Row[]): Question => ({
  title: i18n.translate('watchkeeper.deliveries.resend.title', {
    defaultMessage: 'Send {count, plural, one {# message} other {# messages}} again?',
    values: { count },
  }),
  text:
    count > rows.length
      ? i18n.translate('watchkeeper.deliveries.resend.newestText', {
          defaultMessage: 'They go out once more. The newest {shown} of them go to:',
          values: { shown: formatCount(rows.length) },
        })
      : i18n.translate('watchkeeper.deliveries.resend.text', {
          defaultMessage: 'They go out once more, to:',
        }),
  items: byDestination(rows),
  confirmLabel: i18n.translate('watchkeeper.deliveries.resend.confirmButtonLabel', {
    defaultMessage: 'Send again',
  }),
});

export interface ResendMessages {
  isBusy: boolean;
  /** Without a question: it is one, and in sight. */
  one: (id: string) => void;
  some: (rows: readonly Row[]) => void;
  /** All dead ones that the filters find. */
  all: (filters: DeliveryFilters, count: number) => void;
}

/** Sends dead messages again, and tells what came of it. */
export const useResend = (): ResendMessages => {
  const confirm = useConfirm();
  const toasts = useToasts();
  const findDead = useFindDead();
  const { mutateAsync, isLoading } = useResendMutation();

  const failed = (thrown: unknown): void =>
    toasts.failure(
      i18n.translate('watchkeeper.deliveries.resend.failedTitle', {
        defaultMessage: 'Nothing was sent again',
      }),
      thrown
    );

  const resend = async (wanted: Resend): Promise<void> => {
    const { resent: count, passed_over: passedOver } = await mutateAsync(wanted);
    const title = i18n.translate('watchkeeper.deliveries.resend.doneTitle', {
      defaultMessage:
        '{count, plural, =0 {No message is sent again} one {# message is sent again} other {# messages are sent again}}',
      values: { count },
    });
    if (passedOver === 0) return toasts.success(title);
    toasts.warning(
      title,
      i18n.translate('watchkeeper.deliveries.resend.passedOverText', {
        defaultMessage:
          '{count, plural, one {# was} other {# were}} passed over: sent again by somebody else, or gone.',
        values: { count: passedOver },
      })
    );
  };

  const asked = async (count: number, rows: readonly Row[], wanted: Resend): Promise<void> => {
    if (await confirm(resendQuestion(count, rows))) await resend(wanted);
  };

  return {
    isBusy: isLoading,
    one: (id) => void resend({ ids: [id] }).catch(failed),
    some: (rows) => void asked(rows.length, rows, { ids: rows.map(({ id }) => id) }).catch(failed),
    all: (filters, count) =>
      void findDead(filters)
        .then((rows) => asked(Math.max(count, rows.length), rows, { filters }))
        .catch(failed),
  };
};
