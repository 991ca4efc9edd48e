import { i18n } from '@osd/i18n';
import type { AcknowledgeAnswer } from '../../common/alerts/api';
import type { Alert } from '../../common/alerts/alert';
import { useToasts } from '../shared/toasts';
import { useAcknowledge } from './alert_queries';
import { subjectOf } from './alert_words';

const failedTitle = (count: number): string =>
  i18n.translate('watchkeeper.alerts.acknowledgeFailedTitle', {
    defaultMessage: '{count, plural, one {An alert was} other {# alerts were}} not acknowledged',
    values: { count },
  });

/** Which of them failed, and why; one reason is said once. */
export const failureText = (alerts: readonly Alert[], failed: AcknowledgeAnswer['failed']) => {
  const nameOf = (id: string): string => {
    const alert = alerts.find((candidate) => candidate.id === id);
    return alert ? `${alert.monitor_name} › ${subjectOf(alert)}` : id;
  };
  const reasons = [...new Set(failed.map(({ reason }) => reason))];
  return reasons
    .map((reason) => {
      const names = failed.filter((one) => one.reason === reason).map(({ id }) => nameOf(id));
      return `${reason} (${names.join(', ')})`;
    })
    .join(' ');
};

export interface AcknowledgeAlerts {
  acknowledge: (alerts: Alert[]) => void;
  /** Ids that are under way. */
  pending: ReadonlySet<string>;
}

/** Acknowledges at once, without a question: nothing is lost by it, and the list shows it. */
export const useAcknowledgeAlerts = (): AcknowledgeAlerts => {
  const { mutate, isLoading, variables } = useAcknowledge();
  const toasts = useToasts();
  return {
    acknowledge: (alerts) =>
      mutate(alerts, {
        onSuccess: ({ failed }) => {
          if (failed.length > 0) {
            toasts.warning(failedTitle(failed.length), failureText(alerts, failed));
          }
        },
        onError: (error) => toasts.failure(failedTitle(alerts.length), error),
      }),
    pending: new Set(isLoading ? variables?.map(({ id }) => id) : []),
  };
};
