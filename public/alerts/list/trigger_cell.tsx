import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiText } from '@elastic/eui';
import type { Alert } from '../../../common/alerts/alert';
import { subjectOf, valueOf } from '../alert_words';
import { appPaths } from '../../shared/app_paths';
import { BesideLink } from '../../shared/beside_link';

const groupText = ({ group = [] }: Alert): string =>
  group.map(({ field, value }) => `${field}: ${value === '' ? '""' : value}`).join(', ');

const valueText = (alert: Alert): string => {
  const value = valueOf(alert);
  if (value === undefined) return '';
  return alert.peak === undefined || String(alert.peak) === value
    ? i18n.translate('watchkeeper.alerts.valueText', {
        defaultMessage: 'value {value}',
        values: { value },
      })
    : i18n.translate('watchkeeper.alerts.valueAndPeakText', {
        defaultMessage: 'value {value}, peak {peak}',
        values: { value, peak: alert.peak },
      });
};

/** What the alert is about: its trigger, its group, and the number behind it. */
export const TriggerCell: React.FC<{ alert: Alert }> = ({ alert }) => {
  const more = [groupText(alert), valueText(alert)].filter((part) => part !== '');
  return (
    <div>
      <BesideLink pathname={appPaths.alert(alert.id).path} data-test-subj="alertLink">
        <strong className="eui-textBreakWord">{subjectOf(alert)}</strong>
      </BesideLink>
      {more.length > 0 && (
        <EuiText size="xs" color="subdued" className="eui-textBreakWord" data-test-subj="alertMore">
          {more.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </EuiText>
      )}
    </div>
  );
};
