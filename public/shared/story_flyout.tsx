import React from 'react';
import type { ReactNode } from 'react';
import {
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiSpacer,
  EuiTitle,
} from '@elastic/eui';

interface StoryFlyoutProps {
  titleId: string;
  title: string;
  /** Below the title, once it is known. */
  badges?: ReactNode;
  footer?: ReactNode;
  onClose: () => void;
  'data-test-subj': string;
}

/** The story of one row, beside its list. */
export const StoryFlyout: React.FC<StoryFlyoutProps> = ({
  titleId,
  title,
  badges,
  footer,
  onClose,
  children,
  'data-test-subj': mark,
}) => (
  <EuiFlyout onClose={onClose} size="m" ownFocus aria-labelledby={titleId} data-test-subj={mark}>
    <EuiFlyoutHeader hasBorder>
      <EuiTitle size="m">
        <h2 id={titleId} className="eui-textBreakWord">
          {title}
        </h2>
      </EuiTitle>
      {badges && (
        <>
          <EuiSpacer size="s" />
          {badges}
        </>
      )}
    </EuiFlyoutHeader>
    <EuiFlyoutBody>{children}</EuiFlyoutBody>
    {footer && <EuiFlyoutFooter>{footer}</EuiFlyoutFooter>}
  </EuiFlyout>
);
