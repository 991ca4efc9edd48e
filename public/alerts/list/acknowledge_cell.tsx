import React from 'react';
import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiLink,
  EuiSmallButton,
  EuiSmallButtonIcon,
  EuiText,
  EuiToolTip,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { Alert } from '../../../common/alerts/alert';
import { Timestamp } from '../../shared/time';
import { canAcknowledge, canTakeBack, subjectOf, unknownPerson } from '../alert_words';
import type { AcknowledgeAlerts } from '../use_acknowledge_alerts';

const AcknowledgedBy: React.FC<{ alert: Alert }> = ({ alert }) => (
  <div data-test-subj="acknowledgedBy">
    <span className="eui-textBreakWord">{alert.acknowledged_by ?? unknownPerson()}</span>
    <EuiText size="xs" color="subdued">
      <Timestamp value={alert.acknowledged_time} wrap />
      {alert.acknowledged_until !== undefined && (
        <div>
          {i18n.translate('watchkeeper.alerts.untilText', { defaultMessage: 'until' })}{' '}
          <Timestamp value={alert.acknowledged_until} />
        </div>
      )}
      {alert.acknowledged_comment && (
        <div className="eui-textBreakWord">{alert.acknowledged_comment}</div>
      )}
    </EuiText>
  </div>
);

/** Who acknowledged it, or the buttons to do it: one click without a question, or with a comment and an end. */
export const AcknowledgeCell: React.FC<{
  alert: Alert;
  mayAcknowledge: boolean;
  acknowledging: AcknowledgeAlerts;
}> = ({ alert, mayAcknowledge, acknowledging: { acknowledge, ask, takeBack, pending } }) => {
  if (alert.acknowledged_time !== undefined) {
    return (
      <>
        <AcknowledgedBy alert={alert} />
        {mayAcknowledge && canTakeBack(alert) && (
          <EuiText size="xs">
            <EuiLink
              disabled={pending.has(alert.id)}
              onClick={() => takeBack([alert])}
              aria-label={i18n.translate('watchkeeper.alerts.takeBackAriaLabel', {
                defaultMessage: 'Undo the acknowledgement of {trigger} of {monitor}',
                values: { trigger: subjectOf(alert), monitor: alert.monitor_name },
              })}
              data-test-subj="undoAcknowledge"
            >
              {i18n.translate('watchkeeper.undoButtonLabel', { defaultMessage: 'Undo' })}
            </EuiLink>
          </EuiText>
        )}
      </>
    );
  }
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
  if (!mayAcknowledge) {
    return (
      <EuiToolTip
        content={i18n.translate('watchkeeper.alerts.mayNotAcknowledgeTooltip', {
          defaultMessage: 'You may look at alerts, but not acknowledge them.',
        })}
      >
        {button}
      </EuiToolTip>
    );
  }
  const askLabel = i18n.translate('watchkeeper.alerts.askLabel', {
    defaultMessage: 'Acknowledge with a comment or an end',
  });
  return (
    <EuiFlexGroup gutterSize="xs" alignItems="center" responsive={false}>
      <EuiFlexItem grow={false}>{button}</EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiToolTip content={askLabel}>
          <EuiSmallButtonIcon
            iconType="editorComment"
            isDisabled={pending.has(alert.id)}
            onClick={() => ask([alert])}
            aria-label={`${askLabel}: ${subjectOf(alert)}`}
            data-test-subj="askAlert"
          />
        </EuiToolTip>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
