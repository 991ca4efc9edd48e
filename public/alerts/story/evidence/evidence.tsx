import React, { useRef, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import type { Alert } from '../../../../common/alerts/alert';
import type { Monitor } from '../../../../common/monitors/monitor';
import { AlertFindings } from './alert_findings';
import { FoundAgain } from './found_again';

/** A composite monitor looks at no data of its own; of an error there is nothing to show but its reason. */
const hasEvidence = (alert: Alert, monitor: Monitor): boolean =>
  monitor.monitor_type !== 'composite_monitor' &&
  monitor.monitor_type !== 'heartbeat_monitor' &&
  alert.failures === undefined &&
  !alert.no_data;

/** The documents or the bucket behind an alert, read as the one who asks, when they ask. */
export const Evidence: React.FC<{ alert: Alert; monitor: Monitor }> = ({ alert, monitor }) => {
  const [asked, setAsked] = useState(false);
  const section = useRef<HTMLElement>(null);
  // The button that was pressed goes away: without this the focus would jump to the end of the story.
  const ask = () => {
    section.current?.focus();
    setAsked(true);
  };
  if (!hasEvidence(alert, monitor)) return null;
  const isOfDocuments = (alert.finding_ids ?? []).length > 0;
  return (
    <section
      ref={section}
      tabIndex={-1}
      style={{ outline: 'none' }}
      aria-live="polite"
      data-test-subj="alertEvidence"
    >
      <EuiSpacer size="l" />
      <EuiTitle size="xs">
        <h3>
          {i18n.translate('watchkeeper.alerts.evidence.title', {
            defaultMessage: 'What is behind it',
          })}
        </h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      {!asked && (
        <>
          <EuiSmallButton onClick={ask} data-test-subj="showEvidence">
            {isOfDocuments
              ? i18n.translate('watchkeeper.alerts.evidence.documentsButtonLabel', {
                  defaultMessage: 'Show the documents',
                })
              : i18n.translate('watchkeeper.alerts.evidence.runButtonLabel', {
                  defaultMessage: 'Run its window again',
                })}
          </EuiSmallButton>
          <EuiText size="xs" color="subdued">
            <p>
              {i18n.translate('watchkeeper.alerts.evidence.asYouText', {
                defaultMessage: 'It is read with your own permissions.',
              })}
            </p>
          </EuiText>
        </>
      )}
      {asked && isOfDocuments && <AlertFindings alert={alert} />}
      {asked && !isOfDocuments && <FoundAgain alert={alert} monitor={monitor} />}
    </section>
  );
};
