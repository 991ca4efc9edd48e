import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiSpacer, EuiText } from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import type { Alert } from '../../../../common/alerts/alert';
import { FINDINGS_PATH } from '../../../../common/findings/api';
import type { FindingRecord } from '../../../../common/findings/api';
import type { Page } from '../../../../common/page';
import { DocumentView } from '../../../shared/document_view';
import { useServices } from '../../../shared/services';
import { ErrorState, LoadingState } from '../../../shared/states';

const MOST_SHOWN = 5;

/** `id|index` of each. */
const documentIdOf = (related: string): string => related.slice(0, related.lastIndexOf('|'));

/** The findings of an alert that stands for one document; of one for many, the newest of its monitor. */
const useFindingsOf = ({ monitor_id: monitorId, related_doc_ids: related = [] }: Alert) => {
  const { api } = useServices();
  const query = {
    monitor_id: monitorId,
    documents: true,
    per_page: MOST_SHOWN,
    ...(related.length === 1 ? { document: documentIdOf(related[0]) } : {}),
  };
  return useQuery({
    queryKey: ['alert_findings', query],
    queryFn: ({ signal }) => api.get<Page<FindingRecord>>(FINDINGS_PATH, { query, signal }),
  });
};

/** The documents that a document-level alert stands for, as they are now, with the queries that matched. */
export const AlertFindings: React.FC<{ alert: Alert }> = ({ alert }) => {
  const { data, error, isLoading, refetch } = useFindingsOf(alert);
  if (isLoading) return <LoadingState />;
  if (!data) {
    return (
      <ErrorState
        title={i18n.translate('watchkeeper.alerts.evidence.findingsErrorTitle', {
          defaultMessage: 'The findings could not be read',
        })}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  const ids = new Set(alert.finding_ids);
  const ours = data.items.filter(({ id }) => ids.has(id));
  if (ours.length === 0) {
    return (
      <EuiText size="s" color="subdued" data-test-subj="noFindings">
        {i18n.translate('watchkeeper.alerts.evidence.noFindingsText', {
          defaultMessage:
            'The findings of this alert are not kept any more, or are not among the newest of its monitor.',
        })}
      </EuiText>
    );
  }
  return (
    <>
      {ours.map(({ id, index, queries, documents = [] }) => (
        <div key={id} data-test-subj="alertFinding">
          <EuiText size="xs">
            {index}{' '}
            {queries.map((query) => (
              <EuiBadge key={query.id} color="hollow" title={query.query}>
                {query.name}
              </EuiBadge>
            ))}
          </EuiText>
          {documents.map((document) => (
            <DocumentView key={document.id} document={document} />
          ))}
          <EuiSpacer size="s" />
        </div>
      ))}
    </>
  );
};
