import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge } from '@elastic/eui';

/** 1 is the highest. */
export type SeverityLevel = '1' | '2' | '3' | '4' | '5';

export const SEVERITY_LEVELS: readonly SeverityLevel[] = ['1', '2', '3', '4', '5'];

/** From red to grey; `EuiBadge` picks a readable text colour. */
export const SEVERITY_COLORS: Record<SeverityLevel, string> = {
  '1': '#bd271e',
  '2': '#e7664c',
  '3': '#f5a700',
  '4': '#6092c0',
  '5': '#98a2b3',
};

/** `1 Highest` … `5 Lowest`. */
export const severityLabel = (severity: SeverityLevel): string => {
  switch (severity) {
    case '1':
      return i18n.translate('watchkeeper.severity.highestLabel', { defaultMessage: '1 Highest' });
    case '2':
      return i18n.translate('watchkeeper.severity.highLabel', { defaultMessage: '2 High' });
    case '3':
      return i18n.translate('watchkeeper.severity.mediumLabel', { defaultMessage: '3 Medium' });
    case '4':
      return i18n.translate('watchkeeper.severity.lowLabel', { defaultMessage: '4 Low' });
    default:
      return i18n.translate('watchkeeper.severity.lowestLabel', { defaultMessage: '5 Lowest' });
  }
};

export const SeverityBadge: React.FC<{ severity: SeverityLevel }> = ({ severity }) => (
  <EuiBadge color={SEVERITY_COLORS[severity]} data-test-subj={`severity-${severity}`}>
    {severityLabel(severity)}
  </EuiBadge>
);
