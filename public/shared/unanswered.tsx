import React from 'react';
import { ErrorState, LoadingState } from './states';

interface Query {
  data?: unknown;
  error: unknown;
  isLoading: boolean;
  refetch: () => unknown;
}

/** Stands where the answer to a query will be: until it comes, and where it does not. */
export const Unanswered: React.FC<{ query: Query; errorTitle: string }> = ({
  query: { data, error, isLoading, refetch },
  errorTitle,
}) => {
  if (data !== undefined) return null;
  if (isLoading) return <LoadingState />;
  return <ErrorState title={errorTitle} error={error} onRetry={() => void refetch()} />;
};
