import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge } from '@elastic/eui';

/** What is shown is of another question than what the editor holds. */
export const StaleBadge: React.FC<{ mark?: string }> = ({ mark = 'staleRunBadge' }) => (
  <EuiBadge color="warning" data-test-subj={mark}>
    {i18n.translate('watchkeeper.editor.staleRunLabel', {
      defaultMessage: 'Changed since: run again',
    })}
  </EuiBadge>
);
