import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiBasicTable, EuiButtonIcon, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn, CriteriaWithPagination } from '@elastic/eui';
import type { FindingRecord } from '../../../common/findings/api';
import type { Finding } from '../../../common/findings/finding';
import type { Page } from '../../../common/page';
import { Timestamp } from '../../shared/time';
import { WideTable } from '../../shared/wide_table';
import { FindingDocuments } from './findings_document';
import { NEWEST } from './findings_query';
import type { FindingsView } from './findings_query';

const PAGE_SIZES = [10, 20, 50, 100];
/** The cluster pages no further. */
const MOST_PAGED = 10_000;

const columns = (
  isOpen: (id: string) => boolean,
  toggle: (id: string) => void
): Array<EuiBasicTableColumn<FindingRecord>> => [
  {
    field: 'timestamp',
    name: i18n.translate('watchkeeper.findings.timeColumn', { defaultMessage: 'Found' }),
    width: '15%',
    sortable: true,
    render: (instant: number) => <Timestamp value={instant} />,
  },
  {
    field: 'index',
    name: i18n.translate('watchkeeper.findings.indexColumn', { defaultMessage: 'Index' }),
    width: '25%',
    sortable: true,
  },
  {
    field: 'related_doc_ids',
    name: i18n.translate('watchkeeper.findings.documentColumn', { defaultMessage: 'Document' }),
    width: '25%',
    render: (ids: string[]) => <span className="eui-textBreakWord">{ids.join(', ')}</span>,
  },
  {
    field: 'queries',
    name: i18n.translate('watchkeeper.findings.queriesColumn', { defaultMessage: 'Queries' }),
    render: (queries: Finding['queries']) => (
      <span>
        {queries.map(({ id, name, query }) => (
          <EuiBadge key={id} color="hollow" title={query}>
            {name}
          </EuiBadge>
        ))}
      </span>
    ),
  },
  {
    width: '40px',
    align: 'right',
    isExpander: true,
    render: ({ id }: FindingRecord) => (
      <EuiButtonIcon
        onClick={() => toggle(id)}
        aria-expanded={isOpen(id)}
        aria-label={
          isOpen(id)
            ? i18n.translate('watchkeeper.findings.collapseAriaLabel', {
                defaultMessage: 'Hide the document of this finding',
              })
            : i18n.translate('watchkeeper.findings.expandAriaLabel', {
                defaultMessage: 'Show the document of this finding',
              })
        }
        iconType={isOpen(id) ? 'arrowUp' : 'arrowDown'}
        color="text"
        data-test-subj="findingDetailsButton"
      />
    ),
  },
];

const TooMany: React.FC<{ total: number }> = ({ total }) =>
  total > MOST_PAGED ? (
    <EuiText size="s" color="subdued" data-test-subj="tooManyFindings">
      <p>
        {i18n.translate('watchkeeper.findings.tooManyText', {
          defaultMessage:
            '{total, number} findings match; the first {most, number} of them can be paged through. Search to see others.',
          values: { total, most: MOST_PAGED },
        })}
      </p>
    </EuiText>
  ) : null;

/** Findings, each with the queries that matched, and its document on demand. */
export const FindingsTable: React.FC<{
  page: Page<FindingRecord>;
  view: FindingsView;
  onChange: (change: Partial<FindingsView>) => void;
}> = ({ page, view, onChange }) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const onTableChange = ({ page: paging, sort }: CriteriaWithPagination<FindingRecord>) =>
    onChange({
      page: paging.index + 1,
      per_page: paging.size,
      ...(sort
        ? { sort: sort.field === 'index' ? 'index' : NEWEST.sort, order: sort.direction }
        : {}),
    });
  const details = Object.fromEntries(
    page.items
      .filter(({ id }) => open.has(id))
      .map((finding) => [finding.id, <FindingDocuments key={finding.id} finding={finding} />])
  );
  return (
    <>
      <TooMany total={page.total} />
      <WideTable minWidth={640}>
        <EuiBasicTable<FindingRecord>
          items={page.items}
          itemId="id"
          columns={columns((id) => open.has(id), toggle)}
          itemIdToExpandedRowMap={details}
          isExpandable
          sorting={{ sort: { field: view.sort, direction: view.order } }}
          pagination={{
            pageIndex: view.page - 1,
            pageSize: view.per_page,
            totalItemCount: Math.min(page.total, MOST_PAGED),
            pageSizeOptions: PAGE_SIZES,
          }}
          onChange={onTableChange}
          noItemsMessage={
            view.search
              ? i18n.translate('watchkeeper.findings.noneMatchText', {
                  defaultMessage: 'No finding matches the search.',
                })
              : i18n.translate('watchkeeper.findings.noneText', {
                  defaultMessage: 'No new document has matched yet.',
                })
          }
          tableCaption={i18n.translate('watchkeeper.findings.tableCaption', {
            defaultMessage: 'Documents that were found, with the queries that matched',
          })}
          data-test-subj="findingsTable"
        />
      </WideTable>
    </>
  );
};
