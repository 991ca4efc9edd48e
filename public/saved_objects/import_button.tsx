import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButton } from '@elastic/eui';
import { useMay } from '../shared/plugin_status';
import { ImportFlyout } from './import_flyout';

/** Opens the import beside the list. */
export const ImportButton: React.FC = () => {
  const [open, setOpen] = useState(false);
  const mayWrite = useMay('write');
  return (
    <>
      <EuiSmallButton
        iconType="importAction"
        isDisabled={!mayWrite}
        onClick={() => setOpen(true)}
        data-test-subj="importButton"
      >
        {i18n.translate('watchkeeper.transfer.importButtonLabel', { defaultMessage: 'Import' })}
      </EuiSmallButton>
      {open && <ImportFlyout onClose={() => setOpen(false)} />}
    </>
  );
};
