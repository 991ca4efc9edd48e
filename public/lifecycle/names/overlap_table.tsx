import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiBadge, EuiBasicTable, EuiLink } from '@elastic/eui';
import type { CriteriaWithPagination } from '@elastic/eui';
import { exampleOf } from '../../../common/lifecycle/templates/overlap_matrix';
import type { Overlap, OverlapPair } from '../../../common/lifecycle/templates/overlap_matrix';
import { PolicyName } from './name_answer';

const PAGE_SIZES = [10, 20, 50];

interface Row extends OverlapPair {
  policies: Overlap['policies'];
}

export const conflictLabel = (): string =>
  i18n.translate('watchkeeper.lifecycle.names.conflictLabel', {
    defaultMessage: 'Conflict: same priority',
  });

const rowsOf = (overlaps: readonly Overlap[]): Row[] =>
  [...overlaps]
    .sort((a, b) => Number(b.conflict) - Number(a.conflict))
    .flatMap(({ policies, pairs }) => pairs.map((pair) => ({ ...pair, policies })));

const Winner: React.FC<{ row: Row }> = ({ row: { policies, priorities, apart } }) => {
  const [a, b] = priorities;
  if (a === b) return <EuiBadge color="danger">{conflictLabel()}</EuiBadge>;
  if (apart) {
    return (
      <>
        {i18n.translate('watchkeeper.lifecycle.names.apartText', {
          defaultMessage: 'Exclusions keep them apart',
        })}
      </>
    );
  }
  return <span className="eui-textBreakWord">{policies[a > b ? 0 : 1]}</span>;
};

/** The patterns that take in the same names, pair by pair, with a name that shows it. */
export const OverlapTable: React.FC<{
  overlaps: readonly Overlap[];
  saved: ReadonlySet<string>;
  onName: (name: string) => void;
}> = ({ overlaps, saved, onName }) => {
  const [page, setPage] = useState({ index: 0, size: 10 });
  const rows = rowsOf(overlaps);
  const side = (place: 0 | 1) => ({
    name:
      place === 0
        ? i18n.translate('watchkeeper.lifecycle.names.oneColumn', { defaultMessage: 'One policy' })
        : i18n.translate('watchkeeper.lifecycle.names.otherColumn', {
            defaultMessage: 'Another policy',
          }),
    render: ({ policies, patterns, priorities }: Row) => (
      <div>
        <PolicyName id={policies[place]} saved={saved} />
        <div className="eui-textBreakWord">
          {i18n.translate('watchkeeper.lifecycle.names.patternText', {
            defaultMessage: '{pattern}, priority {priority}',
            values: { pattern: patterns[place], priority: priorities[place] },
          })}
        </div>
      </div>
    ),
  });
  return (
    <EuiBasicTable<Row>
      items={rows.slice(page.index * page.size, (page.index + 1) * page.size)}
      compressed
      tableCaption={i18n.translate('watchkeeper.lifecycle.names.overlapsCaption', {
        defaultMessage: 'Patterns of policies that take in the same names',
      })}
      columns={[
        side(0),
        side(1),
        {
          name: i18n.translate('watchkeeper.lifecycle.names.exampleColumn', {
            defaultMessage: 'For example',
          }),
          render: (row: Row) => {
            const example = exampleOf(row);
            return example === undefined ? (
              '–'
            ) : (
              <EuiLink
                className="eui-textBreakWord"
                onClick={() => onName(example)}
                data-test-subj="overlapExample"
              >
                {example}
              </EuiLink>
            );
          },
        },
        {
          name: i18n.translate('watchkeeper.lifecycle.names.winnerColumn', {
            defaultMessage: 'Who wins',
          }),
          width: '180px',
          render: (row: Row) => <Winner row={row} />,
        },
      ]}
      pagination={{
        ...{ pageIndex: page.index, pageSize: page.size, totalItemCount: rows.length },
        pageSizeOptions: PAGE_SIZES,
      }}
      onChange={({ page: next }: CriteriaWithPagination<Row>) => setPage(next)}
      data-test-subj="overlapTable"
    />
  );
};
