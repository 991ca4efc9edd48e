import React from 'react';
import { i18n } from '@osd/i18n';
import { PageFrame } from '../../shared/page_frame';
import { ErrorState, LoadingState } from '../../shared/states';

type Crumbs = React.ComponentProps<typeof PageFrame>['crumbs'];

/** The page of one template until that is read, and where it cannot be. */
export const LoadingDocument: React.FC<{
  title: string;
  crumbs: (last: string) => Crumbs;
  error: unknown;
  onRetry: () => void;
}> = ({ title, crumbs, error, onRetry }) => (
  <PageFrame title={title} crumbs={crumbs(title)}>
    {error === null || error === undefined ? (
      <LoadingState />
    ) : (
      <ErrorState
        title={i18n.translate('watchkeeper.indexTemplates.loadOneErrorTitle', {
          defaultMessage: 'The template could not be read',
        })}
        error={error}
        onRetry={onRetry}
      />
    )}
  </PageFrame>
);
