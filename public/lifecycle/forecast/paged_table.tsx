import React, { useState } from 'react';
import { EuiBasicTable } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';

const PAGE_SIZES = [10, 50, 200];

/** A table that has pages once there is more than one. */
export const PagedTable = <T extends object>({
  items,
  columns,
  caption,
  testSubj,
}: {
  items: readonly T[];
  columns: Array<EuiBasicTableColumn<T>>;
  caption: string;
  testSubj: string;
}): React.ReactElement => {
  const [page, setPage] = useState({ index: 0, size: PAGE_SIZES[0] });
  const { size } = page;
  const index = Math.min(page.index, Math.max(0, Math.ceil(items.length / size) - 1));
  const table = {
    items: items.slice(index * size, (index + 1) * size),
    compressed: true as const,
    ...{ columns, tableCaption: caption, 'data-test-subj': testSubj },
  };
  return items.length <= PAGE_SIZES[0] ? (
    <EuiBasicTable<T> {...table} />
  ) : (
    <EuiBasicTable<T>
      {...table}
      pagination={{
        ...{ pageIndex: index, pageSize: size, totalItemCount: items.length },
        pageSizeOptions: PAGE_SIZES,
      }}
      onChange={({ page: next }: { page?: { index: number; size: number } }) => {
        if (next) setPage(next);
      }}
    />
  );
};
