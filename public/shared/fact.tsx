import React from 'react';
import {
  EuiDescriptionList,
  EuiDescriptionListDescription,
  EuiDescriptionListTitle,
  EuiFlexItem,
} from '@elastic/eui';

/** One thing to know of an alert. */
export const Fact: React.FC<{ title: string; 'data-test-subj'?: string }> = ({
  title,
  children,
  ...rest
}) => (
  <EuiFlexItem {...rest}>
    <EuiDescriptionList compressed>
      <EuiDescriptionListTitle>{title}</EuiDescriptionListTitle>
      <EuiDescriptionListDescription className="eui-textBreakWord">
        {children}
      </EuiDescriptionListDescription>
    </EuiDescriptionList>
  </EuiFlexItem>
);
