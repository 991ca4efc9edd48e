import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiEmptyPrompt,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingSpinner,
  EuiSmallButton,
} from '@elastic/eui';
import { toApiError } from './api_client';

/** Stands where content will be. */
export const LoadingState: React.FC<{ label?: string }> = ({ label }) => {
  const text = label ?? i18n.translate('watchkeeper.loadingLabel', { defaultMessage: 'Loading' });
  return (
    <EuiFlexGroup
      alignItems="center"
      justifyContent="center"
      style={{ minHeight: 200 }}
      role="status"
      aria-label={text}
      data-test-subj="loadingState"
    >
      <EuiFlexItem grow={false}>
        <EuiLoadingSpinner size="xl" />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};

/** Stands where nothing is yet, and says what to do about it. */
export const EmptyState: React.FC<{
  title: string;
  body?: ReactNode;
  action?: ReactNode;
  iconType?: string;
}> = ({ title, body, action, iconType }) => (
  <EuiEmptyPrompt
    iconType={iconType}
    title={<h2>{title}</h2>}
    titleSize="s"
    body={body ? <>{body}</> : undefined}
    actions={action}
    data-test-subj="emptyState"
  />
);

const reasonOf = (error: unknown): string => {
  const { code, message } = toApiError(error);
  return code === 'not_found'
    ? i18n.translate('watchkeeper.notFoundText', {
        defaultMessage: 'It does not exist. It may have been deleted.',
      })
    : message;
};

/** Says in words what failed, and offers to try again. */
export const ErrorState: React.FC<{ title: string; error: unknown; onRetry?: () => void }> = ({
  title,
  error,
  onRetry,
}) => (
  <EuiEmptyPrompt
    iconType="alert"
    iconColor="danger"
    title={<h2>{title}</h2>}
    titleSize="s"
    body={<p>{reasonOf(error)}</p>}
    actions={
      onRetry && (
        <EuiSmallButton onClick={onRetry} iconType="refresh" data-test-subj="retryButton">
          {i18n.translate('watchkeeper.retryButtonLabel', { defaultMessage: 'Try again' })}
        </EuiSmallButton>
      )
    }
    role="alert"
    data-test-subj="errorState"
  />
);
