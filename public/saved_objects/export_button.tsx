import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton } from '@elastic/eui';
import { useExport } from './use_export';
import type { ExportedType } from './use_export';

/** Exports the selected objects, or all of the type when none is selected. Monitors bring their destinations. */
export const ExportButton: React.FC<{ type: ExportedType; selected: string[] }> = ({
  type,
  selected,
}) => {
  const { busy, exportObjects } = useExport(type);
  return (
    <EuiSmallButton
      iconType="exportAction"
      isLoading={busy}
      onClick={() => void exportObjects(selected)}
      data-test-subj="exportButton"
    >
      {selected.length > 0
        ? i18n.translate('watchkeeper.transfer.exportSelectedButtonLabel', {
            defaultMessage: 'Export {count}',
            values: { count: selected.length },
          })
        : i18n.translate('watchkeeper.transfer.exportAllButtonLabel', {
            defaultMessage: 'Export all',
          })}
    </EuiSmallButton>
  );
};
