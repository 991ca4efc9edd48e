import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButtonEmpty } from '@elastic/eui';
import { usePause } from './pause';
import { useMay } from '../../shared/plugin_status';
import { PauseDialog } from './pause_dialog';

/** Opens the dialog that pauses everything. While it is paused, the banner above has the way back. */
export const PauseButton: React.FC = () => {
  const [open, setOpen] = useState(false);
  const mayWrite = useMay('write');
  const pause = usePause();
  if (pause?.paused) return null;
  return (
    <>
      <EuiSmallButtonEmpty
        iconType="pause"
        isDisabled={!mayWrite || !pause}
        onClick={() => setOpen(true)}
        data-test-subj="pauseNotifications"
      >
        {i18n.translate('watchkeeper.pause.openButtonLabel', {
          defaultMessage: 'Pause all notifications',
        })}
      </EuiSmallButtonEmpty>
      {open && <PauseDialog onClose={() => setOpen(false)} />}
    </>
  );
};
