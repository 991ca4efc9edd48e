import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiInMemoryTable, EuiPanel, EuiSmallButtonIcon } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { familyGroups } from '../../../common/indices/table/family_groups';
import type { FamilyGroup } from '../../../common/indices/table/family_groups';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { formatBytes, formatCount } from '../../shared/numbers';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { Timestamp } from '../../shared/time';
import { WideTable } from '../../shared/wide_table';
import { useListing } from '../index_queries';
import { Gaps, IndicesFrame } from '../indices_frame';
import { columnLabel } from '../words';
import { FamilyGrowth } from './family_chart';

const Pattern: React.FC<{ family: FamilyGroup }> = ({ family }) => (
  <span className="eui-textBreakWord">
    <PageLink to={appPaths.indicesWhere({ family: family.pattern })} data-test-subj="familyLink">
      {family.pattern}
    </PageLink>{' '}
    {family.is_data_stream && <EuiBadge color="hollow">{columnLabel('data_stream')}</EuiBadge>}
  </span>
);

const MissingBadge: React.FC<{ missing: readonly string[] }> = ({ missing }) =>
  missing.length === 0 ? (
    <>–</>
  ) : (
    <EuiBadge color="warning" data-test-subj="missingCount">
      {i18n.translate('watchkeeper.indices.missingLabel', {
        defaultMessage: '{count, plural, one {# day} other {# days}}',
        values: { count: missing.length },
      })}
    </EuiBadge>
  );

const columnsFor = (
  open: ReadonlySet<string>,
  toggle: (pattern: string) => void
): Array<EuiBasicTableColumn<FamilyGroup>> => [
  {
    field: 'pattern',
    name: i18n.translate('watchkeeper.indices.familyColumn', { defaultMessage: 'Family' }),
    sortable: true,
    render: (_: string, family: FamilyGroup) => <Pattern family={family} />,
  },
  {
    field: 'members',
    name: i18n.translate('watchkeeper.indices.membersColumn', { defaultMessage: 'Indices' }),
    sortable: true,
    align: 'right',
    width: '100px',
    render: (count: number) => formatCount(count),
  },
  {
    field: 'bytes',
    name: columnLabel('bytes'),
    sortable: true,
    align: 'right',
    width: '100px',
    render: (bytes: number) => formatBytes(bytes),
  },
  {
    field: 'docs',
    name: columnLabel('docs'),
    sortable: true,
    align: 'right',
    width: '120px',
    render: (docs: number) => formatCount(docs),
  },
  {
    field: 'newest_at',
    name: i18n.translate('watchkeeper.indices.newestColumn', { defaultMessage: 'Newest' }),
    sortable: true,
    width: '26%',
    render: (at: number, { newest }: FamilyGroup) => (
      <span>
        <PageLink to={appPaths.index(newest)}>
          <span className="eui-textBreakWord">{newest}</span>
        </PageLink>
        <br />
        <Timestamp value={at} />
      </span>
    ),
  },
  {
    field: 'missing',
    name: i18n.translate('watchkeeper.indices.missingColumn', { defaultMessage: 'Missing' }),
    sortable: ({ missing }: FamilyGroup) => missing.length,
    width: '110px',
    render: (missing: string[]) => <MissingBadge missing={missing} />,
  },
  {
    name: i18n.translate('watchkeeper.indices.growthColumn', { defaultMessage: 'Growth' }),
    isExpander: true,
    align: 'right',
    width: '90px',
    render: ({ pattern }: FamilyGroup) => (
      <EuiSmallButtonIcon
        iconType={open.has(pattern) ? 'arrowUp' : 'visBarVertical'}
        onClick={() => toggle(pattern)}
        aria-expanded={open.has(pattern)}
        aria-label={i18n.translate('watchkeeper.indices.showGrowthAriaLabel', {
          defaultMessage: 'Growth of {pattern}',
          values: { pattern },
        })}
        data-test-subj="showGrowth"
      />
    ),
  },
];

const Families: React.FC<{ families: FamilyGroup[] }> = ({ families }) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (pattern: string) => {
    const next = new Set(open);
    if (!next.delete(pattern)) next.add(pattern);
    setOpen(next);
  };
  const expanded = Object.fromEntries(
    families
      .filter(({ pattern }) => open.has(pattern))
      .map((family) => [family.pattern, <FamilyGrowth key={family.pattern} family={family} />])
  );
  return (
    <WideTable>
      <EuiInMemoryTable<FamilyGroup>
        items={families}
        itemId="pattern"
        columns={columnsFor(open, toggle)}
        itemIdToExpandedRowMap={expanded}
        isExpandable
        sorting={{ sort: { field: 'bytes', direction: 'desc' } }}
        pagination={families.length > 50 ? { initialPageSize: 50 } : undefined}
        tableCaption={i18n.translate('watchkeeper.indices.familiesCaption', {
          defaultMessage: 'Indices that belong together, by their names',
        })}
        data-test-subj="familiesTable"
      />
    </WideTable>
  );
};

/** Indices by what is the same in their names: a year of daily indices is one line. */
export const FamiliesPage: React.FC = () => {
  const { data, error, isLoading, refetch } = useListing(0);
  const families = useMemo(() => familyGroups(data?.rows ?? []), [data]);
  return (
    <IndicesFrame current="families">
      <EuiPanel>
        {isLoading && <LoadingState />}
        {!data && error !== null && (
          <ErrorState
            title={i18n.translate('watchkeeper.indices.loadErrorTitle', {
              defaultMessage: 'The indices could not be read',
            })}
            error={error}
            onRetry={() => void refetch()}
          />
        )}
        {data && <Gaps gaps={data.gaps} />}
        {data && families.length > 0 && <Families families={families} />}
        {data && families.length === 0 && (
          <EmptyState
            iconType="indexOpen"
            title={i18n.translate('watchkeeper.indices.noFamiliesTitle', {
              defaultMessage: 'No indices that belong together',
            })}
            body={i18n.translate('watchkeeper.indices.noFamiliesText', {
              defaultMessage:
                'Indices with a date or a counter in their names, and those of a data stream, are shown here together.',
            })}
          />
        )}
      </EuiPanel>
    </IndicesFrame>
  );
};
