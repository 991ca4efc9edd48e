import React from 'react';
import type { ReactNode } from 'react';
import { EuiFlexItem, EuiStat } from '@elastic/eui';
import type { AppPath } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';

/** A number with what it counts, which leads to what it counts. */
export const Figure: React.FC<{
  value: string;
  description: ReactNode;
  to: AppPath;
  bad?: boolean;
  subject: string;
}> = ({ value, description, to, bad = false, subject }) => (
  <EuiFlexItem grow={false} style={{ minWidth: 96 }}>
    <EuiStat
      title={
        <PageLink to={to} data-test-subj={`${subject}Link`}>
          {value}
        </PageLink>
      }
      description={description}
      titleSize="m"
      titleElement="div"
      titleColor={bad ? 'danger' : 'default'}
      reverse
      data-test-subj={subject}
    />
  </EuiFlexItem>
);
