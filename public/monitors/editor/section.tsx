import React from 'react';
import type { ReactNode } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { sectionAnchor } from './sections';
import type { SectionId } from './sections';

/** Jumped to, its heading stands below what stays at the top. */
const BELOW_THE_TOP = { scrollMarginTop: 'calc(var(--watchkeeper-top, 0px) + 8px)' };

/** A part of the editor: a panel with a heading. */
export const Section: React.FC<{
  title: string;
  description?: string;
  actions?: ReactNode;
  /** Where it can be jumped to. */
  id?: SectionId;
}> = ({ title, description, actions, id, children }) => (
  <>
    <EuiPanel
      {...(id ? { id: sectionAnchor(id), tabIndex: -1, role: 'region', 'aria-label': title } : {})}
      style={BELOW_THE_TOP}
    >
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
