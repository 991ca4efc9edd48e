import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSmallButton, EuiSpacer } from '@elastic/eui';
import type { MonitorRecord } from '../../../common/monitors/api';
import { useMay } from '../../shared/plugin_status';
import { useMonitorActions } from '../monitor_actions';

/** A monitor that was written without its author proving that they may run its query. */
export const AdoptionNotice: React.FC<{ record: MonitorRecord }> = ({
  record: { id, monitor },
}) => {
  const { tell } = useMonitorActions();
  const mayWrite = useMay('write');
  return (
    <>
      <EuiCallOut
        color="danger"
        iconType="alert"
        title={i18n.translate('watchkeeper.monitor.adoptTitle', {
          defaultMessage: 'This monitor does not run until somebody adopts it',
        })}
        data-test-subj="adoptionNotice"
      >
        <p>
          {i18n.translate('watchkeeper.monitor.adoptText', {
            defaultMessage:
              'It was imported or written past Watchkeeper, so nobody has proved that they may run its query. Read the query and the indices; adopting it runs them in your name.',
          })}
        </p>
        <EuiSmallButton
          color="danger"
          isDisabled={!mayWrite}
          onClick={() => void tell([{ id, name: monitor.name, open_alerts: 0 }], 'adopt')}
          data-test-subj="adoptButton"
        >
          {i18n.translate('watchkeeper.monitor.adoptButtonLabel', { defaultMessage: 'Adopt' })}
        </EuiSmallButton>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};
