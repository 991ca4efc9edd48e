import React from 'react';
import { i18n } from '@osd/i18n';
import { ErrorState } from './states';

interface State {
  error: unknown;
}

/** Keeps a defect of one page from blanking the host's page around it. */
export class PageErrorBoundary extends React.Component<Record<string, unknown>, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): React.ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <ErrorState
        title={i18n.translate('watchkeeper.pageErrorTitle', {
          defaultMessage: 'This page could not be shown',
        })}
        error={this.state.error}
        onRetry={() => this.setState({ error: null })}
      />
    );
  }
}
