import React from 'react';
import { EuiSmallButton } from '@elastic/eui';
import { EmptyState } from './states';

interface FoundNothing {
  title: string;
  buttonLabel: string;
}

/** The list is empty by its search and filters. */
export const NoMatch: React.FC<FoundNothing & { onClear: () => void }> = ({
  title,
  buttonLabel,
  onClear,
}) => (
  <EmptyState
    iconType="search"
    title={title}
    action={
      <EuiSmallButton onClick={onClear} data-test-subj="clearFilters">
        {buttonLabel}
      </EuiSmallButton>
    }
  />
);

/** The list is empty by its time range. */
export const NoneThen: React.FC<FoundNothing & { onShowAll: () => void }> = ({
  title,
  buttonLabel,
  onShowAll,
}) => (
  <EmptyState
    iconType="clock"
    title={title}
    action={
      <EuiSmallButton onClick={onShowAll} data-test-subj="showAllTime">
        {buttonLabel}
      </EuiSmallButton>
    }
  />
);
