import React, { useState } from 'react';
import type { ReactElement } from 'react';
import { i18n } from '@osd/i18n';
import type { AcknowledgeAnswer } from '../../common/alerts/api';
import type { Alert } from '../../common/alerts/alert';
import { useToasts } from '../shared/toasts';
import { AcknowledgeDialog } from './acknowledge_dialog';
import { useAcknowledge, useUnacknowledge } from './alert_queries';
import { subjectOf } from './alert_words';

const failedTitle = (count: number): string =>
  i18n.translate('watchkeeper.alerts.acknowledgeFailedTitle', {
    defaultMessage: '{count, plural, one {An alert was} other {# alerts were}} not acknowledged',
    values: { count },
  });

const stillAcknowledgedTitle = (count: number): string =>
  i18n.translate('watchkeeper.alerts.unacknowledgeFailedTitle', {
    defaultMessage:
      '{count, plural, one {An acknowledgement was} other {# acknowledgements were}} not taken back',
    values: { count },
  });

const doneTitle = (alerts: readonly Alert[]): string =>
  i18n.translate('watchkeeper.alerts.acknowledgedTitle', {
    defaultMessage: 'Acknowledged {count, plural, one {{name}} other {# alerts}}',
    values: {
      count: alerts.length,
      name: alerts[0] && `${alerts[0].monitor_name} › ${subjectOf(alerts[0])}`,
    },
  });

const MOST_NAMED = 5;

/** Which of them failed, and why; one reason is said once. */
export const failureText = (alerts: readonly Alert[], failed: AcknowledgeAnswer['failed']) => {
  const byId = new Map(alerts.map((alert) => [alert.id, alert]));
  const nameOf = (id: string): string => {
    const alert = byId.get(id);
    return alert ? `${alert.monitor_name} › ${subjectOf(alert)}` : id;
  };
  const reasons = [...new Set(failed.map(({ reason }) => reason))];
  return reasons
    .map((reason) => {
      const names = failed.filter((one) => one.reason === reason).map(({ id }) => nameOf(id));
      const shown = names.slice(0, MOST_NAMED).join(', ');
      return `${reason} (${shown}${names.length > MOST_NAMED ? ', …' : ''})`;
    })
    .join(' ');
};

export interface AcknowledgeAlerts {
  /** At once, without a question: it can be undone where it is told of. */
  acknowledge: (alerts: readonly Alert[]) => void;
  /** After a dialog that takes a comment and an end. */
  ask: (alerts: readonly Alert[]) => void;
  takeBack: (alerts: readonly Alert[]) => void;
  /** Ids that are under way. */
  pending: ReadonlySet<string>;
  /** To be rendered by the page. */
  dialog: ReactElement | null;
}

const idsOf = (alerts: readonly Alert[] | undefined): string[] =>
  (alerts ?? []).map(({ id }) => id);

export const useAcknowledgeAlerts = (): AcknowledgeAlerts => {
  const acknowledging = useAcknowledge();
  const takingBack = useUnacknowledge();
  const toasts = useToasts();
  const [asked, setAsked] = useState<readonly Alert[]>([]);
  const takeBack = (alerts: readonly Alert[]) =>
    takingBack.mutate(alerts, {
      onSuccess: ({ failed }) => {
        if (failed.length === 0) return;
        toasts.warning(stillAcknowledgedTitle(failed.length), failureText(alerts, failed));
      },
      onError: (error) => toasts.failure(stillAcknowledgedTitle(alerts.length), error),
    });
  const acknowledge = (alerts: readonly Alert[], said: { comment?: string; until?: number } = {}) =>
    acknowledging.mutate(
      { alerts, ...said },
      {
        onSuccess: ({ acknowledged, failed }) => {
          if (failed.length > 0) {
            toasts.warning(failedTitle(failed.length), failureText(alerts, failed));
          }
          const done = alerts.filter(({ id }) => acknowledged.includes(id));
          // What lasted until somebody saw it has ended by that: there is nothing to go back to.
          const undoable = done.filter(({ lasting }) => !lasting);
          if (undoable.length > 0) toasts.undoable(doneTitle(done), () => takeBack(undoable));
        },
        onError: (error) => toasts.failure(failedTitle(alerts.length), error),
      }
    );
  return {
    acknowledge: (alerts) => acknowledge(alerts),
    ask: setAsked,
    takeBack,
    pending: new Set([
      ...(acknowledging.isLoading ? idsOf(acknowledging.variables?.alerts) : []),
      ...(takingBack.isLoading ? idsOf(takingBack.variables) : []),
    ]),
    dialog:
      asked.length === 0 ? null : (
        <AcknowledgeDialog
          alerts={asked}
          onClose={() => setAsked([])}
          onAcknowledge={(said) => {
            setAsked([]);
            acknowledge(asked, said);
          }}
        />
      ),
  };
};
