import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButtonEmpty, EuiToolTip } from '@elastic/eui';
import { ALERTS_PATH, MOST_EXPORTED } from '../../../common/alerts/api';
import type { AlertsQuery } from '../../../common/alerts/api';
import { useServices } from '../../shared/services';

const NOT_FILTERS = new Set(['page', 'per_page', 'sort', 'order', 'chart']);

const searchOf = (query: AlertsQuery): string => {
  const given = Object.entries(query).filter(
    ([name, value]) => !NOT_FILTERS.has(name) && value !== undefined
  );
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
};

/** Saves the alerts that match as a file for spreadsheets. A link, so that the browser writes it as it comes. */
export const ExportLink: React.FC<{ query: AlertsQuery }> = ({ query }) => {
  const { core } = useServices();
  return (
    <EuiToolTip
      content={i18n.translate('watchkeeper.alerts.exportTooltip', {
        defaultMessage: 'All alerts that match, up to the newest {most, number}',
        values: { most: MOST_EXPORTED },
      })}
    >
      <EuiSmallButtonEmpty
        iconType="exportAction"
        href={core.http.basePath.prepend(`${ALERTS_PATH}/_export?${searchOf(query)}`)}
        download="alerts.csv"
        data-test-subj="exportAlerts"
      >
        {i18n.translate('watchkeeper.alerts.exportButtonLabel', { defaultMessage: 'Export CSV' })}
      </EuiSmallButtonEmpty>
    </EuiToolTip>
  );
};
