import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiBasicTable, EuiText } from '@elastic/eui';
import type { CriteriaWithPagination, EuiBasicTableColumn } from '@elastic/eui';
import type { AuditEntry } from '../../../common/audit/entry';
import type { Page } from '../../../common/page';
import { appPaths } from '../../shared/app_paths';
import type { AppPath } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';
import { WideTable } from '../../shared/wide_table';
import { queryOf } from './audit_query';
import type { AuditState, ChangeAudit } from './audit_query';
import { actLabel, unknownPerson } from './audit_words';

const PAGE_SIZES = [20, 50, 100];
/** The cluster pages no further. */
const MOST_PAGED = 10_000;

const pathOf = ({ object_type: type, object_id: id }: AuditEntry): AppPath => {
  switch (type) {
    case 'monitor':
      return appPaths.monitor(id);
    case 'destination':
      return appPaths.destination(id);
    case 'template':
      return appPaths.template(id);
    case 'delivery':
      // Of one message, or of all of them.
      return id === 'outbox' ? appPaths.deliveries() : appPaths.delivery(id);
    case 'index':
      return appPaths.index(id);
    case 'policy':
      return appPaths.policy(id);
    case 'index_template':
      return appPaths.indexTemplate(id);
    case 'component_template':
      return appPaths.componentTemplate(id);
    case 'alias':
      return appPaths.aliasesWhere({ search: id });
    case 'data_stream':
      return appPaths.dataStream(id);
    default:
      return appPaths.alert(id);
  }
};

const Said: React.FC<{ entry: AuditEntry }> = ({ entry: { said, details } }) => (
  <div className="eui-textBreakWord">
    {said}
    {details?.until !== undefined && (
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.audit.untilText', { defaultMessage: 'until' })}{' '}
        <Timestamp value={details.until} />
      </EuiText>
    )}
    {details?.open_incidents !== undefined && (
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.audit.openIncidentsText', {
          defaultMessage:
            '{count, plural, one {# incident stays} other {# incidents stay}} open there',
          values: { count: details.open_incidents },
        })}
      </EuiText>
    )}
  </div>
);

const columns: () => Array<EuiBasicTableColumn<AuditEntry>> = () => [
  {
    field: 'at',
    name: i18n.translate('watchkeeper.audit.atColumn', { defaultMessage: 'Time' }),
    sortable: true,
    width: '190px',
    render: (at: number) => <Timestamp value={at} wrap />,
  },
  {
    field: 'who',
    name: i18n.translate('watchkeeper.audit.whoColumn', { defaultMessage: 'Who' }),
    sortable: true,
    width: '16%',
    render: (who?: string) => <span className="eui-textBreakWord">{who ?? unknownPerson()}</span>,
  },
  {
    field: 'what',
    name: i18n.translate('watchkeeper.audit.whatColumn', { defaultMessage: 'What' }),
    sortable: true,
    width: '20%',
    render: (what: AuditEntry['what']) => actLabel(what),
  },
  {
    field: 'name',
    name: i18n.translate('watchkeeper.audit.nameColumn', { defaultMessage: 'Object' }),
    sortable: true,
    render: (name: string, entry: AuditEntry) => (
      <PageLink to={pathOf(entry)} data-test-subj="auditObject">
        <span className="eui-textBreakWord">{name}</span>
      </PageLink>
    ),
  },
  {
    field: 'said',
    name: i18n.translate('watchkeeper.audit.saidColumn', { defaultMessage: 'Note' }),
    render: (_: unknown, entry: AuditEntry) => <Said entry={entry} />,
  },
];

export const AuditTable: React.FC<{
  page: Page<AuditEntry>;
  state: AuditState;
  onChange: ChangeAudit;
}> = ({ page, state, onChange }) => {
  const query = queryOf(state);
  const onTableChange = ({ page: paging, sort }: CriteriaWithPagination<AuditEntry>) =>
    onChange({
      page: paging.index + 1,
      per_page: paging.size,
      ...(sort ? { sort: String(sort.field), order: sort.direction } : {}),
    });
  return (
    <WideTable>
      <EuiBasicTable<AuditEntry>
        items={page.items}
        itemId="id"
        columns={columns()}
        sorting={{ sort: { field: query.sort, direction: query.order } }}
        pagination={{
          pageIndex: query.page - 1,
          pageSize: query.per_page,
          totalItemCount: Math.min(page.total, MOST_PAGED),
          pageSizeOptions: PAGE_SIZES,
        }}
        onChange={onTableChange}
        tableCaption={i18n.translate('watchkeeper.audit.tableCaption', {
          defaultMessage: 'Who did what, and when',
        })}
        data-test-subj="auditTable"
      />
    </WideTable>
  );
};
