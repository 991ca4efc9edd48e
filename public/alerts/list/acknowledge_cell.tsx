import React from 'react';
import { EuiSmallButton, EuiText, EuiToolTip } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Alert } from '../../../common/alerts/alert';
import { Timestamp } from '../../shared/time';
import { canAcknowledge, subjectOf } from '../alert_words';
import type { AcknowledgeAlerts } from '../use_acknowledge_alerts';

const unknownPerson = (): string =>
  i18n.translate('watchkeeper.alerts.unknownPersonText', { defaultMessage: 'Somebody' });

const AcknowledgedBy: React.FC<{ alert: Alert }> = ({ alert }) => (
  <div data-test-subj="acknowledgedBy">
    <span className="eui-textBreakWord">{alert.acknowledged_by ?? unknownPerson()}</span>
    <EuiText size="xs" color="subdued">
      <Timestamp value={alert.acknowledged_time} wrap />
    </EuiText>
  </div>
);

/** Who acknowledged it, or the button to do it: one click, no question. */
export const AcknowledgeCell: React.FC<{
  alert: Alert;
  mayAcknowledge: boolean;
  acknowledging: AcknowledgeAlerts;
}> = ({ alert, mayAcknowledge, acknowledging: { acknowledge, pending } }) => {
  if (alert.acknowledged_time !== undefined) return <AcknowledgedBy alert={alert} />;
  if (!canAcknowledge(alert)) {
    return alert.state === 'error' ? (
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.alerts.errorEndsText', {
          defaultMessage: 'Ends when the error is gone',
        })}
      </EuiText>
    ) : (
      <>–</>
    );
  }
  const button = (
    <EuiSmallButton
      isLoading={pending.has(alert.id)}
      isDisabled={!mayAcknowledge}
      onClick={() => acknowledge([alert])}
      aria-label={i18n.translate('watchkeeper.alerts.acknowledgeAriaLabel', {
        defaultMessage: 'Acknowledge {trigger} of {monitor}',
        values: { trigger: subjectOf(alert), monitor: alert.monitor_name },
      })}
      data-test-subj="acknowledgeAlert"
    >
      {i18n.translate('watchkeeper.alerts.acknowledgeButtonLabel', {
        defaultMessage: 'Acknowledge',
      })}
    </EuiSmallButton>
  );
  if (mayAcknowledge) return button;
  return (
    <EuiToolTip
      content={i18n.translate('watchkeeper.alerts.mayNotAcknowledgeTooltip', {
        defaultMessage: 'You may look at alerts, but not acknowledge them.',
      })}
    >
      {button}
    </EuiToolTip>
  );
};
