import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';

/** What could not be read, each as a sentence. Nothing where all was. */
export const Gaps: React.FC<{ gaps: readonly string[] }> = ({ gaps }) =>
  gaps.length === 0 ? null : (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="alert"
        title={i18n.translate('watchkeeper.lifecycle.managed.gapsTitle', {
          defaultMessage: 'Not everything could be read',
        })}
        data-test-subj="managedGaps"
      >
        <ul>
          {gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
