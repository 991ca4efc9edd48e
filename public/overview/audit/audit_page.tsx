import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSpacer } from '@elastic/eui';
import { APP_IDS } from '../../../common/plugin';
import { useLastPage } from '../../shared/last_page';
import { PageFrame } from '../../shared/page_frame';
import { NoMatch } from '../../shared/nothing_found';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { OverviewTabs } from '../overview_tabs';
import { AuditFilters } from './audit_filters';
import { DEFAULTS, NO_FILTERS, isFiltered, queryOf, useAudit } from './audit_query';
import type { AuditState, ChangeAudit } from './audit_query';
import { AuditTable } from './audit_table';
import { auditTitle } from './audit_words';

const Nothing: React.FC<{ state: AuditState; onChange: ChangeAudit }> = ({ state, onChange }) =>
  isFiltered(state) ? (
    <NoMatch
      title={i18n.translate('watchkeeper.audit.noMatchTitle', {
        defaultMessage: 'Nothing matches the search and filters',
      })}
      buttonLabel={i18n.translate('watchkeeper.audit.clearFiltersButtonLabel', {
        defaultMessage: 'Clear search and filters',
      })}
      onClear={() => onChange(NO_FILTERS)}
    />
  ) : (
    <EmptyState
      iconType="documents"
      title={i18n.translate('watchkeeper.audit.emptyTitle', {
        defaultMessage: 'Nobody has done anything yet',
      })}
    />
  );

const Content: React.FC<{
  state: AuditState;
  onChange: ChangeAudit;
  audit: ReturnType<typeof useAudit>;
}> = ({ state, onChange, audit }) => {
  if (audit.isLoading) return <LoadingState />;
  if (!audit.data) {
    return (
      <ErrorState
        title={i18n.translate('watchkeeper.audit.loadErrorTitle', {
          defaultMessage: 'The audit could not be loaded',
        })}
        error={audit.error}
        onRetry={() => void audit.refetch()}
      />
    );
  }
  if (audit.data.total === 0) return <Nothing state={state} onChange={onChange} />;
  return <AuditTable page={audit.data} state={state} onChange={onChange} />;
};

/** Who did what to monitors, destinations and alerts. */
export const AuditPage: React.FC = () => {
  const [state, change] = useUrlState(DEFAULTS);
  const query = queryOf(state);
  const audit = useAudit(query);
  useLastPage(query, audit.isPreviousData ? undefined : audit.data?.total, (page) =>
    change({ page })
  );
  return (
    <PageFrame
      title={auditTitle()}
      crumbs={[
        {
          text: i18n.translate('watchkeeper.overview.title', { defaultMessage: 'Overview' }),
          to: { app: APP_IDS.overview, path: '/' },
        },
        { text: auditTitle() },
      ]}
      description={i18n.translate('watchkeeper.audit.description', {
        defaultMessage: 'Who did what to monitors, destinations and alerts.',
      })}
    >
      <OverviewTabs current="audit" />
      <EuiPanel>
        <AuditFilters state={state} onChange={change} />
        <EuiSpacer size="m" />
        <Content state={state} onChange={change} audit={audit} />
      </EuiPanel>
    </PageFrame>
  );
};
