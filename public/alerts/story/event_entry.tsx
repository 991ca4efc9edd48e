import type { EuiCommentProps } from '@elastic/eui';
import React from 'react';
import { EuiText } from '@elastic/eui';
import { PLUGIN_NAME } from '../../../common/plugin';
import type { AlertEvent, AlertState } from '../../../common/alerts/alert';
import { Timestamp } from '../../shared/time';
import { eventText } from './event_words';

const ICONS: Record<AlertState, string> = {
  pending: 'clock',
  no_data: 'editorItemAlignBottom',
  cancelled: 'minusInCircle',
  active: 'bell',
  acknowledged: 'check',
  completed: 'checkInCircleFilled',
  deleted: 'trash',
  error: 'alert',
};

/** A change of state in the story, with who made it and why. */
export const eventEntry = (event: AlertEvent): EuiCommentProps => ({
  type: event.reason ? 'regular' : 'update',
  username: event.by ?? PLUGIN_NAME,
  event: eventText(event),
  timestamp: (
    <>
      · <Timestamp value={event.at} />
    </>
  ),
  timelineIcon: ICONS[event.to],
  children: event.reason && (
    <EuiText size="s" color={event.to === 'error' ? 'danger' : 'default'}>
      <p className="eui-textBreakWord">{event.reason}</p>
    </EuiText>
  ),
});
