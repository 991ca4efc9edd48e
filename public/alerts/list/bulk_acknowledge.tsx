import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiLink,
  EuiSmallButton,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import { MOST_ACKNOWLEDGED } from '../../../common/alerts/api';
import type { AlertsQuery } from '../../../common/alerts/api';
import { useToasts } from '../../shared/toasts';
import { useAllAlerts } from '../alert_queries';
import { canAcknowledge } from '../alert_words';
import type { AcknowledgeAlerts } from '../use_acknowledge_alerts';

/** Acknowledges what is ticked, at once or with a comment and an end. */
export const BulkAcknowledge: React.FC<{
  selected: Alert[];
  acknowledging: AcknowledgeAlerts;
}> = ({ selected, acknowledging: { acknowledge, ask, pending } }) => (
  <EuiFlexGroup gutterSize="s" responsive={false}>
    <EuiFlexItem grow={false}>
      <EuiSmallButton
        iconType="check"
        isDisabled={selected.length === 0}
        isLoading={pending.size > 0 && selected.some(({ id }) => pending.has(id))}
        onClick={() => acknowledge(selected)}
        data-test-subj="acknowledgeSelected"
      >
        {i18n.translate('watchkeeper.alerts.acknowledgeSelectedButtonLabel', {
          defaultMessage: '{count, plural, =0 {Acknowledge selected} other {Acknowledge #}}',
          values: { count: selected.length },
        })}
      </EuiSmallButton>
    </EuiFlexItem>
    {selected.length > 0 && (
      <EuiFlexItem grow={false}>
        <EuiSmallButton
          iconType="editorComment"
          onClick={() => ask(selected)}
          data-test-subj="askSelected"
        >
          {i18n.translate('watchkeeper.alerts.askSelectedButtonLabel', {
            defaultMessage: 'With comment…',
          })}
        </EuiSmallButton>
      </EuiFlexItem>
    )}
  </EuiFlexGroup>
);

/** When the whole page is ticked and there is more than the page: a way to have them all. */
export const AllThatMatch: React.FC<{
  query: AlertsQuery;
  total: number;
  page: readonly Alert[];
  selected: readonly Alert[];
  acknowledging: AcknowledgeAlerts;
}> = ({ query, total, page, selected, acknowledging }) => {
  const readAll = useAllAlerts();
  const toasts = useToasts();
  const [reading, setReading] = useState(false);
  const isWhole = selected.length > 0 && selected.length === page.filter(canAcknowledge).length;
  if (!isWhole || total <= page.length) return null;
  const choose = async () => {
    setReading(true);
    try {
      const all = await readAll(query, Math.min(total, MOST_ACKNOWLEDGED));
      acknowledging.ask(all.filter(canAcknowledge));
    } catch (error) {
      const title = i18n.translate('watchkeeper.alerts.readAllFailedTitle', {
        defaultMessage: 'The alerts could not be read',
      });
      toasts.failure(title, error);
    } finally {
      setReading(false);
    }
  };
  return (
    <>
      <EuiText size="s" data-test-subj="allThatMatch">
        {i18n.translate('watchkeeper.alerts.pageSelectedText', {
          defaultMessage: 'All alerts of this page are selected.',
        })}{' '}
        <EuiLink onClick={() => void choose()} disabled={reading} data-test-subj="acknowledgeAll">
          {i18n.translate('watchkeeper.alerts.acknowledgeAllLabel', {
            defaultMessage: 'Acknowledge all {total, number} that match…',
            values: { total: Math.min(total, MOST_ACKNOWLEDGED) },
          })}
        </EuiLink>
      </EuiText>
      <EuiSpacer size="s" />
    </>
  );
};
