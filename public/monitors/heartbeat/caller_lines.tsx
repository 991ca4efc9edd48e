import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiButtonGroup, EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';
import { CALLERS, callerLines } from '../../../common/monitors/heartbeat/ready_made';
import type { Caller, PingAddress } from '../../../common/monitors/heartbeat/ready_made';

/** Names of products, the same in every language. */
const NAMES: Readonly<Record<Caller, string>> = {
  curl: 'curl',
  cron: 'cron',
  kubernetes: 'Kubernetes CronJob',
  powershell: 'PowerShell',
  alertmanager: 'Alertmanager',
};

const isCaller = (id: string): id is Caller => CALLERS.some((caller) => caller === id);

const Hint: React.FC<{ caller: Caller }> = ({ caller }) => {
  if (caller !== 'alertmanager') return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="xs" color="subdued">
        {i18n.translate('watchkeeper.heartbeat.alertmanagerText', {
          defaultMessage:
            'Prometheus ships an alert named Watchdog that always fires. While it pings here, the way from Prometheus over Alertmanager works.',
        })}
      </EuiText>
    </>
  );
};

/** Ready-made lines for those who ping. */
export const CallerLines: React.FC<{ address: PingAddress }> = ({ address }) => {
  const [caller, setCaller] = useState<Caller>('curl');
  return (
    <div>
      <EuiButtonGroup
        legend={i18n.translate('watchkeeper.heartbeat.callersLegend', {
          defaultMessage: 'Who pings',
        })}
        options={CALLERS.map((id) => ({
          id: `heartbeat-${id}`,
          label: NAMES[id],
          'data-test-subj': `heartbeatCaller-${id}`,
        }))}
        idSelected={`heartbeat-${caller}`}
        onChange={(id) => {
          const chosen = id.slice('heartbeat-'.length);
          if (isCaller(chosen)) setCaller(chosen);
        }}
        buttonSize="compressed"
      />
      <EuiSpacer size="s" />
      <EuiCodeBlock
        paddingSize="s"
        fontSize="s"
        isCopyable
        overflowHeight={320}
        data-test-subj="heartbeatLines"
      >
        {callerLines(caller, address)}
      </EuiCodeBlock>
      <Hint caller={caller} />
    </div>
  );
};
