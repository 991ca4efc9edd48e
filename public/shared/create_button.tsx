import React from 'react';
import { EuiSmallButton } from '@elastic/eui';
import type { AppPath } from './app_paths';
import { useLinkTo } from './links';
import { useMay } from './plugin_status';

/** Leads to the page on which one more is made; it is there, and does nothing, for those who may not. */
export const CreateButton: React.FC<{ to: AppPath; label: string; mark: string }> = ({
  to,
  label,
  mark,
}) => {
  const linkTo = useLinkTo();
  const mayWrite = useMay('write');
  return (
    <EuiSmallButton
      fill
      iconType="plusInCircle"
      isDisabled={!mayWrite}
      {...(mayWrite ? linkTo(to) : {})}
      data-test-subj={mark}
    >
      {label}
    </EuiSmallButton>
  );
};
