import React, { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiEmptyPrompt,
  EuiFlexGroup,
  EuiFlexItem,
  EuiLoadingSpinner,
  EuiSmallButton,
  EuiText,
} from '@elastic/eui';
import { toApiError } from './api_client';

/** Milliseconds after which a wait is worth a word: a cluster that hangs is given up on after a minute or more. */
const LONG = 10_000;

/** Whether it has been there for long. */
const useIsLong = (): boolean => {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return isLong;
};

/** Stands where content will be. */
export const LoadingState: React.FC<{ label?: string }> = ({ label }) => {
  const isLong = useIsLong();
  const text = label ?? i18n.translate('watchkeeper.loadingLabel', { defaultMessage: 'Loading' });
  return (
    <EuiFlexGroup
      alignItems="center"
      justifyContent="center"
      direction="column"
      gutterSize="s"
      style={{ minHeight: 200 }}
      role="status"
      aria-label={text}
      data-test-subj="loadingState"
    >
      <EuiFlexItem grow={false}>
        <EuiLoadingSpinner size="xl" />
      </EuiFlexItem>
      {isLong && (
        <EuiFlexItem grow={false}>
          <EuiText size="s" color="subdued" data-test-subj="loadingLong">
            {i18n.translate('watchkeeper.loadingLongText', {
              defaultMessage:
                'There is no answer after 10 seconds. The cluster may be busy, or not be reachable: the page goes on waiting for a minute or two, and then says what is wrong.',
            })}
          </EuiText>
        </EuiFlexItem>
      )}
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
