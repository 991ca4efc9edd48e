import React from 'react';
import { EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';

/** A part of the page under its title. */
export const Section: React.FC<{ title: string; 'data-test-subj'?: string }> = ({
  title,
  children,
  ...rest
}) => (
  <>
    <EuiPanel {...rest}>
      <EuiTitle size="xs">
        <h2>{title}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      {children}
    </EuiPanel>
    <EuiSpacer size="m" />
  </>
);
