import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiSmallButtonEmpty } from '@elastic/eui';
import type { MonitorRecord } from '../../../common/monitors/api';

// Comparing brings a good part of an editor: only who asks for it loads it.
const VersionsFlyout = React.lazy(() =>
  import('./versions_flyout').then((module) => ({ default: module.VersionsFlyout }))
);

/** Opens the versions beside the monitor. */
export const VersionsButton: React.FC<{ record: MonitorRecord }> = ({ record }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <EuiSmallButtonEmpty
        iconType="clock"
        onClick={() => setOpen(true)}
        data-test-subj="versionsButton"
      >
        {i18n.translate('watchkeeper.versions.buttonLabel', { defaultMessage: 'Versions' })}
      </EuiSmallButtonEmpty>
      {open && (
        <React.Suspense fallback={null}>
          <VersionsFlyout record={record} onClose={() => setOpen(false)} />
        </React.Suspense>
      )}
    </>
  );
};
