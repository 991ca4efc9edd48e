import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton, EuiSmallButtonEmpty } from '@elastic/eui';
import type { IndexRow } from '../../../common/indices/rows/index_row';
import { csvOf } from '../../../common/indices/table/csv';
import type { IndexColumn } from '../../../common/indices/table/sort';
import { saveBlob } from '../../saved_objects/save_blob';
import { appPaths } from '../../shared/app_paths';
import { useGoTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';

/** Browsers and proxies take longer addresses than this, but not all of them. */
const LONGEST_NAMES = 1800;

/** Where the names stand that are too many for an address: a JSON array of texts. */
const HANDED_OVER = 'watchkeeper.apply.indices';

/** Whether the names were left there. Browsers may have their storage switched off. */
const handOver = (names: readonly string[]): boolean => {
  try {
    sessionStorage.setItem(HANDED_OVER, JSON.stringify(names));
    return true;
  } catch {
    return false;
  }
};

/** Leads to where a policy is given to the selection. */
export const ApplyPolicyButton: React.FC<{ indices: readonly string[] }> = ({ indices }) => {
  const goTo = useGoTo();
  const mayWrite = useMay('write');
  if (!mayWrite) return null;
  const text = indices.join(',');
  const open = () => {
    if (encodeURIComponent(text).length > LONGEST_NAMES && handOver(indices)) {
      return goTo(appPaths.applyPolicy({}));
    }
    return goTo(appPaths.applyPolicy({ indices: text }));
  };
  return (
    <EuiSmallButton onClick={open} data-test-subj="applyPolicy">
      {i18n.translate('watchkeeper.indices.applyPolicyButtonLabel', {
        defaultMessage: 'Apply policy',
      })}
    </EuiSmallButton>
  );
};

/** All rows that are shown, with the columns that are shown, as a file. */
export const ExportButton: React.FC<{
  rows: readonly IndexRow[];
  columns: readonly IndexColumn[];
  now: number;
}> = ({ rows, columns, now }) => (
  <EuiSmallButtonEmpty
    iconType="exportAction"
    isDisabled={rows.length === 0}
    onClick={() =>
      saveBlob(new Blob([csvOf(rows, columns, now)], { type: 'text/csv' }), 'indices.csv')
    }
    data-test-subj="exportIndices"
  >
    {i18n.translate('watchkeeper.indices.exportButtonLabel', { defaultMessage: 'CSV' })}
  </EuiSmallButtonEmpty>
);
