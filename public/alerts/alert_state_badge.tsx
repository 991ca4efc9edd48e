import React from 'react';
import { EuiBadge } from '@elastic/eui';
import type { AlertState } from '../../common/alerts/alert';
import { stateLabel } from './alert_words';

const LOOKS: Record<AlertState, { color: string; iconType: string }> = {
  pending: { color: 'hollow', iconType: 'clock' },
  active: { color: 'warning', iconType: 'bell' },
  acknowledged: { color: 'primary', iconType: 'check' },
  completed: { color: 'secondary', iconType: 'checkInCircleFilled' },
  cancelled: { color: 'default', iconType: 'minusInCircle' },
  no_data: { color: 'accent', iconType: 'editorItemAlignBottom' },
  deleted: { color: 'default', iconType: 'trash' },
  error: { color: 'danger', iconType: 'alert' },
};

/** Word, colour and icon: never colour alone. */
export const AlertStateBadge: React.FC<{ state: AlertState }> = ({ state }) => (
  <EuiBadge {...LOOKS[state]} data-test-subj={`alertState-${state}`}>
    {stateLabel(state)}
  </EuiBadge>
);
