import React from 'react';
import type { ReactNode } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';

/** A part of the editor: a panel with a heading. */
export const Section: React.FC<{ title: string; description?: string; actions?: ReactNode }> = ({
  title,
  description,
  actions,
  children,
}) => (
  <>
    <EuiPanel>
      <EuiFlexGroup alignItems="center" justifyContent="spaceBetween" responsive={false}>
        <EuiFlexItem>
          <EuiTitle size="s">
            <h2>{title}</h2>
          </EuiTitle>
          {description && (
            <EuiText size="s" color="subdued">
              {description}
            </EuiText>
          )}
        </EuiFlexItem>
        {actions && <EuiFlexItem grow={false}>{actions}</EuiFlexItem>}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {children}
    </EuiPanel>
    <EuiSpacer size="m" />
  </>
);
