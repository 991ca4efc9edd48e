import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCompressedSwitch } from '@elastic/eui';
import type { ExistingPolicy } from '../../../common/import/api';

/** Whether monitors that were brought here before are written over. */
export const ExistingSwitch: React.FC<{
  existing: ExistingPolicy;
  onChange: (existing: ExistingPolicy) => void;
}> = ({ existing, onChange }) => (
  <EuiCompressedSwitch
    label={i18n.translate('watchkeeper.takeOver.replaceLabel', {
      defaultMessage: 'Write over monitors that were brought here before',
    })}
    checked={existing === 'replace'}
    onChange={({ target }) => onChange(target.checked ? 'replace' : 'keep')}
    data-test-subj="replaceSwitch"
  />
);
