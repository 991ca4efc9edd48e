import React from 'react';
import { EuiHealth, EuiText } from '@elastic/eui';
import type { HeartbeatState } from '../../../common/monitors/heartbeat/standing';
import { Timestamp } from '../../shared/time';
import { heartbeatColor, heartbeatLabel } from './heartbeat_words';

/** How a heartbeat is, and when it came last. */
export const HeartbeatHealth: React.FC<{ state: HeartbeatState; lastPing: number | undefined }> = ({
  state,
  lastPing,
}) => (
  <div>
    <EuiHealth color={heartbeatColor(state)} data-test-subj={`heartbeatState-${state}`}>
      {heartbeatLabel(state)}
    </EuiHealth>
    {lastPing !== undefined && (
      <EuiText size="xs" color="subdued">
        <Timestamp value={lastPing} wrap />
      </EuiText>
    )}
  </div>
);
