import React, { useMemo, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiSmallButtonEmpty, EuiText } from '@elastic/eui';
import type { ManagedIndex } from '../../../common/lifecycle/managed_index';
import type { ManagedRow } from '../../../common/lifecycle/managed_table/rows';

export interface Selection {
  /** Those that are chosen and can be seen with the filters as they are. */
  indices: readonly ManagedIndex[];
  names: ReadonlySet<string>;
  toggle: (index: string) => void;
  selectAll: () => void;
  clear: () => void;
  /** Only these. */
  keep: (names: readonly string[]) => void;
}

/** Which rows are chosen: only those that the filters let through count. */
export const useSelection = (rows: readonly ManagedRow[]): Selection => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const indices = useMemo(
    () => rows.map(({ managed }) => managed).filter(({ index }) => chosen.has(index)),
    [rows, chosen]
  );
  const names = useMemo(() => new Set(indices.map(({ index }) => index)), [indices]);
  const toggle = (index: string) => {
    const next = new Set(names);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  const selectAll = () => setChosen(new Set(rows.map(({ managed }) => managed.index)));
  const keep = (some: readonly string[]) => setChosen(new Set(some));
  return { indices, names, toggle, selectAll, clear: () => keep([]), keep };
};

/** How many are shown and selected, with ways to select all of them or none. */
export const SelectionBar: React.FC<{ shown: number; selection: Selection }> = ({
  shown,
  selection: { indices, selectAll, clear },
}) => (
  <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
    <EuiFlexItem grow={false}>
      <EuiText size="s" color="subdued" aria-live="polite" data-test-subj="managedShown">
        {i18n.translate('watchkeeper.lifecycle.managed.shownText', {
          defaultMessage: '{shown, number} shown, {selected, number} selected',
          values: { shown, selected: indices.length },
        })}
      </EuiText>
    </EuiFlexItem>
    {indices.length < shown && (
      <EuiFlexItem grow={false}>
        <EuiSmallButtonEmpty onClick={selectAll} data-test-subj="selectAllManaged">
          {i18n.translate('watchkeeper.lifecycle.managed.selectAllButtonLabel', {
            defaultMessage: 'Select all {shown, number}',
            values: { shown },
          })}
        </EuiSmallButtonEmpty>
      </EuiFlexItem>
    )}
    {indices.length > 0 && (
      <EuiFlexItem grow={false}>
        <EuiSmallButtonEmpty onClick={clear} data-test-subj="selectNoManaged">
          {i18n.translate('watchkeeper.lifecycle.managed.selectNoneButtonLabel', {
            defaultMessage: 'Select none',
          })}
        </EuiSmallButtonEmpty>
      </EuiFlexItem>
    )}
  </EuiFlexGroup>
);
