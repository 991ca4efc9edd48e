import React from 'react';
import type { ReactNode } from 'react';
import { EuiFlexItem, EuiText, EuiTextColor, EuiTitle } from '@elastic/eui';
import type { AppPath } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';

/**
 * A number with what it counts, which leads to what it counts. Not the library's own figure: it hides its number from
 * readers of the page, and so the link.
 */
export const Figure: React.FC<{
  value: string;
  description: ReactNode;
  to: AppPath;
  bad?: boolean;
  subject: string;
}> = ({ value, description, to, bad = false, subject }) => (
  <EuiFlexItem grow={false} style={{ minWidth: 96 }} data-test-subj={subject}>
    <EuiTitle size="m">
      <div>
        <PageLink to={to} data-test-subj={`${subject}Link`}>
          {bad ? <EuiTextColor color="danger">{value}</EuiTextColor> : value}
        </PageLink>
      </div>
    </EuiTitle>
    <EuiText size="s">{description}</EuiText>
  </EuiFlexItem>
);
