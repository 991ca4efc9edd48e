import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiInMemoryTable, EuiPanel } from '@elastic/eui';
import { withGrowth } from '../../../common/indices/rows/growth';
import { familyGroups } from '../../../common/indices/table/family_groups';
import type { FamilyGroup } from '../../../common/indices/table/family_groups';
import { EmptyState } from '../../shared/states';
import { Unanswered } from '../../shared/unanswered';
import { WideTable } from '../../shared/wide_table';
import { useListing } from '../index_queries';
import { Gaps, IndicesFrame } from '../indices_frame';
import { FamilyGrowth } from './family_chart';
import { familyColumns } from './family_columns';

const Families: React.FC<{ families: FamilyGroup[]; hasLifecycle: boolean }> = ({
  families,
  hasLifecycle,
}) => {
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
    <WideTable minWidth={hasLifecycle ? 1060 : 900}>
      <EuiInMemoryTable<FamilyGroup>
        items={families}
        itemId="pattern"
        columns={familyColumns(open, toggle, hasLifecycle)}
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
  const query = useListing(0);
  const { data } = query;
  const families = useMemo(
    () => (data ? familyGroups(withGrowth(data.rows, data.at)) : []),
    [data]
  );
  return (
    <IndicesFrame current="families">
      <EuiPanel>
        <Unanswered
          query={query}
          errorTitle={i18n.translate('watchkeeper.indices.loadErrorTitle', {
            defaultMessage: 'The indices could not be read',
          })}
        />
        {data && <Gaps gaps={data.gaps} />}
        {data && families.length > 0 && (
          <Families families={families} hasLifecycle={data.has_lifecycle === true} />
        )}
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
