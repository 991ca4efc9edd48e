import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge } from '@elastic/eui';

/** How many errors and warnings. */
export const FindingsBadges: React.FC<{ errors: number; warnings: number }> = ({
  errors,
  warnings,
}) => (
  <span data-test-subj="findings">
    {errors > 0 && (
      <EuiBadge color="danger">
        {i18n.translate('watchkeeper.lifecycle.errorsLabel', {
          defaultMessage: '{count, plural, one {# error} other {# errors}}',
          values: { count: errors },
        })}
      </EuiBadge>
    )}
    {warnings > 0 && (
      <EuiBadge color="warning">
        {i18n.translate('watchkeeper.lifecycle.warningsLabel', {
          defaultMessage: '{count, plural, one {# warning} other {# warnings}}',
          values: { count: warnings },
        })}
      </EuiBadge>
    )}
    {errors + warnings === 0 &&
      i18n.translate('watchkeeper.lifecycle.noFindingsLabel', { defaultMessage: 'none' })}
  </span>
);
