import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';
import { SearchField } from '../../shared/search_field';
import { ErrorState, LoadingState } from '../../shared/states';
import { NEWEST, useFindings } from './findings_query';
import type { FindingsView } from './findings_query';
import { FindingsTable } from './findings_table';

/** The documents that a document-level monitor has found. */
export const FindingsPanel: React.FC<{ id: string }> = ({ id }) => {
  const [view, setView] = useState(NEWEST);
  const change = (changes: Partial<FindingsView>) =>
    setView((before) => ({ ...before, ...changes }));
  const { data, error, isLoading, refetch } = useFindings(id, view);
  return (
    <EuiPanel data-test-subj="findingsPanel">
      <EuiFlexGroup justifyContent="spaceBetween" alignItems="center">
        <EuiFlexItem grow={false}>
          <EuiTitle size="s">
            <h2>{i18n.translate('watchkeeper.findings.title', { defaultMessage: 'Findings' })}</h2>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <SearchField
            value={view.search}
            onChange={(search) => change({ search, page: 1 })}
            label={i18n.translate('watchkeeper.findings.searchLabel', {
              defaultMessage: 'Index, document, query or tag',
            })}
            data-test-subj="findingsSearch"
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {isLoading && <LoadingState />}
      {!data && error !== null && (
        <ErrorState
          title={i18n.translate('watchkeeper.findings.errorTitle', {
            defaultMessage: 'The findings could not be loaded',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {data && <FindingsTable page={data} view={view} onChange={change} />}
    </EuiPanel>
  );
};
